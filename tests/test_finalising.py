"""From a draft to revisions: what is frozen, what is refused, what becomes of it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.plan import Action, ActionState, Plan
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import finished, settle


class SetClock:
    """A clock that goes on by a second with every look, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 23, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: SetClock) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path / "data", resources_folder(), clock)
    yield workspace
    workspace.close()


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return finished(workspace)


def _claim(session: Session, item: str, level: int) -> None:
    answer = replace(session.current.answer(item), level=level)
    session.change(session.current.with_answer(answer))


def test_what_is_finalised_is_the_content_with_its_code_and_time(session: Session) -> None:
    revision = session.finalise()

    assert revision.number == 1
    assert revision.code == consistency_code(revision.content)
    assert session.history.revisions == (revision,)
    assert session.state is State.FINALISED
    assert session.saved_at == revision.finalised
    report = session.report(Language.ZH)
    assert (report.code, report.revision, report.state) == (revision.code, 1, "finalised")
    assert report.content == revision.content
    assert report.saved_at == revision.finalised


def test_home_shows_state_and_revision_at_once_and_after_a_restart(
    workspace: Workspace, session: Session
) -> None:
    session.finalise()
    (row,) = workspace.rows()

    assert (row.summary.state, row.summary.revision) == ("finalised", 1)
    assert (row.summary.must_fix, row.summary.to_explain, row.summary.to_verify) == (0, 0, 0)
    again = workspace.open(session.id)
    assert again.state is State.FINALISED
    assert again.history.revisions == session.history.revisions


def test_open_findings_are_counted_in_the_refusal_and_nothing_changes(
    workspace: Workspace,
) -> None:
    session = workspace.create(2025)
    before = session.current
    with pytest.raises(DigicomError) as refused:
        session.finalise()

    assert refused.value.id == "finalise.open"
    assert int(str(refused.value.values["must_fix"])) > 0
    assert session.current == before
    assert session.history.revisions == ()
    assert session.state is State.DRAFT


def test_an_edit_after_finalising_is_a_draft_of_the_next_revision(session: Session) -> None:
    first = session.finalise()
    _claim(session, "3.2", 1)

    assert session.state is State.DRAFT
    assert session.finalised == 1
    assert session.report(Language.ZH).revision is None
    settle(session)
    second = session.finalise()
    assert (second.number, session.finalised) == (2, 2)
    assert session.history.revisions == (first, second)
    assert first.code != second.code


def test_an_edit_that_is_taken_back_says_again_what_was_finalised(session: Session) -> None:
    session.finalise()
    _claim(session, "3.2", 1)
    session.undo()

    assert session.state is State.FINALISED
    assert session.report(Language.ZH).revision == 1


def test_the_same_content_is_not_finalised_twice(session: Session) -> None:
    session.finalise()
    with pytest.raises(DigicomError, match=r"finalise\.unchanged"):
        session.finalise()
    assert len(session.history.revisions) == 1


