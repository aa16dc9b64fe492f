from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer, Assessment, EvidenceRegister
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.reason import LIMIT, Reason
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.finalise_panel import FinalisePanel
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.review_entry import ReviewEntry
from digicom_desktop.ui.review_lines import review_lines
from digicom_desktop.ui.review_page import ReviewPage
from digicom_desktop.ui.review_row import ReviewRow
from digicom_desktop.ui.review_words import open_text
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import HOSTILE, Stage, staged
from tests.ui.stage import fill_disk, free_disk, texts, workspace_in

EXPLAIN = "level.no_figure:2.1"
VERIFY = "not_applicable.unusual:3.1"
"""Two findings of the sample, which has a reason for both."""

REASON = "合作社的账还没有结清，下月补上"


def make(session: Session, words: Words, workspace: Workspace) -> ReviewPage:
    return ReviewPage(session, words)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """The sample, of which nothing is open."""
    with staged(tmp_path, make, filled=True) as stage:
        yield stage


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make) as stage:
        yield stage


def page(stage: Stage) -> ReviewPage:
    assert isinstance(stage.page, ReviewPage)
    return stage.page


def rows(stage: Stage) -> list[ReviewRow]:
    """The rows that are seen, from top to bottom."""
    QApplication.processEvents()
    found = [row for row in stage.page.findChildren(ReviewRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.mapTo(stage.page, row.rect().topLeft()).y())


def row(stage: Stage, key: str) -> ReviewRow:
    return stage.find(ReviewRow, lambda row: row.line.key == key)


def entry(stage: Stage, key: str) -> ReviewEntry:
    found = row(stage, key).findChild(ReviewEntry)
    assert isinstance(found, ReviewEntry)
    return found


def area(stage: Stage, key: str) -> QPlainTextEdit:
    found = row(stage, key).findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def tick(stage: Stage, key: str) -> TickField:
    found = row(stage, key).findChild(TickField)
    assert isinstance(found, TickField)
    return found


def said(stage: Stage, key: str) -> Reason | None:
    return stage.stored.reasons.get(key)


def open_keys(stage: Stage) -> list[str]:
    return [finding.key for finding in stage.session.appraisal.open_findings]


def codes(stage: Stage) -> list[str]:
    """Those of all revisions."""
    return [revision.code for revision in stage.session.history.revisions]


def state(stage: Stage) -> State:
    return stage.session.state


def without(assessment: Assessment, *keys: str) -> Assessment:
    for key in keys:
        assessment = assessment.with_reason(key, None)
    return assessment


def panel(stage: Stage, qtbot: QtBot) -> FinalisePanel:
    guide = stage.page.make_guide()
    assert isinstance(guide, FinalisePanel)
    qtbot.addWidget(guide)
    guide.resize(320, 700)
    guide.show()
    return guide


def button(widget: QWidget, name: str) -> QAbstractButton:
    QApplication.processEvents()
    found = [
        button
        for button in widget.findChildren(QAbstractButton)
        if button.isVisible() and button.accessibleName() == name
    ]
    assert len(found) == 1
    return found[0]


@contextmanager
def answering(*names: str) -> Iterator[list[QDialog]]:
    """Presses the button of this name in each dialog that opens; what opened is seen after."""
    left, seen = list(names), list[QDialog]()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog not in seen and left:
            seen.append(dialog)
            button(dialog, left.pop(0)).click()

    timer = QTimer(interval=10)
    timer.timeout.connect(answer)
    timer.start()
    yield seen
    timer.stop()
    assert not left


def test_every_finding_stands_in_its_class_with_the_gravest_first(empty: Stage) -> None:
    shown = [row.line.key for row in rows(empty)]
    assert shown == [finding.key for finding in empty.session.appraisal.findings]
    assert [r.line.finding.class_ for r in rows(empty)] == sorted(
        r.line.finding.class_ for r in rows(empty)
    )


def test_a_finding_leads_to_its_place_by_mouse_and_by_keyboard(empty: Stage, qtbot: QtBot) -> None:
    first = entry(empty, "company.missing:company.name")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert empty.places == ["company#name", "company#name"]


def test_a_screen_reader_hears_class_sentence_and_state(stage: Stage) -> None:
    stage.change(without(stage.session.current, VERIFY))
    line = row(stage, VERIFY).line
    name = entry(stage, VERIFY).accessibleName()
    assert name == f"{line.view.class_name}: {line.view.where}: {line.view.sentence}"
    assert "Not verified yet" in entry(stage, VERIFY).accessibleDescription()
    assert "Explained" in entry(stage, EXPLAIN).accessibleDescription()
    assert line.view.sentence in tick(stage, VERIFY).accessibleName()


def test_the_filter_shows_one_class_and_counts_all(stage: Stage, qtbot: QtBot) -> None:
    of_class = [f for f in stage.session.appraisal.findings if f.class_ is FindingClass.VERIFY]
    choice = stage.button("To verify")
    assert choice.accessibleDescription() == str(len(of_class))
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert [row.line.key for row in rows(stage)] == [finding.key for finding in of_class]
    qtbot.mouseClick(stage.button("To fix"), Qt.MouseButton.LeftButton)
    assert rows(stage) == []
    assert "Nothing of this kind was found." in stage.said
    qtbot.mouseClick(stage.button("All"), Qt.MouseButton.LeftButton)
    assert len(rows(stage)) == len(stage.session.appraisal.findings)


def test_a_reason_is_on_disk_once_the_field_is_left(stage: Stage, qtbot: QtBot) -> None:
    stage.change(without(stage.session.current, EXPLAIN))
    field = area(stage, EXPLAIN)
    field.setFocus()
    qtbot.keyClicks(field, "abcdefgh")
    assert said(stage, EXPLAIN) is None
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    reason = said(stage, EXPLAIN)
    assert reason is not None and reason.text == "abcdefgh"
    assert reason.values == row(stage, EXPLAIN).line.finding.values_hash
    assert "Explained" in texts(row(stage, EXPLAIN))
    assert open_keys(stage) == []


def test_enter_ends_the_reason_and_not_its_line(stage: Stage, qtbot: QtBot) -> None:
    stage.change(without(stage.session.current, EXPLAIN))
    qtbot.keyClicks(area(stage, EXPLAIN), "abcdefgh")
    qtbot.keyClick(area(stage, EXPLAIN), Qt.Key.Key_Return)
    reason = said(stage, EXPLAIN)
    assert reason is not None and reason.text == "abcdefgh"


def test_how_much_a_reason_lacks_is_said_while_it_is_typed(stage: Stage, qtbot: QtBot) -> None:
    stage.change(without(stage.session.current, EXPLAIN))
    field = area(stage, EXPLAIN)
    qtbot.keyClicks(field, "12 3")
    assert "3 more needed" in texts(row(stage, EXPLAIN))
    assert field.accessibleDescription() == "3 more needed"
    qtbot.keyClicks(field, "456")
    assert "Say why in words" in texts(row(stage, EXPLAIN))
    qtbot.keyClicks(field, "a")
    assert not any("needed" in text for text in texts(row(stage, EXPLAIN)))
    field.clear()
    page(stage).flush()
    assert said(stage, EXPLAIN) is None


def test_a_reason_too_short_is_kept_and_stays_open(stage: Stage, qtbot: QtBot) -> None:
    stage.change(without(stage.session.current, EXPLAIN))
    qtbot.keyClicks(area(stage, EXPLAIN), "123")
    page(stage).flush()
    reason = said(stage, EXPLAIN)
    assert reason is not None and reason.text == "123"
    assert open_keys(stage) == [EXPLAIN]


def test_a_reason_holds_no_more_than_its_limit(stage: Stage, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("长" * (LIMIT + 50))
    area(stage, EXPLAIN).selectAll()
    area(stage, EXPLAIN).paste()
    page(stage).flush()
    reason = said(stage, EXPLAIN)
    assert reason is not None and reason.text == "长" * LIMIT
    assert f"{LIMIT}/{LIMIT}" in texts(row(stage, EXPLAIN))


def test_a_pasted_reason_is_shown_in_the_line_that_is_kept(stage: Stage, qtbot: QtBot) -> None:
    write(qtbot, stage, EXPLAIN, " 第一行\r\n第二行\t完\n")
    reason = said(stage, EXPLAIN)
    assert reason is not None and reason.text == "第一行 第二行 完"
    assert area(stage, EXPLAIN).toPlainText() == reason.text


def test_a_long_reason_is_seen_whole(stage: Stage, qtbot: QtBot) -> None:
    field = area(stage, EXPLAIN)
    low = field.height()
    field.setPlainText("一段很长的说明" * 40)
    QApplication.processEvents()
    assert field.height() > 3 * low
    assert field.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reason_stays_the_text_that_it_is(stage: Stage, qtbot: QtBot, text: str) -> None:
    field = area(stage, EXPLAIN)
    field.setPlainText(text)
    page(stage).flush()
    reason = said(stage, EXPLAIN)
    assert reason is not None
    assert reason.text == "".join(c for c in text if c.isprintable())
    assert field.toPlainText().replace("\x00", "") == text.replace("\x00", "")


def test_typing_one_reason_is_one_step_of_undo(stage: Stage, qtbot: QtBot) -> None:
    before = said(stage, EXPLAIN)
    field = area(stage, EXPLAIN)
    field.setFocus()
    for text in ("a", "b", "c"):
        qtbot.keyClicks(field, text)
        page(stage).flush()
    changed = said(stage, EXPLAIN)
    assert changed != before
    stage.undo()
    assert said(stage, EXPLAIN) == before
    assert before is not None and field.toPlainText() == before.text


def test_one_click_verifies_and_another_takes_it_back(stage: Stage, qtbot: QtBot) -> None:
    stage.change(without(stage.session.current, VERIFY))
    qtbot.mouseClick(tick(stage, VERIFY), Qt.MouseButton.LeftButton)
    reason = said(stage, VERIFY)
    assert reason is not None and reason.verified
    assert "Verified" in texts(row(stage, VERIFY))
    assert open_keys(stage) == []
    qtbot.keyClick(tick(stage, VERIFY), Qt.Key.Key_Space)
    assert said(stage, VERIFY) is None
    assert open_keys(stage) == [VERIFY]


def test_a_reason_may_be_written_instead_of_verifying(qtbot: QtBot, tmp_path: Path) -> None:
    def unverified(session: Session, words: Words, workspace: Workspace) -> ReviewPage:
        session.change(without(session.current, VERIFY))
        return ReviewPage(session, words)

    with staged(tmp_path, unverified, filled=True) as stage:
        qtbot.waitUntil(stage.page.isActiveWindow)
        write = button(row(stage, VERIFY), "Write an explanation")
        qtbot.keyClick(write, Qt.Key.Key_Space)
        assert not write.isVisible()
        assert area(stage, VERIFY).hasFocus()
        qtbot.keyClicks(area(stage, VERIFY), "abcdefgh")
        page(stage).flush()
        reason = said(stage, VERIFY)
        assert reason is not None and reason.text == "abcdefgh" and not reason.verified
        assert not row(stage, VERIFY).line.view.is_open


def test_what_was_explained_instead_of_verified_is_not_called_verified() -> None:
    assert open_text(FindingClass.VERIFY, 0) == "All dealt with"


def test_a_change_of_the_values_reopens_the_reason_until_it_is_said_to_be_true(
    stage: Stage, qtbot: QtBot
) -> None:
    line = row(stage, EXPLAIN).line
    answer = stage.session.current.answer("2.1")
    stage.change(stage.session.current.with_answer(replace(answer, level=4)))
    assert row(stage, EXPLAIN).line.finding.values_hash != line.finding.values_hash
    assert area(stage, EXPLAIN).toPlainText() == line.text
    assert any("Is it still true?" in text for text in texts(row(stage, EXPLAIN)))
    assert row(stage, EXPLAIN).line.view.is_open
    qtbot.mouseClick(button(row(stage, EXPLAIN), "Still true"), Qt.MouseButton.LeftButton)
    reason = said(stage, EXPLAIN)
    assert reason == Reason(row(stage, EXPLAIN).line.finding.values_hash, line.text)
    assert not row(stage, EXPLAIN).line.view.is_open
    assert not any("Is it still true?" in text for text in texts(row(stage, EXPLAIN)))


def test_findings_come_and_go_while_a_field_keeps_keyboard_and_caret(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    field = area(stage, EXPLAIN)
    field.setFocus()
    qtbot.keyClicks(field, "xy")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    text = field.toPlainText()
    company = replace(stage.session.current.company, contact="")
    stage.change(replace(stage.session.current, company=company))
    assert rows(stage)[0].line.key == "company.missing:company.contact"
    assert field.hasFocus()
    assert (field.toPlainText(), field.textCursor().position()) == (text, 1)
    page(stage).flush()
    stage.undo()
    stage.undo()
    assert "company.missing:company.contact" not in [row.line.key for row in rows(stage)]


def test_tab_goes_through_the_rows_as_the_eye_does(stage: Stage, qtbot: QtBot) -> None:
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    company = replace(stage.session.current.company, contact="")
    stage.change(replace(stage.session.current, company=company))
    page(stage).focus_start()
    reached: list[QWidget | None] = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    first, second = rows(stage)[:2]
    assert second.line.key == EXPLAIN
    assert reached[0] is first.findChild(ReviewEntry)
    assert reached[1:3] == [second.findChild(ReviewEntry), area(stage, EXPLAIN)]


def test_f8_goes_from_one_open_finding_to_the_next_and_round(stage: Stage, qtbot: QtBot) -> None:
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    stage.change(without(stage.session.current, EXPLAIN, VERIFY))
    qtbot.mouseClick(stage.button("Hints"), Qt.MouseButton.LeftButton)
    stops = [area(stage, EXPLAIN), tick(stage, VERIFY)]
    for stop in (*stops, stops[0]):
        qtbot.keyClick(stage.page, Qt.Key.Key_F8)
        assert QApplication.focusWidget() is stop
        assert stop.isVisible()
    qtbot.keyClick(stage.page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is stops[1]


def test_where_to_begin_is_the_place_of_the_first_that_must_be_fixed(
    empty: Stage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(empty.button("Start with the first"), Qt.MouseButton.LeftButton)
    assert empty.places == ["company#name"]


def test_where_to_begin_is_the_field_where_only_a_reason_is_missing(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    stage.change(without(stage.session.current, EXPLAIN))
    qtbot.mouseClick(stage.button("Start with the first"), Qt.MouseButton.LeftButton)
    assert area(stage, EXPLAIN).hasFocus()
    assert stage.places == []


def test_where_only_looks_are_left_the_button_says_so_and_the_row_it_leads_to_is_marked(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    stage.change(without(stage.session.current, VERIFY))
    qtbot.mouseClick(stage.button("Look at them one by one"), Qt.MouseButton.LeftButton)
    lit = [row for row in stage.page.findChildren(ReviewRow) if row.is_lit]
    assert len(lit) == 1
    assert lit[0].line.key == VERIFY
    assert tick(stage, VERIFY).hasFocus()
    stage.page.focus_start()
    assert not lit[0].is_lit


def test_the_panel_says_for_each_part_whether_it_is_ready(empty: Stage, qtbot: QtBot) -> None:
    guide = panel(empty, qtbot)
    assert button(guide, "22 items: 22 not answered yet").accessibleDescription() == "not ready"
    ready = [
        found.accessibleName()
        for found in guide.findChildren(QAbstractButton)
        if found.accessibleDescription() == "ready"
    ]
    assert "Evidence: 0: None, which keeps nothing back" in ready
    assert "Improvement plan: None, which is allowed" in ready
    qtbot.mouseClick(button(guide, "Company: 9 to fix"), Qt.MouseButton.LeftButton)
    assert empty.places == ["company#name"]
    assert "Before finalising: fix 13, explain 1" in texts(guide)


def test_the_panel_says_how_much_evidence_has_a_file_and_how_much_is_planned(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF-1.7" + bytes(6_000))
    register = stage.session.current.evidence
    entry = replace(register.entries[0], file=stage.session.copy_evidence(scan))
    changed = replace(stage.session.current, evidence=register.with_changed(entry))
    stage.change(replace(changed, plan=Plan().with_target("1.1", 3).with_new("1.2")))
    guide = panel(stage, qtbot)
    said = {found.accessibleName() for found in guide.findChildren(QAbstractButton)}
    count = len(register.entries)
    assert f"Evidence: {count}: 1 of them with a file (6 KB)" in said
    assert any(text.startswith("Improvement plan: ") for text in said)


def test_the_panel_names_the_fields_where_they_are_few(stage: Stage, qtbot: QtBot) -> None:
    guide = panel(stage, qtbot)
    company = replace(stage.session.current.company, contact="", results="")
    stage.change(replace(stage.session.current, company=company))
    assert button(guide, "Company: To fix: Contact person")
    assert button(guide, "Three narratives: To fix: Results achieved")


def test_the_bar_stands_below_the_page_only_where_the_panel_is_not_seen(
    stage: Stage, qtbot: QtBot
) -> None:
    assert stage.button("Finalise…").isVisible()
    guide = panel(stage, qtbot)
    QApplication.processEvents()
    assert not any(
        b.isVisible()
        for b in stage.page.findChildren(QAbstractButton, "")
        if b.accessibleName() == "Finalise…"
    )
    guide.hide()
    assert stage.button("Finalise…").isVisible()


def test_nothing_can_be_finalised_while_something_is_open(empty: Stage, qtbot: QtBot) -> None:
    locked = empty.button("Finalise")
    assert not locked.isEnabled()
    assert locked.accessibleDescription() == "Before finalising: fix 13, explain 1"


def test_finalising_asks_first_and_makes_a_revision(stage: Stage, qtbot: QtBot) -> None:
    guide = panel(stage, qtbot)
    told: list[None] = []
    stage.page.standing_changed.connect(lambda: told.append(None))
    with answering("Not yet"):
        button(guide, "Finalise…").click()
    assert codes(stage) == []
    with answering("Finalise"):
        button(guide, "Finalise…").click()
    (revision,) = stage.session.history.revisions
    assert state(stage) is State.FINALISED
    assert told
    assert revision.code in texts(guide)
    assert "Finalised as revision 1" in texts(guide)
    assert any(f"{revision.finalised.astimezone():%Y-%m-%d %H:%M}" in t for t in texts(guide))
    button(guide, "Look at revision 1").click()
    button(guide, "Export files").click()
    assert stage.places == ["revision/1", "export"]


def test_the_code_of_a_revision_can_be_copied(stage: Stage, qtbot: QtBot) -> None:
    revision = stage.session.finalise()
    guide = panel(stage, qtbot)
    button(guide, "Copy the code").click()
    assert QApplication.clipboard().text() == revision.code
    assert button(guide, "Copied")


def test_what_is_typed_is_a_part_of_the_revision(stage: Stage, qtbot: QtBot) -> None:
    field = area(stage, EXPLAIN)
    field.setFocus()
    field.setPlainText(REASON)
    with answering("Finalise"):
        stage.button("Finalise…").click()
    revision = stage.session.history.newest
    assert revision is not None and REASON in revision.content.decode()


def test_a_change_after_finalising_opens_the_next_revision(stage: Stage, qtbot: QtBot) -> None:
    stage.session.finalise()
    guide = panel(stage, qtbot)
    company = replace(stage.session.current.company, contact="")
    stage.change(replace(stage.session.current, company=company))
    assert "Revision 2" in texts(guide)
    assert button(guide, "Start with the first")
    stage.undo()
    assert "Finalised as revision 1" in texts(guide)


def test_a_refusal_is_said_and_nothing_is_lost(stage: Stage, qtbot: QtBot) -> None:
    """A file of evidence that is gone is found only when it is looked for."""
    source = stage.workspace.database.parent / "photo.png"
    source.write_bytes(b"picture")
    file = stage.session.copy_evidence(source)
    entry = replace(stage.session.current.evidence.entries[0], file=file)
    register = stage.session.current.evidence.with_changed(entry)
    stage.change(replace(stage.session.current, evidence=register))
    still_true = row(stage, "evidence.no_file")
    button(still_true, "Still true").click()
    stage.session.evidence_path(file.sha256).unlink()
    before = stage.session.current
    with answering("Finalise", "OK") as seen:
        stage.button("Finalise…").click()
    assert isinstance(seen[1], Message)
    assert codes(stage) == []
    assert stage.session.current == before
    assert rows(stage)[0].line.finding.class_ is FindingClass.MUST_FIX


def test_a_disk_that_is_full_keeps_the_draft(stage: Stage, qtbot: QtBot) -> None:
    fill_disk(stage.workspace)
    area(stage, EXPLAIN).setPlainText("长期合作" * (LIMIT // 4))
    with answering("Finalise", "OK"):
        stage.button("Finalise…").click()
    assert state(stage) is State.DRAFT
    free_disk(stage.workspace)
    with answering("Finalise"):
        stage.button("Finalise…").click()
    assert state(stage) is State.FINALISED


def test_strip_and_rail_show_at_once_that_a_revision_was_made(qtbot: QtBot, tmp_path: Path) -> None:
    with workspace_in(tmp_path / "data") as workspace:
        makers = page_makers(PreferenceFile(tmp_path))
        words = workspace.words(Language.EN)
        whole = AssessmentPage(workspace.add_sample(), workspace, words, makers, True)
        qtbot.addWidget(whole)
        whole.resize(1366, 720)
        whole.show()
        whole.go("review")
        with answering("Finalise"):
            button(whole, "Finalise…").click()
        assert "Finalised · revision 1" in texts(whole)


def test_a_change_is_shown_before_the_next_key(stage: Stage) -> None:
    """Only the rows that differ are touched: what others say must not slow down typing."""
    session = stage.session
    kept = {row.line.key: row for row in rows(stage)}
    company = replace(session.current.company, contact="")
    change = session.change(replace(session.current, company=company))
    assert session.appraisal.findings
    stage.page.show_change(change)
    assert {row.line.key: row for row in rows(stage)}.items() >= kept.items()


def test_an_assessment_without_a_finding_says_so(stage: Stage) -> None:
    current = stage.session.current
    answers = {id: Answer(id, level=0) for id in stage.session.edition.item_ids}
    stage.change(
        replace(current, answers=answers, evidence=EvidenceRegister(), plan=Plan(), metrics={})
    )
    assert stage.session.appraisal.findings == ()
    assert "Nothing was found" in stage.said
    assert rows(stage) == []


def test_the_page_comes_back_to_the_finding_that_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    with workspace_in(tmp_path / "data") as workspace:
        makers = page_makers(PreferenceFile(tmp_path))
        words = workspace.words(Language.EN)
        session = workspace.add_sample()
        for item in session.edition.items:
            answer = replace(session.current.answer(item.id), level=None, not_applicable=False)
            session.change(session.current.with_answer(answer))
        whole = AssessmentPage(session, workspace, words, makers, True)
        qtbot.addWidget(whole)
        whole.resize(1366, 600)
        whole.show()
        whole.go("review")
        lines = review_lines(session, words)
        key, next_key = "evidence.unused:4.3-01", "evidence.unused:5.3-01"

        def shown(key: str) -> ReviewRow:
            QApplication.processEvents()
            found = [row for row in whole.findChildren(ReviewRow) if row.line.key == key]
            return next(row for row in found if row.isVisible())

        assert shown(key).visibleRegion().isEmpty()
        shown(key).findChildren(ReviewEntry)[0].click()
        assert whole.place == "item/4.3"
        whole.go("review")
        assert shown(key).isAncestorOf(whole.focusWidget())
        assert not shown(key).visibleRegion().isEmpty()

        shown(key).findChildren(ReviewEntry)[0].click()
        answer = session.current.answer("4.3")
        session.change(session.current.with_answer(replace(answer, level=3)))
        assert key not in {line.key for line in review_lines(session, words)}
        whole.go("review")
        assert shown(next_key).isAncestorOf(whole.focusWidget())
        whole.go("company")
        whole.go(f"review#{lines[3].key}")
        assert shown(lines[3].key).isAncestorOf(whole.focusWidget())


_LIKE = ("1.1", "1.3", "2.1")


def _claim_without_practices(stage: Stage) -> list[str]:
    """Three items of level 2 of which nothing is ticked; the keys of what is found of them."""
    wanted = stage.session.current
    for item in _LIKE:
        wanted = wanted.with_answer(Answer(item, level=2))
    stage.page.change_requested.emit(wanted, "")
    QApplication.processEvents()
    return [f"level.above_practices:{item}" for item in _LIKE]


def write(qtbot: QtBot, stage: Stage, key: str, text: str) -> None:
    """Types a reason, in place of what is there, and leaves the field."""
    field = area(stage, key)
    field.setFocus()
    field.selectAll()
    # Chinese comes from an input method or the clipboard, never as key presses.
    QApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page(stage).flush()
    QApplication.processEvents()


def _share(stage: Stage, key: str) -> QAbstractButton | None:
    found = [
        button
        for button in row(stage, key).findChildren(QAbstractButton)
        if button.isVisible() and button.text().startswith("The same reason for the ")
    ]
    return found[0] if found else None


def test_one_reason_is_said_of_all_findings_of_its_kind_and_taken_back_in_one_step(
    qtbot: QtBot, empty: Stage
) -> None:
    keys = _claim_without_practices(empty)
    assert all(_share(empty, key) is None for key in keys)
    stage_session = empty.session
    write(qtbot, empty, keys[0], "太短")
    assert _share(empty, keys[0]) is None, "what is no reason yet is offered to nobody"
    write(qtbot, empty, keys[0], REASON)
    share = _share(empty, keys[0])
    assert share is not None
    assert share.text() == "The same reason for the 2 other findings of this kind"
    before = stage_session.current
    qtbot.mouseClick(share, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [stage_session.saved.reasons[key].text for key in keys] == [REASON] * 3
    open_now = {finding.key for finding in stage_session.appraisal.open_findings}
    assert not open_now & {*keys}
    assert all(_share(empty, key) is None for key in keys)
    stage_session.undo()
    assert stage_session.current == before


def test_what_is_said_of_another_finding_already_stays(qtbot: QtBot, empty: Stage) -> None:
    keys = _claim_without_practices(empty)
    write(qtbot, empty, keys[2], "这一项另有原因")
    write(qtbot, empty, keys[0], REASON)
    share = _share(empty, keys[0])
    assert share is not None
    assert share.text() == "The same reason for the other finding of this kind"
    qtbot.mouseClick(share, Qt.MouseButton.LeftButton)
    reasons = empty.session.saved.reasons
    assert [reasons[key].text for key in keys] == [REASON, REASON, "这一项另有原因"]
