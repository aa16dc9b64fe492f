"""Two assessments beside each other."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.carrying import carry_forward, confirmed
from digicom_desktop.domain.comparison import Comparison, FigureChange, compare
from digicom_desktop.domain.comparison_side import Side, side_of_report
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.past_side import side_of_previous
from digicom_desktop.domain.scoring import evaluate
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from tests.domain.random_ratings import EDITION, LIBRARY
from tests.domain.reports import report_of

_METRICS = LIBRARY.metrics()
_OLD = LIBRARY.sample()
_RESULT = evaluate(EDITION, _OLD)
_CARRIED = carry_forward(_OLD, _RESULT, "AB", 2026, edition=EDITION, metrics=_METRICS)


def _side(assessment: Assessment, language: Language = Language.ZH, **more: Any) -> Side:
    return side_of_report(report_of(assessment, language, **more))


def _past(assessment: Assessment, language: Language = Language.ZH, **more: Any) -> Side:
    words = LIBRARY.words(language)
    return side_of_previous(EDITION, assessment, _METRICS, words, **more)


def _compared(new: Assessment, old: Assessment = _OLD) -> Comparison:
    return compare(_side(old), _side(new))


def _answered(item: str, **values: Any) -> Assessment:
    return _OLD.with_answer(replace(_OLD.answer(item), **values))


def test_the_same_assessment_has_no_changes() -> None:
    comparison = _compared(_OLD)

    assert comparison.items == ()
    assert comparison.only_old == comparison.only_new == ()
    assert comparison.unchanged == len(EDITION.items)
    assert comparison.notices == () and not comparison.editions_differ
    assert (comparison.declared.change, comparison.supported.change) == ("0.0", "0.0")
    assert comparison.level.steps == 0
    assert {change.supported.change for change in comparison.directions} == {"0.0"}
    assert [change.id for change in comparison.directions] == [d.id for d in EDITION.directions]


def test_scores_and_directions_say_how_much_they_changed() -> None:
    """By hand: 1.5 rises from 0 to 1, outside the best eight of 20 applicable items."""
    assert (_RESULT.items["1.5"].supported, _RESULT.not_applicable) == (0, 2)
    comparison = _compared(_answered("1.5", level=1))

    assert comparison.supported.change == "+0.4"  # 0.3 × 25 ÷ 20 = 0.375
    assert comparison.supported.old == _side(_OLD).supported
    changes = {change.id: change.supported.change for change in comparison.directions}
    assert changes == {"1": "+5.0", "2": "0.0", "3": "0.0", "4": "0.0", "5": "0.0", "6": "0.0"}


@pytest.mark.parametrize(
    ("item", "values", "flags"),
    [
        ("1.5", {"level": 1}, ("claimed", "supported")),
        ("1.2", {"level": None}, ("state", "claimed", "supported")),
        ("1.1", {"practices": frozenset()}, ("practices",)),
        ("1.1", {"statement": replace(_OLD.answer("1.1").statement, note="改")}, ("statement",)),
        ("3.1", {"reason": "另外一条足够长的理由"}, ("reason",)),
        ("3.1", {"not_applicable": False, "level": 0}, ("state", "claimed", "supported")),
    ],
)
def test_an_answer_that_changed_says_in_what(
    item: str, values: dict[str, Any], flags: tuple[str, ...]
) -> None:
    (change,) = _compared(_answered(item, **values)).items

    assert (change.id, change.flags) == (item, flags)
    assert change.title == EDITION.item(item).title.zh


def test_levels_and_states_of_a_changed_answer_are_named() -> None:
    (change,) = _compared(_answered("3.1", not_applicable=False, level=2)).items

    assert (change.old.state_name, change.old.claimed_name) == ("不适用", "")
    assert (change.new.state_name, change.new.claimed_name) == ("已作答", "规范")
    assert change.new.supported_name == "起步"


def test_other_evidence_is_a_change() -> None:
    number = _OLD.evidence.of_item("1.1")[0].number
    (change,) = _compared(replace(_OLD, evidence=_OLD.evidence.without(number))).items

    assert change.flags[-1] == "evidence"
    assert number in (change.old.evidence or ()) and number not in (change.new.evidence or ())


def test_changes_come_in_the_order_of_the_edition() -> None:
    new = _OLD
    for item in ("6.4", "1.3", "5.1"):
        new = new.with_answer(replace(new.answer(item), level=1))

    assert [change.id for change in _compared(new).items] == ["1.3", "5.1", "6.4"]


def test_figures_change_in_percent_and_percentages_in_points() -> None:
    figures = {"1.1.k1": Figure("12.8%"), "1.1.k2": Figure("91.26"), "1.1.k3": Figure("少")}
    new = _answered("1.1", figures=MappingProxyType(figures))
    new = new.with_metric("revenue", MetricValue("5,346")).with_metric("orders", MetricValue(""))
    comparison = _compared(new)

    item = {f.id: (f.old, f.new, f.change) for f in comparison.figures if f.item == "1.1"}
    assert item == {
        "1.1.k1": ("11.3", "12.8", "+1.5 个百分点"),
        "1.1.k2": ("101.4", "91.26", "-10.0%"),
        "1.1.k3": ("60.1", "少", ""),
    }
    firm = {f.id: (f.old, f.new, f.change) for f in comparison.metrics}
    assert firm["revenue"] == ("4,860.00", "5,346.00", "+10.0%")
    assert firm["orders"][1:] == ("", "")
    assert firm["tax_paid"][2] == "0.0%"
    assert all(f.old or f.new for f in (*comparison.figures, *comparison.metrics))


def test_a_figure_in_another_unit_is_not_compared() -> None:
    old = _side(_OLD)
    figures = tuple(replace(f, unit="件") if f.id == "1.1.k2" else f for f in old.figures)
    comparison = compare(replace(old, figures=figures), old)

    (change,) = (f for f in comparison.figures if f.id == "1.1.k2")
    assert change == FigureChange(
        "1.1.k2",
        "1.1",
        change.name,
        EDITION.item("1.1").indicators[1].unit.zh,
        "101.4",
        "101.4",
        "",
    )


def test_items_that_one_side_lacks_are_listed_apart() -> None:
    side = _side(_OLD)
    fewer = replace(
        side,
        edition="other",
        items=side.items[1:],
        directions=side.directions[1:],
        figures=tuple(f for f in side.figures if f.item != "1.1"),
    )
    gone, come = compare(side, fewer), compare(fewer, side)

    assert [item.id for item in gone.only_old] == ["1.1"] and gone.only_new == ()
    assert [item.id for item in come.only_new] == ["1.1"] and come.only_old == ()
    assert gone.items == come.items == ()
    assert gone.unchanged == come.unchanged == len(EDITION.items) - 1
    last, first = gone.directions[-1], come.directions[0]
    assert (last.id, last.supported.new, last.supported.change) == ("1", None, "")
    assert (first.id, first.supported.old) == ("1", None)
    assert [f.new for f in gone.figures if f.item == "1.1"] == ["", "", ""]


def test_different_editions_are_said_and_their_practices_not_compared() -> None:
    old, new = _side(_OLD), _side(_answered("1.1", practices=frozenset()))
    comparison = compare(replace(old, edition="e1", edition_title="第一版"), new)

    assert comparison.editions_differ and comparison.items == ()
    (notice,) = comparison.notices
    assert "第一版" in notice and EDITION.title.zh in notice


def test_two_firms_are_said_to_be_two() -> None:
    other = replace(_OLD, company=replace(_OLD.company, name="别家", credit_code="X"))
    (notice,) = _compared(other).notices

    assert "别家" in notice and _OLD.company.name in notice
    nameless = replace(_OLD, company=replace(_OLD.company, credit_code=""))
    assert _compared(nameless).notices == ()


def test_two_languages_are_not_compared() -> None:
    with pytest.raises(ValueError, match="languages"):
        compare(_side(_OLD), _side(_OLD, Language.EN))


def test_a_label_names_firm_year_state_and_revision() -> None:
    draft = _side(replace(_OLD, company=replace(_OLD.company, name=" ")))
    revision = _side(_OLD, Language.EN, revision=2)

    assert draft.label == "企业 · 2025 年度 · 草稿"
    assert revision.label == f"{_OLD.company.name} · Year 2025 · Revision 2 (Finalised)"


@pytest.mark.parametrize("language", list(Language))
def test_what_was_kept_of_last_year_says_what_last_years_report_said(language: Language) -> None:
    past, report = _past(_CARRIED, language), _side(_OLD, language)
    comparison = compare(past, report)

    assert (past.year, past.code, past.edition) == (2025, "AB", EDITION.id)
    assert past.edition_title == report.edition_title
    assert (past.declared, past.supported) == (report.declared, report.supported)
    assert past.directions == report.directions
    assert (comparison.items, comparison.notices) == ((), ())
    assert {figure.change for figure in comparison.metrics} <= {"0.0%", ""}
    assert [f.id for f in past.figures] == [f.id for f in report.figures]
    assert [f.value for f in past.figures] == [f.value for f in report.figures]
    metrics = [f for f in past.figures if not f.item]
    assert metrics == [f for f in report.figures if not f.item]
    assert past.level is None and comparison.level.steps is None
    assert past.level_name == LIBRARY.words(language).say("comparison.level.not_kept")


def test_a_new_year_is_compared_with_the_one_that_it_came_from() -> None:
    new = confirmed(_CARRIED, "1.5")
    comparison = compare(_past(new), _side(new))

    assert "1.5" not in {change.id for change in comparison.items}
    (first, *_) = comparison.items
    assert (first.id, first.flags[:1]) == ("1.1", ("state",))
    assert comparison.old.label.startswith(f"{_OLD.company.name} · 2025 年度")


def test_last_year_on_another_edition_is_named() -> None:
    previous = _CARRIED.previous
    assert previous is not None
    carried = replace(_CARRIED, previous=replace(previous, edition="mofcom-trial-1"))

    assert _past(carried).edition_title == "mofcom-trial-1"
    named = _past(carried, edition_title="第一版")
    assert compare(named, _side(_OLD)).editions_differ
    assert named.edition_title == "第一版"


def test_without_a_last_year_there_is_no_such_side() -> None:
    with pytest.raises(ValueError, match="carried forward"):
        _past(_OLD)


_levels = st.dictionaries(st.sampled_from(EDITION.item_ids), st.none() | st.integers(0, 4))


@settings(max_examples=25)
@given(_levels, _levels)
def test_a_comparison_turned_around_has_the_same_items(
    first: dict[str, int | None], second: dict[str, int | None]
) -> None:
    a, b = (_side(_with_levels(levels)) for levels in (first, second))
    there, back = compare(a, b), compare(b, a)

    assert [(c.id, c.flags) for c in there.items] == [(c.id, c.flags) for c in back.items]
    changed = [id for id in EDITION.item_ids if first.get(id) != second.get(id)]
    assert [change.id for change in there.items] == changed
    assert there.unchanged + len(there.items) == len(EDITION.items)


def _with_levels(levels: dict[str, int | None]) -> Assessment:
    assessment = Assessment(EDITION.id, _OLD.company)
    for item, level in levels.items():
        assessment = assessment.with_answer(Answer(item, level=level, statement=Statement()))
    return assessment
