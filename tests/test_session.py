"""One open assessment on a real store."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Change, Session
from digicom_desktop.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), system_clock)
    yield workspace
    workspace.close()


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.create(2025)


def _answer(session: Session, item: str, level: int, visit: str = "") -> Change:
    answer = replace(session.current.answer(item), level=level)
    return session.change(session.current.with_answer(answer), visit)


def _name(session: Session, name: str, visit: str) -> Change:
    company = replace(session.current.company, name=name)
    return session.change(replace(session.current, company=company), visit)


def test_an_answer_is_on_disk_the_moment_it_is_given(workspace: Workspace) -> None:
    session = workspace.create(2025)
    change = _answer(session, "1.1", 3)

    assert change.parts == {"answer/1.1"}
    assert session.is_saved
    assert workspace.open(session.id).current == session.current
    assert workspace.open(session.id).current.answer("1.1").level == 3


def test_a_figure_of_the_firm_is_one_part_on_disk_and_can_be_taken_back(
    workspace: Workspace,
) -> None:
    session = workspace.create(2025)
    _name(session, "婺源茶社", "company.name")
    for text in ("1", "1,2", "1,2万"):
        typed = session.current.with_metric("ec_sales", MetricValue(text, "9 800 000元"))
        change = session.change(typed, "metric.ec_sales.current")
        assert change.parts == {"metrics"}
        assert workspace.open(session.id).current == session.current
    session.undo()

    assert workspace.open(session.id).current == session.current
    assert session.current.metrics == {}
    assert session.current.company.name == "婺源茶社"


def test_a_figure_of_the_firm_is_in_the_consistency_code(session: Session) -> None:
    before = session.report(Language.ZH).code
    session.change(session.current.with_metric("ec_sales", MetricValue("12")))
    typed = session.report(Language.ZH).code
    session.change(session.current.with_metric("ec_sales", MetricValue("120,000元")))

    assert before != typed == session.report(Language.ZH).code


def test_a_report_names_the_group_of_an_industry_only_where_one_was_chosen(
    session: Session,
) -> None:
    def rows() -> dict[str, str]:
        return {row.id: row.value for row in session.report(Language.ZH).company}

    assert "company.industry_detail" not in rows()
    company = replace(session.current.company, industry="59", industry_detail="592")
    session.change(replace(session.current, company=company))
    assert rows()["company.industry_detail"] == "通用仓储"


def test_home_shows_what_was_saved_last(workspace: Workspace) -> None:
    session = workspace.create(2025)
    _name(session, "婺源茶社", "company.name")
    _answer(session, "4.2", 2)
    row = workspace.rows()[0]

    assert (row.summary.firm, row.summary.year) == ("婺源茶社", 2025)
    assert (row.summary.answered, row.summary.total) == (1, 22)
    assert row.summary.last_place == "answer/4.2"
    assert row.changed == session.saved_at


def test_undo_and_redo_go_back_and_forth_on_disk_too(workspace: Workspace) -> None:
    session = workspace.create(2025)
    values = [session.current]
    for level in (1, 2, 3):
        _answer(session, "1.1", level)
        values.append(session.current)
    for value in reversed(values[:-1]):
        assert session.undo() is not None
        assert workspace.open(session.id).current == value
    assert session.undo() is None
    assert not session.can_undo
    for value in values[1:]:
        assert session.redo() is not None
        assert workspace.open(session.id).current == value
    assert session.redo() is None


def test_a_new_step_after_undo_drops_the_steps_that_were_taken_back(session: Session) -> None:
    _answer(session, "1.1", 1)
    session.undo()
    _answer(session, "1.2", 2)

    assert not session.can_redo


def test_one_visit_of_a_field_is_one_step_of_undo(session: Session) -> None:
    _answer(session, "1.1", 1)
    for text in ("婺", "婺源", "婺源茶社"):
        _name(session, text, "company.name")
    session.end_visit()
    _name(session, "婺源茶业", "company.name")

    session.undo()
    assert session.current.company.name == "婺源茶社"
    session.undo()
    assert session.current.company.name == ""
    assert session.current.answer("1.1").level == 1


def test_what_was_typed_and_deleted_again_leaves_no_step_of_undo(session: Session) -> None:
    _answer(session, "1.1", 1)
    for text in ("婺", "", "婺源", ""):
        _name(session, text, "company.name")
    assert session.is_saved

    session.undo()
    assert session.current.answer("1.1").level is None
    assert not session.can_undo


_Step = str | tuple[str, int] | tuple[str]
_STEPS = st.one_of(
    st.sampled_from(["undo", "redo", "leave"]),
    st.tuples(st.sampled_from(["1.1", "6.4"]), st.integers(0, 4)),
    st.sampled_from(["", "婺", "婺源"]).map(lambda name: (name,)),
)


def _take(session: Session, step: _Step) -> None:
    match step:
        case "undo":
            session.undo()
        case "redo":
            session.redo()
        case (str(name),):
            _name(session, name, "company.name")
        case (str(item), int(level)):
            _answer(session, item, level)
        case _:
            session.end_visit()


@given(steps=st.lists(_STEPS, max_size=25))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_done_the_disk_follows_and_every_step_can_be_taken_back(
    workspace: Workspace, steps: list[_Step]
) -> None:
    session = workspace.create(2025)
    first = session.current
    for step in steps:
        _take(session, step)
        assert workspace.open(session.id).current == session.current

    while session.redo():
        pass
    last = session.current
    while session.can_undo:
        change = session.undo()
        assert change is not None
        assert change.parts
    assert session.current == first
    while session.redo():
        pass
    assert workspace.open(session.id).current == session.current == last


def test_nothing_changes_when_nothing_was_changed(session: Session) -> None:
    change = session.change(session.current)

    assert change.parts == frozenset()
    assert not session.can_undo


def test_taking_back_the_first_answer_leaves_no_trace_of_it(workspace: Workspace) -> None:
    session = workspace.create(2025)
    empty = parts.parts(session.current)
    _answer(session, "1.1", 3)
    session.undo()

    assert parts.parts(workspace.open(session.id).current) == empty


def test_while_the_disk_fails_edits_are_kept_and_saved_later(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DigicomError("store.disk_full", folder="/")

    with monkeypatch.context() as broken:
        broken.setattr("digicom_desktop.store.database.Store.write", fail)
        _answer(session, "1.1", 3)
        assert not session.is_saved
        assert session.problem is not None
        assert session.problem.id == "store.disk_full"
        assert session.current.answer("1.1").level == 3
    assert session.retry()
    assert session.is_saved
    assert session.problem is None


def test_a_rescue_copy_holds_the_whole_assessment(session: Session, tmp_path: Path) -> None:
    _answer(session, "1.1", 3)
    session.write_rescue(tmp_path / "救援.json")
    rescued = json.loads((tmp_path / "救援.json").read_text(encoding="utf-8"))
    stored = {key: json.dumps(value).encode() for key, value in rescued.items()}

    assert parts.decode(stored) == session.current


def test_evidence_is_copied_and_named_by_the_report(session: Session, tmp_path: Path) -> None:
    source = tmp_path / "周报.pdf"
    source.write_bytes(b"%PDF-1.4 sample")
    file = session.copy_evidence(source)
    register = session.current.evidence
    entry = Evidence(register.next_number("1.1"), title="周报", items=("1.1",), file=file)
    session.change(replace(session.current, evidence=register.with_new(entry)))
    report = session.report(Language.ZH)

    assert session.evidence_path(file.sha256).read_bytes() == source.read_bytes()
    assert [(e.number, e.file_name) for e in report.evidence] == [("1.1-01", "周报.pdf")]
    assert report.items[0].evidence == ("1.1-01",)
    assert report.items[0].grade == 2


def test_a_text_that_no_disk_can_hold_moves_nothing(session: Session) -> None:
    _answer(session, "1.1", 3)
    before = session.current
    with pytest.raises(ValueError):
        _name(session, "\ud800", "company.name")
    assert session.current == before
    assert session.is_saved
    _answer(session, "1.2", 2)
    assert session.is_saved


@pytest.mark.parametrize("language", list(Language))
def test_the_report_tells_the_size_class_and_why(workspace: Workspace, language: Language) -> None:
    session = workspace.add_sample()
    say = workspace.words(language).say
    rows = {row.id: row for row in session.report(language).company}
    assert rows["company.size"].label == say("company.size")
    assert rows["company.size"].value == say("company.size.name.small")
    assert "86" in rows["company.size_reason"].value


def test_without_an_industry_the_report_tells_no_size(workspace: Workspace) -> None:
    rows = {row.id: row for row in workspace.create(2025).report(Language.ZH).company}
    assert rows["company.size"].value == ""
    assert rows["company.size_reason"].value == ""
