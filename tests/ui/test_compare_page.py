"""This assessment beside last year, a revision of it, or another assessment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.carrying import confirmed
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.compare_body import CompareBody
from digicom_desktop.ui.compare_entry import CompareEntry
from digicom_desktop.ui.compare_figures import FiguresCard
from digicom_desktop.ui.compare_only import OnlyCard
from digicom_desktop.ui.compare_page import ComparePage
from digicom_desktop.ui.compare_radar import CompareRadarCard
from digicom_desktop.ui.compare_row import CompareRow
from digicom_desktop.ui.compare_scores import ScoresCard
from digicom_desktop.ui.numbers_table import NumbersTable
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.workspace import Workspace
from tests.finished import settle as explain
from tests.showcase.inspection import cut_off, unnamed, unreachable
from tests.ui.page_stage import HOSTILE, Stage, staged

# Without a window manager a list that pops up cannot do all that it tries.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Prepare = Callable[[Workspace, Session], Session]
"""From the workspace and the sample in it to the session that is compared."""


@contextmanager
def comparing(
    folder: Path, prepare: Prepare, language: Language = Language.EN, *, width: int = 1118
) -> Iterator[Stage]:
    sessions: list[Session] = []

    def make(sample: Session, words: Words, workspace: Workspace) -> ComparePage:
        sessions.append(prepare(workspace, sample))
        return ComparePage(sessions[0], words, workspace)

    with staged(folder, make, language, filled=True, width=width) as stage:
        stage.session = sessions[0]
        settle()
        yield stage


def settle() -> None:
    for _ in range(5):  # the comparison comes after the page
        QApplication.processEvents()


def alone(workspace: Workspace, sample: Session) -> Session:
    return sample


def next_year(workspace: Workspace, sample: Session) -> Session:
    """1.4 is confirmed as it was, 1.5 has risen from 0 to 1, and the turnover by a tenth."""
    session = workspace.carry_forward(sample.id)
    new = confirmed(confirmed(session.current, "1.4"), "1.5")
    new = new.with_answer(replace(new.answer("1.5"), level=1))
    session.change(new.with_metric("revenue", MetricValue("5,346", "4860")))
    return session


def changed(session: Session, item: str = "1.5", level: int = 1) -> Session:
    session.change(session.current.with_answer(replace(session.current.answer(item), level=level)))
    return session


def twice_finalised(workspace: Workspace, sample: Session) -> Session:
    """In revision 2 item 1.5 is at level 1, in the draft after it 3.2 is at level 2."""
    explain(sample)
    sample.finalise()
    changed(sample)
    explain(sample)
    sample.finalise()
    return changed(sample, "3.2", 2)


def another(
    workspace: Workspace, sample: Session, year: int = 2024, name: str = "", code: str = ""
) -> Session:
    """The sample of another year, or of another firm."""
    company = sample.current.company
    company = replace(
        company, year=year, name=name or company.name, credit_code=code or company.credit_code
    )
    return workspace.add(replace(sample.current, company=company))


def damage(workspace: Workspace, id: str) -> None:
    """Change a part behind the program's back."""
    workspace._store._connection.fetch(
        f"UPDATE part SET content = x'7b7d' WHERE assessment = '{id}' AND key = 'answer/1.1'"
    )


def entries(stage: Stage) -> list[str]:
    """The rows of items that can be seen, in order, as they are read aloud."""
    settle()
    found = [entry for entry in stage.page.findChildren(CompareEntry) if entry.isVisible()]
    found.sort(key=lambda entry: entry.mapTo(stage.page, entry.pos()).y())
    return [entry.accessibleName() for entry in found]


def ids(stage: Stage) -> list[str]:
    return [name.partition(" ")[0] for name in entries(stage)]


def row(stage: Stage, item: str) -> CompareRow:
    return stage.find(CompareRow, lambda row: row._id == item and row.isVisible())


def texts(stage: Stage, kind: type[ScoresCard] | type[CompareRow] | type[OnlyCard]) -> list[str]:
    return [label.text() for label in stage.find(kind).findChildren(QLabel) if label.isVisible()]


def choices(stage: Stage) -> list[str]:
    box = stage.find(QComboBox)
    return [box.itemText(place) for place in range(box.count())]


def choose(stage: Stage, number: int) -> None:
    """What a click on an entry of the open list does."""
    box = stage.find(QComboBox)
    box.setCurrentIndex(number)
    box.activated.emit(number)
    settle()


