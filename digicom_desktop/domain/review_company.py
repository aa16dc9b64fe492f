"""Rules of the check: the firm's own fields."""

from collections.abc import Iterator

from digicom_desktop.domain import credit_code
from digicom_desktop.domain.company import CATEGORIES, OWNERSHIPS, missing, name_judgement
from digicom_desktop.domain.finding import Finding, Said, WordId
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import MONEY, PEOPLE, Measure
from digicom_desktop.domain.number import read_figure
from digicom_desktop.domain.postcode import postcode_judgement
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, must_fix, shortened, verify
from digicom_desktop.domain.review_span import date_problem
from digicom_desktop.domain.size_class import Outcome, SizeClass, SizeResult
from digicom_desktop.domain.text import is_blank

MISSING = must_fix("company.missing")
TYPED = must_fix("company.typed")
UNKNOWN = must_fix("company.unknown")
PHONE = explain("contact.phone")
EMAIL = explain("contact.email")
POSTCODE = explain("contact.postcode")
DETAIL = explain("company.industry_detail")
NAME = verify("company.name")
CONTACT_UNUSUAL = verify("contact.unusual")
ELSEWHERE = verify("credit_code.registered_elsewhere")
PLACE = verify("credit_code.unknown_place")
INNER = verify("credit_code.inner")
INCOMPLETE = verify("region.incomplete")
NO_REGION = verify("region.unknown")
OTHER_PROVINCE = verify("region.other_province")
ZERO = verify("company.zero")
LARGE = verify("size.large")
NOT_COVERED = hint("size.not_covered")
UNDETERMINED = hint("size.undetermined")
PERSON = hint("company.person_in_charge")
ADVISED = hint("company.advised")

RULES = (
    MISSING, TYPED, UNKNOWN, PHONE, EMAIL, POSTCODE, DETAIL, NAME, CONTACT_UNUSUAL, ELSEWHERE,
    PLACE, INNER, INCOMPLETE, NO_REGION, OTHER_PROVINCE, ZERO, LARGE, NOT_COVERED, UNDETERMINED,
    PERSON, ADVISED,
)  # fmt: skip

ADVISED_FIELDS = ("receiving_bureau", "filled_by", "phone")
"""What a bureau asks back for where it is blank."""

_MEASURES = {"employees": PEOPLE, "revenue": MONEY, "total_assets": MONEY}
_DATES = ("founded", "filled_on")
_CODE_RULES = {f"company.code.{rule.id.rpartition('.')[2]}": rule for rule in (
    ELSEWHERE, PLACE, INNER,
)}  # fmt: skip
_SIZE_FIELDS = {"employees": "employees", "revenue": "revenue", "assets": "total_assets"}


def check_company(reading: Reading) -> Iterator[Finding]:
    """Findings at the fields of the firm."""
    company = reading.company
    for field in missing(company):
        yield MISSING.found(_subject(field), _place(field), ("",), field=_label(field))
    if (problem := name_judgement(company.name)) is not None:
        typed = shortened(company.name)
        yield NAME.found(
            _subject("name"), _place("name"), (company.name,), typed=typed, problem=problem
        )
    yield from _credit_code(reading)
    yield from _figures(reading)
    yield from _dates(reading)
    yield from _choices(reading)
    yield from _contact(reading)
    yield from _region(reading)
    yield from _other_province(reading)
    yield from _size(reading)
    yield from _person_in_charge(reading)
    if blank := [name for name in ADVISED_FIELDS if is_blank(getattr(company, name))]:
        names = tuple(_label(name) for name in blank)
        yield ADVISED.found("", _place(blank[0]), blank, fields=names)


def _subject(field: str) -> str:
    return f"company.{field}"


def _place(field: str) -> str:
    return f"company#{field}"


def _label(field: str) -> Said:
    return WordId(f"company.{field}")


def _typed(reading: Reading, field: str, problem: Judgement) -> Finding:
    text: str = getattr(reading.company, field)
    at = (_subject(field), _place(field), (text,))
    return TYPED.found(*at, field=_label(field), typed=shortened(text), problem=problem)


def _credit_code(reading: Reading) -> Iterator[Finding]:
    """The first error, or all that is unusual."""
    field, text = "credit_code", reading.company.credit_code
    for judgement in credit_code.judgements(text, reading.source.regions):
        if judgement.is_error:
            yield _typed(reading, field, judgement)
            return
        rule = _CODE_RULES[judgement.id]
        typed = credit_code.normal_form(text)
        yield rule.found(_subject(field), _place(field), (text,), typed=typed, problem=judgement)


def _figures(reading: Reading) -> Iterator[Finding]:
    for field, measure in _MEASURES.items():
        yield from _figure(reading, field, measure)


