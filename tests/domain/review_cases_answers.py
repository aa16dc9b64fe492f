"""What triggers each rule about profile, answers and levels, and what nearly does."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from digicom_desktop.domain.advice import Change, Need, Step
from digicom_desktop.domain.assessment import Assessment, Figure
from digicom_desktop.domain.previous import PreviousAnswer
from digicom_desktop.domain.statement import Statement
from tests.domain.review_stage import (
    EDITION,
    GOOD,
    Case,
    answered,
    blank_answer,
    case,
    figure,
    firm,
    last_year,
    source,
)

_REASON = "没有这方面的业务，以后也没有"


def _excused(count: int) -> Assessment:
    """The good firm with so many items that do not apply."""
    assessment = GOOD
    for id in EDITION.item_ids[:count]:
        assessment = answered(id, assessment, not_applicable=True, reason=_REASON)
    return assessment


def _without_work(
    item: str = "3.1", profile: frozenset[str] = frozenset({"retailer"})
) -> Assessment:
    """A retailer that leaves out an item of which it does nothing."""
    base = replace(GOOD, profile=profile)
    return answered(item, base, not_applicable=True, reason=_REASON, level=None)


def _all_at(level: int, **other: int) -> Assessment:
    assessment = GOOD
    for id in EDITION.item_ids:
        assessment = answered(id, assessment, level=other.get(id, level))
    return assessment


def _before(item: str, level: int | None) -> dict[str, PreviousAnswer]:
    return {item: PreviousAnswer(level=level)}


def _stated(
    level: int = 3,
    scope: str = "全部门店",
    last: str = "",
    *,
    system: str = "收银系统",
    since: str = "",
    to_confirm: bool = False,
) -> Assessment:
    """The answer to 1.1; last year's had level 3 and, but for ``last``, its words."""
    words = Statement(system, since, scope, "程")
    base = answered("1.1", statement=words, level=level, to_confirm=to_confirm)
    before = replace(words, system="收银系统", scope=last or scope)
    return last_year({"1.1": PreviousAnswer(level=3, statement=before)}, base=base)


_STEP = Step("1.3", 2, 3, (Change(Need.GRADE, 2), Change(Need.FIGURE, 1)), Fraction(5, 2))
_STATED = Statement("系统", "2024年", "全部", "程")