def banners(stage: Stage) -> list[str]:
    settle()
    return [b.accessibleName() for b in stage.page.findChildren(Banner) if b.isVisible()]


def figures(stage: Stage, number: int) -> dict[str, tuple[str, ...]]:
    table = stage.page.findChildren(FiguresCard)[number].findChildren(NumbersTable)[0]
    return {line[0]: line[1:] for line in table.numbers.rows}


def test_a_new_year_stands_beside_the_one_that_it_came_from(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, next_year) as stage:
        company = stage.session.current.company.name
        assert stage.find(QComboBox).currentText().startswith(f"{company} · Year 2025 · ")
        assert f"{company} · Year 2026 · Draft" in stage.said
        report = stage.report
        assert report.previous is not None
        said = texts(stage, ScoresCard)
        assert {"2025", "2026", report.supported.shown} <= set(said)
        assert report.previous.supported_shown in said
        assert "Not kept" in said  # last year's level is nowhere inside
        lines = {name.partition(" ")[0]: name for name in entries(stage)}
        assert "1.4" not in lines
        before, after = "claimed 0 Not started", "claimed 1 "
        assert before in lines["1.5"].split("; after ")[0]
        assert after in lines["1.5"].split("; after ")[1]
        assert "after Not answered" in lines["1.2"]


def test_figures_stand_with_their_change_in_percent(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, next_year) as stage:
        firm = figures(stage, 1)
        assert firm["Operating revenue (CNY 10,000)"] == ("4,860.00", "5,346.00", "+10.0%")
        assert firm["Total assets (CNY 10,000)"][1:] == ("—", "—")
        table = stage.page.findChildren(FiguresCard)[1].findChildren(NumbersTable)[0]
        assert table.numbers.heads == ("Figure", "2025", "2026", "Change")