def test_a_revision_is_exported_again_with_the_same_bytes(
    workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    session.finalise()
    first = _exports(workspace, session, tmp_path / "first")
    _claim(session, "3.2", 1)
    settle(session)
    session.finalise()
    later = workspace.open(session.id)

    assert _exports(workspace, later, tmp_path / "later") == first


def _exports(workspace: Workspace, session: Session, folder: Path) -> tuple[str, str]:
    folder.mkdir()
    report = session.history.report(1, Language.ZH)
    workbook, pdf = folder / "a.xlsx", folder / "a.pdf"
    workspace.export_workbook(report, workbook)
    workspace.export_pdf(report, pdf)
    return (
        hashlib.sha256(workbook.read_bytes()).hexdigest(),
        hashlib.sha256(pdf.read_bytes()).hexdigest(),
    )


def test_a_report_of_a_revision_says_what_the_draft_said(
    workspace: Workspace, session: Session
) -> None:
    draft = session.report(Language.EN)
    session.finalise()
    said = session.report(Language.EN)

    time_and_state = ("state", "state_name", "revision", "saved_at", "content", "code", "findings")
    for name in draft.__dataclass_fields__:
        if name not in time_and_state:
            assert getattr(said, name) == getattr(draft, name), name
    # Hints are for who fills in; what was explained is kept as it was.
    assert [replace(f, hint="") for f in draft.explained] == list(said.findings)


def test_a_clock_set_back_is_a_sentence_and_nothing_changes(
    session: Session, clock: SetClock
) -> None:
    clock.now -= timedelta(days=400)
    with pytest.raises(DigicomError) as refused:
        session.finalise()

    assert refused.value.id == "finalise.clock"
    assert session.history.revisions == ()
    clock.now += timedelta(days=401)
    settle(session)
    assert session.finalise().number == 1


def test_a_lost_or_altered_evidence_file_is_refused_by_its_number(
    workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    document = tmp_path / "合同.pdf"
    document.write_bytes(b"%PDF-1.7 contract")
    file = session.copy_evidence(document)
    register = session.current.evidence
    entry = replace(register.entries[0], file=file)
    session.change(replace(session.current, evidence=register.with_changed(entry)))
    settle(session)
    stored = session.evidence_path(file.sha256)
    stored.write_bytes(b"%PDF-1.7 another")

    with pytest.raises(DigicomError, match=r"store\.evidence\.altered"):
        session.finalise()
    stored.unlink()
    with pytest.raises(DigicomError, match=r"finalise\.open"):
        session.finalise()
    assert any(f.rule == "evidence.file_lost" for f in session.appraisal.findings)
    stored.write_bytes(document.read_bytes())
    assert session.finalise().number == 1


def test_reasons_that_hold_no_more_are_no_part_of_a_revision(session: Session) -> None:
    kept = dict(session.current.reasons)
    session.change(session.current.with_reason("level.jump:1.1", Reason("gone", "不再有的原因")))
    revision = session.finalise()

    assert "不再有的原因" not in revision.content.decode()
    assert session.current.reasons == kept


def test_a_reason_holds_only_while_its_values_stay(session: Session) -> None:
    register = session.current.evidence
    entry = replace(register.entries[0], date="2019-01-01")
    session.change(replace(session.current, evidence=register.with_changed(entry)))
    finding = next(f for f in session.appraisal.open_findings if f.rule == "evidence.outside_year")
    session.change(
        session.current.with_reason(finding.key, Reason(finding.values_hash, verified=True))
    )
    assert finding.key not in {f.key for f in session.appraisal.open_findings}

    moved = replace(entry, date="2018-01-01")
    session.change(replace(session.current, evidence=register.with_changed(moved)))
    assert finding.key in {f.key for f in session.appraisal.open_findings}


def test_a_revision_goes_its_way_and_a_step_is_taken_back(
    workspace: Workspace, session: Session
) -> None:
    code = session.finalise().code
    session.history.change_state(1, State.SUBMITTED, "2026-03-24")
    session.history.change_state(1, State.RETURNED, "2026-04-02", "4.3 请补 2025 年出口额。")

    assert session.state is State.RETURNED
    assert workspace.rows()[0].summary.state == "returned"
    (revision,) = session.history.revisions
    assert [change.state for change in revision.changes] == [State.SUBMITTED, State.RETURNED]
    assert revision.changes[-1].remark == "4.3 请补 2025 年出口额。"
    assert revision.code == code
    session.history.take_back_state(1)
    assert workspace.open(session.id).state is State.SUBMITTED
    with pytest.raises(DigicomError, match=r"finalise\.state"):
        session.history.change_state(1, State.FINALISED, "2026-04-03")


def test_a_reason_is_printed_however_its_values_were_typed(session: Session) -> None:
    """Content has 4860 where the person typed 4,860元 …, and the reason is still its reason."""
    company = replace(session.current.company, revenue="48,600,000", filled_on="2026年2月10日")
    session.change(replace(session.current, company=company))
    settle(session)
    session.finalise()
    said = {f.key: f.said for f in session.report(Language.ZH).explained}

    assert any(key.startswith("figure.like_yuan") for key in said)
    assert all(said.values())


def test_an_action_that_is_done_later_leaves_what_was_finalised_as_it_is(
    session: Session,
) -> None:
    plan = session.current.plan
    revision = session.finalise()
    action = next(action for action in plan.actions if action.is_open)
    done = plan.with_changed(replace(action, state=ActionState.DONE, note="已上线"))
    session.change(replace(session.current, plan=done))

    assert session.state is State.FINALISED
    assert session.report(Language.ZH).content == revision.content
    renamed = done.with_changed(replace(action, text="另一件事"))
    session.change(replace(session.current, plan=renamed))
    assert session.report(Language.ZH).revision is None


def test_what_was_explained_is_printed_even_where_content_no_longer_shows_why(
    session: Session,
) -> None:
    """Ticks of an item that does not apply are no content; the explanation of them is."""
    answer = replace(session.current.answer("3.1"), level=1, practices=frozenset({"3.1.p1"}))
    session.change(session.current.with_answer(answer))
    settle(session)
    draft = {f.key: (f.sentence, f.said) for f in session.report(Language.EN).explained}
    session.finalise()
    said = {f.key: (f.sentence, f.said) for f in session.report(Language.EN).explained}

    assert "not_applicable.contradicted:3.1" in said
    assert said == draft
    assert session.state is State.FINALISED


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])
def test_a_revision_is_the_same_bytes_in_every_time_zone(
    workspace: Workspace, session: Session, tmp_path: Path, zone: str
) -> None:
    session.finalise()
    here = _exports(workspace, session, tmp_path / "here")
    workspace.close()
    folder = workspace.database.parent
    for kind in ("xlsx", "pdf"):
        command = [sys.executable, "-m", "digicom_desktop", "export", session.id]
        command += ["--revision", "1", f"--{kind}", str(tmp_path / f"b.{kind}")]
        command += ["--data-dir", str(folder)]
        subprocess.run(command, env={**os.environ, "TZ": zone}, check=True, timeout=120)
    there = tuple(
        hashlib.sha256((tmp_path / f"b.{kind}").read_bytes()).hexdigest()
        for kind in ("xlsx", "pdf")
    )
    assert there == here