CASES: Mapping[str, tuple[Case, ...]] = {
    "profile.empty": (case(replace(GOOD, profile=frozenset())),),
    "answers.unanswered": (
        case(blank_answer("1.1"), GOOD, "", blank_answer("1.1", "6.4")),
        # A mark, figures or practices are no answer; what is to be confirmed is said as such.
        case(answered("2.2", level=None), answered("2.2", to_confirm=True)),
    ),
    "answers.to_confirm": (
        case(answered("1.1", to_confirm=True), GOOD),
        case(answered("1.1", to_confirm=True, level=None), blank_answer("1.1")),
    ),
    "answers.later": (case(answered("1.3", later=True), GOOD, "1.3"),),
    "not_applicable.no_reason": (
        case(
            answered("1.4", not_applicable=True, reason="没有 这方面的业务"),
            answered("1.4", not_applicable=True, reason="没有 这方面的业务呢吧"),
            "1.4",
        ),
        # The reason of an item that applies after all is only kept.
        case(answered("1.4", not_applicable=True, reason=""), answered("1.4", reason=""), "1.4"),
    ),
    "not_applicable.too_many": (case(_excused(9), _excused(8)),),
    "not_applicable.contradicted": (
        case(
            answered("3.1", _without_work(), practices=frozenset({"3.1.p1"})),
            _without_work(),
            "3.1",
            answered("3.1", _without_work(), practices=frozenset({"3.1.p2"})),
        ),
        case(
            answered("3.1", _without_work(), level=1),
            answered("3.1", _without_work(), level=0),
            "3.1",
        ),
        case(_without_work("2.2"), _without_work("6.1"), "2.2"),
    ),
    "not_applicable.unusual": (
        case(
            _without_work(profile=frozenset({"retailer", "agri"})),
            _without_work(profile=frozenset({"retailer", "manufacturer"})),
            "3.1",
            _without_work(profile=frozenset({"agri"})),
        ),
        # Without a profile it is that which is said.
        case(_without_work("1.1"), _without_work("1.1", frozenset()), "1.1"),
    ),
    "not_applicable.was_rated": (
        case(
            last_year(_before("3.1", 1), base=_without_work()),
            last_year(_before("3.1", 0), base=_without_work()),
            "3.1",
            last_year(_before("3.1", 2), base=_without_work()),
        ),
        case(
            last_year(_before("3.1", 1), base=_without_work()),
            last_year(_before("3.1", None), base=_without_work()),
            "3.1",
        ),
    ),
    "level.no_figure": (
        case(
            answered("5.4", figures={}),
            answered("5.4", figures={"5.4.k1": Figure("0")}),
            "5.4",
            answered("5.4", figures={}, level=4),
        ),
        case(answered("5.4", figures={}), answered("5.4", figures={}, level=2), "5.4"),
        # Last year's alone is none; one that cannot be read is there.
        case(
            answered("5.4", figures={"5.4.k1": Figure("", "3")}),
            answered("5.4", figures={"5.4.k1": Figure("约三成")}),
            "5.4",
        ),
    ),
    "level.above_practices": (
        case(
            answered("2.1", practices=frozenset({"2.1.p1"})),
            answered("2.1", practices=frozenset({"2.1.p1", "2.1.p2"})),
            "2.1",
            answered("2.1", practices=frozenset()),
        ),
    ),
    "level.below_practices": (
        case(answered("1.1", level=2), answered("1.1", level=3), "1.1"),
        # At level 0 it is that which is said.
        case(answered("1.1", level=1), answered("1.1", level=0), "1.1"),
    ),
    "level.zero_with_practices": (
        case(
            answered("1.4", level=0),
            answered("1.4", level=1),
            "1.4",
            answered("1.4", level=0, practices=frozenset({"1.4.p2"})),
        ),
        case(answered("1.4", level=0), answered("1.4", level=0, practices=frozenset()), "1.4"),
    ),
    "level.all_alike": (
        case(_all_at(2), _all_at(2, **{"6.4": 3}), "", _all_at(3)),
        case(_all_at(2), _all_at(1)),
        case(
            answered("6.4", _all_at(2), not_applicable=True),
            answered("6.4", _all_at(2), level=None),
        ),
    ),
    "level.no_better_figure": (
        case(
            answered("2.3", figures={"2.3.k1": Figure("50", "50")}),
            answered("2.3", figures={"2.3.k1": Figure("50.1", "50")}),
            "2.3",
            answered("2.3", figures={"2.3.k1": Figure("49", "50")}),
        ),
        # Fewer days are better; one better figure is enough.
        case(
            answered("1.1", figures={"1.1.k2": Figure("124", "123.7")}),
            answered("1.1", figures={"1.1.k1": Figure("1", "2"), "1.1.k2": Figure("99", "100")}),
            "1.1",
        ),
        case(
            answered("2.3", figures={"2.3.k1": Figure("50", "50")}),
            answered("2.3", figures={"2.3.k1": Figure("50", "")}),
            "2.3",
        ),
        case(
            answered("2.3", figures={"2.3.k1": Figure("50", "50")}),
            answered("2.3", figures={"2.3.k1": Figure("50", "50")}, level=3),
            "2.3",
        ),
    ),
    "level.jump": (
        case(
            last_year(_before("1.1", 2)),
            last_year(_before("1.1", 3)),
            "1.1",
            last_year(_before("1.1", 1)),
        ),
        case(last_year(_before("1.1", 0)), last_year(_before("1.1", None)), "1.1"),
        case(
            last_year(_before("1.1", 0)),
            last_year(_before("1.1", 0), base=answered("1.1", to_confirm=True)),
            "1.1",
        ),
    ),
    "level.fall": (
        case(
            last_year(_before("1.4", 3)),
            last_year(_before("1.4", 2)),
            "1.4",
            last_year(_before("1.4", 4)),
        ),
    ),
    "statement.kept": (
        case(
            _stated(level=2),
            _stated(level=3),
            "1.1",
            _stated(level=1),
        ),
        case(_stated(level=2), _stated(level=2, scope="两处", last="一处", system="新系统"), "1.1"),
        case(_stated(level=2), _stated(level=2, to_confirm=True), "1.1"),
    ),
    "statement.old_year": (
        case(
            _stated(scope="2024年用于全部门店"),
            _stated(scope="2025年用于全部门店", last="2024年用于全部门店"),
            "1.1",
            _stated(scope="2024年12月起用于全部门店"),
        ),
        # The year in a longer number is none, and when it began stays true.
        case(_stated(scope="共2024家"), _stated(scope="单号120240"), "1.1"),
        case(_stated(scope="2024年，全部"), _stated(since="2024年3月"), "1.1"),
    ),
    "level.unsupported": (
        case(source(answered("1.3", level=3), steps=(_STEP,)), GOOD, "1.3"),
        case(answered("1.3", level=3), answered("1.3", level=1), "1.3"),
        case(figure("5.4.k1", base=answered("5.4", figures={})), firm(honours=""), "5.4"),
        case(answered("1.3", statement=Statement()), answered("1.3", statement=_STATED), "1.3"),
    ),
}
