"""Assessments made of random texts, for hypothesis."""

from types import MappingProxyType

from hypothesis import strategies as st

from digicom_desktop.domain.assessment import (
    Answer,
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
    Figure,
)
from digicom_desktop.domain.company import TEXT_FIELDS, Company
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.plan import Action, ActionState, Plan
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import clean
from tests.domain.random_ratings import EDITION

texts = st.text(max_size=30).map(clean)
figures = st.dictionaries(
    st.sampled_from(["1.1.k1", "1.1.k2"]),
    st.builds(Figure, texts, texts).filter(lambda figure: figure != Figure()),
).map(MappingProxyType)
answers = st.builds(
    Answer,
    item=st.sampled_from(EDITION.item_ids),
    level=st.none() | st.integers(0, 4),
    not_applicable=st.booleans(),
    reason=texts,
    practices=st.frozensets(st.sampled_from(["1.1.p1", "1.1.p2"])),
    figures=figures,
    statement=st.builds(Statement, texts, texts, texts, texts, texts),
    later=st.booleans(),
    to_confirm=st.booleans(),
)
evidence = st.builds(
    Evidence,
    number=st.integers(1, 120).map(lambda n: f"1.1-{n:02d}"),
    title=texts,
    date=texts,
    proves=texts,
    grade=st.sampled_from([2, 3]),
    items=st.lists(st.sampled_from(EDITION.item_ids), max_size=3, unique=True).map(tuple),
    valid_until=texts,
    file=st.none()
    | st.builds(EvidenceFile, st.just("周报.pdf"), st.integers(0, 10**6), st.just("ab" * 32)),
)
metrics = st.dictionaries(
    st.sampled_from(["revenue", "ec_sales", "platform_trade", "of_a_later_version"]),
    st.builds(MetricValue, texts, texts).filter(lambda value: value != MetricValue()),
).map(MappingProxyType)
reasons = st.dictionaries(
    st.sampled_from(["answer.unanswered", "evidence.outside:1.1-01"]),
    st.builds(Reason, st.just("ab12"), texts, st.booleans()),
).map(MappingProxyType)
actions = st.builds(
    Action,
    id=st.integers(1, 9).map(lambda n: f"a{n}"),
    item=st.sampled_from(EDITION.item_ids),
    text=texts,
    owner=texts,
    due=texts,
    state=st.sampled_from(ActionState),
    note=texts,
)
plans = st.builds(
    Plan,
    targets=st.dictionaries(st.sampled_from(EDITION.item_ids), st.integers(1, 4)).map(
        MappingProxyType
    ),
    actions=st.lists(actions, max_size=3, unique_by=lambda action: action.id).map(tuple),
    issued=st.just(9),
)
previous_answers = st.builds(
    PreviousAnswer,
    level=st.none() | st.integers(0, 4),
    supported=st.none() | st.integers(0, 4),
    not_applicable=st.booleans(),
    reason=texts,
    figures=st.dictionaries(st.just("1.1.k1"), texts.filter(bool)).map(MappingProxyType),
    statement=st.builds(Statement, texts, texts, texts, texts, texts),
)
previous = st.none() | st.builds(
    Previous,
    year=st.integers(2000, 2100),
    edition=st.just("mofcom-trial-1"),
    code=texts,
    answers=st.dictionaries(st.sampled_from(EDITION.item_ids), previous_answers).map(
        MappingProxyType
    ),
    metrics=st.dictionaries(st.just("revenue"), texts.filter(bool)).map(MappingProxyType),
    narratives=st.dictionaries(st.just("results"), texts.filter(bool)).map(MappingProxyType),
)
companies = st.builds(Company, year=st.integers(2000, 2100), **dict.fromkeys(TEXT_FIELDS, texts))


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Anything that may be typed on the newest edition, sense or nonsense."""
    assessment = Assessment(
        edition="mofcom-trial-2",
        company=draw(companies),
        profile=draw(st.frozensets(st.sampled_from(["agri", "retailer"]))),
        evidence=EvidenceRegister(
            tuple(draw(st.lists(evidence, max_size=3, unique_by=lambda entry: entry.number))),
            MappingProxyType({"1.1": 120}),
        ),
        metrics=draw(metrics),
        reasons=draw(reasons),
        plan=draw(plans),
        previous=draw(previous),
    )
    for answer in draw(st.lists(answers, max_size=4)):
        assessment = assessment.with_answer(answer)
    return assessment