def test_a_change_far_below_is_told_at_the_top(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        explain(sample)
        sample.finalise()
        sample.change(sample.current.with_metric("tax_paid", MetricValue("203", "171")))
        return sample

    with comparing(tmp_path, prepare) as stage:
        said = [part.text() for part in stage.page.findChildren(Paragraph) if part.isVisible()]
        assert "Changes (1): Taxes paid (CNY 10,000) 196.00 → 203.00" in said

    with comparing(tmp_path / "other", twice_finalised) as stage:
        said = [part.text() for part in stage.page.findChildren(Paragraph) if part.isVisible()]
        assert any(text.startswith("Changes (1): 3.2 ") for text in said)


def test_two_revisions_and_the_draft_are_compared(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        name = stage.session.current.company.name
        assert choices(stage) == [
            f"{name} · Year 2025 · Revision 2 (Finalised)",
            f"{name} · Year 2025 · Revision 1 (Finalised)",
        ]
        assert ids(stage) == ["3.2"]
        assert {"Revision 2", "Draft"} <= set(texts(stage, ScoresCard))
        choose(stage, 1)
        assert ids(stage) == ["1.5", "3.2"]
        assert "Revision 1" in texts(stage, ScoresCard)


def test_what_is_finalised_is_compared_with_earlier_revisions_only(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        session = twice_finalised(workspace, sample)
        session.undo()
        return session

    with comparing(tmp_path, prepare) as stage:
        assert [text.split(" · ")[-1] for text in choices(stage)] == ["Revision 1 (Finalised)"]
        assert any(text.endswith("Revision 2 (Finalised)") for text in stage.said)
        assert ids(stage) == ["1.5"]


def test_each_revision_is_offered_with_where_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        handed_in = another(workspace, sample, 2024)
        explain(handed_in)
        handed_in.finalise()
        handed_in.history.change_state(1, State.SUBMITTED, "2025-03-01")
        back = another(workspace, sample, 2023)
        explain(back)
        back.finalise()
        for state in (State.SUBMITTED, State.RETURNED):
            back.history.change_state(1, state, "2024-03-01")
        changed(back)
        session = twice_finalised(workspace, sample)
        session.history.change_state(1, State.SUBMITTED, "2026-03-01")
        session.history.change_state(1, State.ACCEPTED, "2026-04-01")
        return session

    with comparing(tmp_path, prepare) as stage:
        assert [text.partition(" · ")[2] for text in choices(stage)] == [
            "Year 2025 · Revision 2 (Finalised)",
            "Year 2025 · Revision 1 (Accepted)",
            "Year 2024 · Revision 1 (Submitted)",
            "Year 2023 · Draft",
            "Year 2023 · Revision 1 (Returned)",
        ]


def test_a_revision_can_be_asked_for_by_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        stage.page.focus_start("revision/1")
        assert ids(stage) == ["1.5", "3.2"]
        stage.page.focus_start("revision/9")
        assert ids(stage) == ["1.5", "3.2"]
        assert stage.find(QComboBox).hasFocus()


def test_the_newest_of_the_firm_is_compared_first_and_other_firms_follow(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        another(workspace, sample, 2025, name="别家有限公司", code="91330782MA00DEMO1X")
        another(workspace, sample, 2023)
        finalised = another(workspace, sample, 2024)
        explain(finalised)
        finalised.finalise()
        changed(finalised)
        return sample

    with comparing(tmp_path, prepare) as stage:
        name = stage.session.current.company.name
        assert choices(stage) == [
            f"{name} · Year 2024 · Draft",
            f"{name} · Year 2024 · Revision 1 (Finalised)",
            f"{name} · Year 2023 · Draft",
            "别家有限公司 · Year 2025 · Draft",
        ]
        # What was finalised is the firm's word.
        assert stage.find(QComboBox).currentIndex() == 1
        assert entries(stage) and all("no change" in line for line in entries(stage))
        choose(stage, 0)
        assert ids(stage) == ["1.5"]
        choose(stage, 3)
        (notice,) = banners(stage)
        assert "别家有限公司" in notice
        assert {"This one", "The other one"} <= set(texts(stage, ScoresCard))


def test_the_later_year_is_the_new_side_also_where_it_is_the_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        changed(another(workspace, sample, 2026))
        return sample

    with comparing(tmp_path, prepare) as stage:
        (line,) = entries(stage)
        assert "before claimed 0" in line and "after claimed 1" in line
        said = texts(stage, ScoresCard)
        assert said.index("2025") < said.index("2026")


def test_editions_that_differ_are_said(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        code = sample.current.company.credit_code
        old = Assessment("mofcom-trial-1", Company(year=2024, name="甲", credit_code=code))
        workspace.add(old)
        return sample

    with comparing(tmp_path, prepare) as stage:
        (notice,) = banners(stage)
        # Their titles are one: only the ids tell them apart.
        assert "mofcom-trial-1" in notice and "mofcom-trial-2" in notice
        assert any(text.endswith("mofcom-trial-1") for text in stage.said)
        assert ids(stage) == list(stage.session.edition.item_ids)
        assert not any("Practices" in line for line in entries(stage))


def test_a_damaged_other_is_said_and_nothing_else_breaks(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        another(workspace, sample, 2023)
        damage(workspace, another(workspace, sample, 2024).id)
        return sample

    with comparing(tmp_path, prepare) as stage:
        (sentence,) = banners(stage)
        assert sentence.startswith("This cannot be compared: ")
        assert stage.page.findChildren(CompareEntry) == []
        choose(stage, 1)
        assert banners(stage) == []
        assert len(entries(stage)) == 22
        choose(stage, 0)
        assert banners(stage) == [sentence]
        assert entries(stage) == []
        stage.button("Back to results").click()
        assert stage.places == ["results"]


def test_altered_revisions_of_its_own_leave_the_others_to_choose(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        another(workspace, sample, 2024)
        session = twice_finalised(workspace, sample)
        connection = workspace._store._connection
        connection.fetch("DROP TRIGGER revision_is_never_changed")
        connection.fetch("UPDATE revision SET code = '2222-2222-22222' WHERE number = 2")
        return workspace.open(session.id)

    with comparing(tmp_path, prepare) as stage:
        (sentence,) = banners(stage)
        assert not sentence.startswith("This cannot be compared")
        assert [text.split(" · ")[1] for text in choices(stage)] == ["Year 2024"]
        assert ids(stage) == ["1.5", "3.2"]


def test_with_nothing_to_compare_the_page_says_what_it_waits_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with comparing(tmp_path, alone) as stage:
        assert "Nothing to compare with yet" in stage.said
        assert not any(combo.isVisible() for combo in stage.page.findChildren(QComboBox))
        stage.page.focus_start()
        assert stage.button("Back to results").hasFocus()
        changed(stage.session)
        stage.undo()
        assert "Nothing to compare with yet" in stage.said


def test_only_another_firm_is_compared_when_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        another(workspace, sample, 2024, name="别家", code="91330782MA00DEMO1X")
        return sample

    with comparing(tmp_path, prepare) as stage:
        assert any(text.startswith("Choose above") for text in stage.said)
        assert entries(stage) == []
        choose(stage, 0)
        assert len(entries(stage)) == 22
        assert not any(text.startswith("Choose above") for text in stage.said)


def test_all_items_are_shown_on_request(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        assert "1 of 22 changed" in stage.said
        switch = stage.button("All items: only what changed")
        assert switch.isChecked()
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert ids(stage) == list(stage.session.edition.item_ids)
        assert "1.1 Computing Technologies" in entries(stage)[0]
        assert ": no change, " in entries(stage)[0]
        qtbot.keyClick(switch, Qt.Key.Key_Space)
        assert ids(stage) == ["3.2"]


def test_a_click_or_enter_leads_to_the_item(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        entry = row(stage, "3.2").findChildren(CompareEntry)[0]
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        assert stage.places == ["item/3.2", "item/3.2"]


def with_other_texts(workspace: Workspace, sample: Session) -> Session:
    """Against 2024: 1.1 is stated otherwise and has a practice less, 3.1 does apply."""
    another(workspace, sample, 2024)
    answer = sample.current.answer("1.1")
    statement = replace(answer.statement, system=HOSTILE[0], note="")
    practices = frozenset(sorted(answer.practices)[1:])
    new = sample.current.with_answer(replace(answer, statement=statement, practices=practices))
    new = new.with_answer(replace(new.answer("3.1"), not_applicable=False, level=2))
    sample.change(new)
    return sample


def test_texts_of_both_sides_open_beside_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, with_other_texts) as stage:
        old = stage.workspace.rows()[-1]
        before = stage.workspace.open(old.id).current.answer("1.1")
        if before.statement.system == HOSTILE[0]:  # the rows come by their last change
            before = stage.workspace.open(stage.workspace.rows()[0].id).current.answer("1.1")
        assert "Practices, Statement" in entries(stage)[0]
        opener = stage.button("1.1: show the texts")
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
        settle()
        said = [label.text() for label in row(stage, "1.1").findChildren(QLabel)]
        at = said.index("System or tool")
        assert said[at + 1 : at + 3] == [before.statement.system, HOSTILE[0]]
        at = said.index("Note")
        assert said[at + 1 : at + 3] == [before.statement.note, "—"]
        at = said.index("Practices (only those of one side)")
        gone = sorted(before.practices)[0]
        practices = stage.session.edition.item("1.1").practices
        (text,) = (practice.text.en for practice in practices if practice.id == gone)
        assert said[at + 1 : at + 3] == [text, "—"]
        assert "Scope" not in said
        stage.button("1.1: hide the texts").click()
        assert not row(stage, "1.1").is_open


def test_a_state_that_changed_says_why_it_did_not_apply(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, with_other_texts) as stage:
        reason = stage.session.current.answer("3.1").reason
        stage.button("3.1: show the texts").click()
        said = [label.text() for label in row(stage, "3.1").findChildren(QLabel)]
        assert f"Not applicable\n{reason}" in said


def test_where_no_text_changed_there_is_nothing_to_open(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        settle()
        with pytest.raises(LookupError):
            stage.button("3.2: show the texts")


def test_undo_is_seen_at_once_and_leaves_open_what_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, with_other_texts) as stage:
        stage.button("1.1: show the texts").click()
        answer = stage.session.current.answer("1.5")
        stage.change(stage.session.current.with_answer(replace(answer, level=1)))
        assert ids(stage) == ["1.1", "1.5", "3.1"]
        assert row(stage, "1.1").is_open
        shown = stage.report.supported.shown
        assert shown in texts(stage, ScoresCard)
        stage.undo()
        assert ids(stage) == ["1.1", "3.1"]


def test_the_wheel_says_both_values_and_is_there_as_a_table(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, next_year) as stage:
        card = stage.find(CompareRadarCard)
        report = stage.report
        assert report.previous is not None
        first = report.directions[0]
        before = report.previous.shown[first.id]
        line = f"evidence-backed: 2025 {before}, 2026 {first.supported.shown}, change -"
        assert line in card.chart.accessibleDescription()
        stage.button("Six directions, evidence-backed: show the numbers").click()
        (table,) = card.findChildren(NumbersTable)
        assert table.numbers.heads == ("Direction", "2025", "2026", "Change")
        assert table.numbers.rows[0][:3] == (first.name, before, first.supported.shown)


def test_the_whole_comparison_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    with comparing(tmp_path, next_year) as stage:
        stage.button("Copy all").click()
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
        company = stage.session.current.company.name
        assert lines[1] == ["2026", f"{company} · Year 2026 · Draft"]
        report = stage.report
        assert report.previous is not None
        (score,) = (line for line in lines if line[0] == "Evidence-backed score")
        assert score[1:3] == [report.previous.supported_shown, report.supported.shown]
        items = [line for line in lines if line[0].split(" ")[0] in stage.session.edition.item_ids]
        assert [line[0].split(" ")[0] for line in items][:22] == list(
            stage.session.edition.item_ids
        )
        (revenue,) = (line for line in lines if line[0].startswith("Operating revenue"))
        assert revenue[1:] == ["4,860.00", "5,346.00", "+10.0%"]


def test_items_of_one_side_only_are_listed_and_lead_on_where_they_are_here(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with comparing(tmp_path, next_year) as stage:
        card = stage.find(OnlyCard)
        assert not card.isVisible()
        comparison, _ = stage.page._compared  # type: ignore[attr-defined]
        side = comparison.new.items
        card.show_items(side[:1], side[1:2], ("2026", "2025"))
        settle()
        assert {"Only in 2026", "Only in 2025"} <= set(texts(stage, OnlyCard))
        stage.button(f"{side[0].id} {side[0].title}").click()
        assert stage.places == [f"item/{side[0].id}"]


@POPUP
def test_many_choices_are_searched_by_typing(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        for year in range(2012, 2024):
            another(workspace, sample, year)
        changed(another(workspace, sample, 2010))
        return sample

    with comparing(tmp_path, prepare) as stage:
        line = stage.find(QLineEdit)
        assert "· Year 2023 ·" in line.text()
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, "2010")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        settle()
        assert "· Year 2010 ·" in line.text()
        assert ids(stage) == ["1.5"]


def test_choices_that_are_named_alike_are_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        another(workspace, sample)
        another(workspace, sample)
        return sample

    with comparing(tmp_path, prepare) as stage:
        first, second = choices(stage)
        assert first != second


@pytest.mark.parametrize("width", [1118, 776, 640])
@pytest.mark.parametrize("language", list(Language))
@POPUP
def test_everything_is_named_reached_and_whole(
    qtbot: QtBot, tmp_path: Path, width: int, language: Language
) -> None:
    with comparing(tmp_path, with_other_texts, language, width=width) as stage:
        for opened in stage.page.findChildren(CompareRow):
            opened._on_opened()
        settle()
        page = stage.page
        assert [*unnamed(page), *unreachable(page), *cut_off(page)] == []
        body = stage.find(CompareBody)
        assert body.width() <= width


def test_a_report_of_another_assessment_is_read_without_opening_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with comparing(tmp_path, twice_finalised) as stage:
        workspace, id = stage.workspace, stage.session.id
        draft = workspace.report_of(id, None, Language.EN)
        first = workspace.report_of(id, 1, Language.EN)
        assert (draft.revision, first.revision) == (None, 1)
        assert draft.content == stage.session.appraisal.content
        assert first.code == stage.session.history.revision(1).code


def test_the_accepted_revision_of_last_year_is_compared_first(qtbot: QtBot, tmp_path: Path) -> None:
    def prepare(workspace: Workspace, sample: Session) -> Session:
        explain(sample)
        sample.finalise()
        new = next_year(workspace, sample)
        sample.history.change_state(1, State.SUBMITTED, "2026-03-01")
        sample.history.change_state(1, State.ACCEPTED, "2026-03-09")
        return new

    with comparing(tmp_path, prepare) as stage:
        name = stage.session.current.company.name
        accepted = f"{name} · Year 2025 · Revision 1 (Accepted)"
        assert stage.find(QComboBox).currentText() == accepted
        assert f"{name} · Year 2025 · As carried forward" in choices(stage)
        assert "Not kept" not in texts(stage, ScoresCard)
        stage.button("Copy all").click()
        assert QGuiApplication.clipboard().text().startswith(f"2025\t{accepted}\n")
        assert stage.button("Copied; it can be pasted into a table").isVisible()


def test_what_was_carried_forward_is_called_so_where_no_revision_is_here(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with comparing(tmp_path, next_year) as stage:
        name = stage.session.current.company.name
        only = f"{name} · Year 2025 · Only as carried forward, no revision"
        assert stage.find(QComboBox).currentText() == only