def test_an_edit_after_the_clock_was_set_back_does_not_hide_it(
    session: Session, clock: SetClock
) -> None:
    clock.now -= timedelta(days=30)
    _claim(session, "3.2", 1)
    settle(session)
    with pytest.raises(DigicomError, match=r"finalise\.clock"):
        session.finalise()


def test_a_damaged_revision_leaves_the_draft_and_the_others_readable(
    workspace: Workspace, session: Session
) -> None:
    session.finalise()
    _claim(session, "3.2", 1)
    settle(session)
    session.finalise()
    connection = workspace._store._connection
    for (name,) in connection.fetch("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.fetch(f"DROP TRIGGER {name}")
    connection.fetch("UPDATE revision SET content = X'7B7D' WHERE number = 2")
    again = workspace.open(session.id)

    with pytest.raises(DigicomError, match=r"store\.revision_altered"):
        again.history.report(2, Language.ZH)
    assert again.history.report(1, Language.ZH).revision == 1
    _claim(again, "3.2", 2)
    assert again.is_saved
    assert again.report(Language.ZH).revision is None


def test_a_code_means_the_same_however_it_was_typed(session: Session) -> None:
    code = session.current.company.credit_code
    before = session.report(Language.ZH)
    wide = " ".join(chr(ord(c) + 0xFEE0) for c in code.lower())
    company = replace(session.current.company, credit_code=wide)
    session.change(replace(session.current, company=company))
    after = session.report(Language.ZH)

    assert session.current.company.credit_code == wide
    assert after.credit_code == code
    assert after.code == before.code


def test_what_became_of_a_revision_does_not_show_in_a_draft_after_it(
    workspace: Workspace, session: Session
) -> None:
    session.finalise()
    session.history.change_state(1, State.SUBMITTED, "2026-03-24")
    _claim(session, "3.2", 1)
    session.history.change_state(1, State.RETURNED, "2026-04-02")

    assert session.state == "draft"
    assert workspace.rows()[0].summary.state == "draft"
    session.undo()
    assert session.state == "returned"
    assert workspace.rows()[0].summary.state == "returned"


def test_a_plan_with_a_past_date_asks_for_a_look_and_shows_on_home(
    workspace: Workspace, session: Session
) -> None:
    action = Action("a1", "1.1", "并入批发订单", due="2026-01", state=ActionState.BEGUN)
    session.change(replace(session.current, plan=Plan(actions=(action,), issued=1)))

    assert any(f.rule == "plan.past_due" for f in session.appraisal.open_findings)
    assert workspace.rows()[0].summary.overdue("2026-03-23") == 1
    with pytest.raises(DigicomError, match=r"finalise\.open"):
        session.finalise()
    settle(session)
    assert session.finalise().number == 1


def test_evidence_without_an_end_says_so_in_both_languages(session: Session) -> None:
    register = session.current.evidence
    entry = replace(register.entries[0], valid_until="长期有效")
    session.change(replace(session.current, evidence=register.with_changed(entry)))
    settle(session)
    session.finalise()

    assert session.report(Language.ZH).evidence[0].valid_until == "长期"
    assert session.report(Language.EN).evidence[0].valid_until == "no end"
