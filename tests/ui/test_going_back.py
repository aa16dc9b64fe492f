"""Changes after a revision can be dropped, also once undo has forgotten them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Figure
from digicom_desktop.domain.metric import MetricValue
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.dialogs import Question
from digicom_desktop.ui.export_page import ExportPage
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged
from tests.ui.revision_stage import answer, edit, finalise, press

BACK = "Drop the changes, back to revision 1…"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """Finalised, changed by accident, and opened anew: there is nothing to undo."""

    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        current = session.current.with_metric("tax_paid", MetricValue("1,960,000元", "171"))
        kept = replace(current.answer("3.1"), not_applicable=True, reason="没有面向外面商家的平台")
        session.change(current.with_answer(kept))
        finalise(session)
        said = session.current.answer("1.1")
        session.change(session.current.with_answer(said.with_figure("1.1.k1", Figure("9%", "7%"))))
        edit(session, "somebody else")
        session._past.clear()
        return ExportPage(session, words, workspace, tmp_path)

    with staged(tmp_path / "data", make, filled=True) as stage:
        yield stage


def test_what_was_changed_since_a_revision_can_be_dropped(stage: Stage) -> None:
    session = stage.session
    draft = session.current
    assert session.state.value == "draft" and not session.can_undo
    answer(Question, lambda dialog: press(dialog, "Drop the changes"))
    stage.button(BACK).click()

    assert session.state is State.FINALISED
    assert stage.workspace.open(session.id).state is State.FINALISED
    assert session.current.answer("1.1").figure("1.1.k1") == Figure("11.3", "7.6")
    assert session.current.company.contact != "somebody else"
    assert session.current.metric("tax_paid") == MetricValue("1,960,000元", "171")
    stage.undo()
    assert session.current == draft


def test_nothing_is_dropped_before_it_is_said_so(stage: Stage) -> None:
    draft = stage.session.current
    answer(Question, lambda dialog: press(dialog, "Keep the changes"))
    stage.button(BACK).click()

    assert stage.session.current == draft
    assert stage.session.state is State.DRAFT


def test_what_was_never_finalised_has_no_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    def make(session: Session, words: Words, workspace: Workspace) -> ExportPage:
        return ExportPage(session, words, workspace, tmp_path)

    with staged(tmp_path / "data", make, filled=True) as stage:
        buttons = [b for b in stage.page.findChildren(QAbstractButton) if b.isVisible()]
        assert not [b for b in buttons if b.accessibleName().startswith("Drop the changes")]