def _figure(reading: Reading, field: str, measure: Measure) -> Iterator[Finding]:
    text: str = getattr(reading.company, field)
    value = read_figure(text, measure)
    if isinstance(value, Judgement):
        yield _typed(reading, field, value)
    elif value == 0 and field != "total_assets":
        yield ZERO.found(_subject(field), _place(field), (text,), field=_label(field))


def _dates(reading: Reading) -> Iterator[Finding]:
    for field in _DATES:
        problem = date_problem(getattr(reading.company, field))
        if problem is not None:
            yield _typed(reading, field, problem)


def _choices(reading: Reading) -> Iterator[Finding]:
    """Choices that the lists of this program do not have, and the one that depends on another."""
    company, source = reading.company, reading.source
    industry = source.industries.division(company.industry)
    known = {
        "industry": industry is not None,
        "ownership": company.ownership in OWNERSHIPS,
        "category": company.category in CATEGORIES,
    }
    for field, is_known in known.items():
        text: str = getattr(company, field)
        if not (is_known or is_blank(text)):
            at = (_subject(field), _place(field), (text,))
            yield UNKNOWN.found(*at, field=_label(field), typed=shortened(text))
    groups = source.size_standard.groups(company.industry)
    if groups and company.industry_detail not in groups and industry is not None:
        field, texts = "industry_detail", (company.industry, company.industry_detail)
        yield DETAIL.found(_subject(field), _place(field), texts, industry=industry.name)


def _contact(reading: Reading) -> Iterator[Finding]:
    judged = {
        "phone": reading.source.contact.get("phone"),
        "email": reading.source.contact.get("email"),
        "postcode": postcode_judgement(reading.company.postcode),
    }
    rules = {"phone": PHONE, "email": EMAIL, "postcode": POSTCODE}
    for field, problem in judged.items():
        text: str = getattr(reading.company, field)
        if problem is not None and not is_blank(text):
            rule = rules[field] if problem.is_error else CONTACT_UNUSUAL
            at = (_subject(field), _place(field), (text,))
            yield rule.found(*at, field=_label(field), typed=shortened(text), problem=problem)


def _region(reading: Reading) -> Iterator[Finding]:
    code, regions = reading.company.region, reading.source.regions
    if is_blank(code):
        return
    path = regions.path(code)
    if not path:
        yield NO_REGION.found("company.region", "company#region", (code,), code=shortened(code))
    elif path[-1].places:
        name = regions.full_name(code)
        yield INCOMPLETE.found("company.region", "company#region", (code,), region=name)


def _other_province(reading: Reading) -> Iterator[Finding]:
    """The credit code keeps the place of its first registration; firms seldom move that far."""
    company, regions = reading.company, reading.source.regions
    place = credit_code.place_of(company.credit_code)
    if not (regions.knows(place) and regions.path(company.region)):
        return
    registered, chosen = regions.province(place), regions.province(company.region)
    if registered is not None and chosen is not None and registered != chosen:
        texts = (company.credit_code, company.region)
        at = ("company.region", "company#region", texts)
        yield OTHER_PROVINCE.found(*at, a=registered.name, b=chosen.name)


def _person_in_charge(reading: Reading) -> Iterator[Finding]:
    """Last year's, who may have gone with the legal representative."""
    company = reading.company
    person, representative = company.person_in_charge, company.legal_representative
    is_carried = reading.assessment.previous is not None
    if not is_carried or is_blank(person) or is_blank(representative):
        return
    if "".join(person.split()) != "".join(representative.split()):
        field = "person_in_charge"
        said = {"person": shortened(person), "representative": shortened(representative)}
        yield PERSON.found(_subject(field), _place(field), (person, representative), **said)


def _size(reading: Reading) -> Iterator[Finding]:
    company, source = reading.company, reading.source
    size = source.size_standard.of_company(company)
    industry = source.industries.division(company.industry)
    subject, place = "company.size", "company#industry"
    if size.outcome is Outcome.UNCOVERED and industry is not None:
        yield NOT_COVERED.found(subject, place, (company.industry,), industry=industry.name)
    elif size.size is SizeClass.LARGE and size.rule is not None:
        yield LARGE.found(subject, place, _looked_at(reading, size), industry=size.rule.name)
    elif size.missing == ("assets",) and is_blank(company.total_assets) and size.size is None:
        # The other figures are required fields, which are asked for as such.
        place = _place("total_assets")
        yield UNDETERMINED.found(subject, place, (), missing=_label("size.assets"))


def _looked_at(reading: Reading, size: SizeResult) -> Iterator[str]:
    """The texts that the size follows from."""
    yield from (reading.company.industry, reading.company.industry_detail)
    for name in size.values:
        yield getattr(reading.company, _SIZE_FIELDS[name])
