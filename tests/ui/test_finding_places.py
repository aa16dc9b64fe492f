"""Whatever a finding names can be gone to: it is on the screen, and the keyboard is in it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.review import review
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.ui.page import Page, split_place
from digicom_desktop.ui.preferences import PreferenceFile
from tests.domain.test_review_rules import CASES
from tests.ui.stage import page_of, window_on, workspace_in


def _places() -> dict[str, Assessment]:
    """Every place that any rule names, in an assessment where it does; one item of each section."""
    found: dict[str, Assessment] = {}
    sections: set[tuple[str, str]] = set()
    for cases in CASES.values():
        for case in cases:
            for finding in review(case.wrong):
                kind, subject, target = split_place(finding.place)
                if subject and (kind, target) in sections:
                    continue
                sections.add((kind, target))
                found.setdefault(finding.place, case.wrong.assessment)
    return found


PLACES = _places()


def seen(widget: QWidget) -> bool:
    """Whether all of ``widget`` can be seen, or as much as there is room for."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return widget.isVisible()
    port = area.viewport()
    box = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
    return widget.isVisible() and port.rect().contains(box.topLeft())


def test_every_place_that_a_finding_names_is_shown_and_has_the_keyboard(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert len(PLACES) > 40
    wrong: list[str] = []
    makers = page_makers(PreferenceFile(tmp_path))
    with workspace_in(tmp_path) as workspace, window_on(workspace, makers, (1366, 690)) as window:
        window.open_session(workspace.add_sample(), "review")
        shown = page_of(window)
        for place, assessment in PLACES.items():
            shown.go("profile")
            session = shown.session
            session.change(replace(assessment, evidence=session.current.evidence))
            shown.go(place)
            for _ in range(10):
                QApplication.processEvents()
            if not is_there(shown, place):
                wrong.append(place)
        window.use(workspace)
    assert wrong == []


def is_there(shown: AssessmentPage, place: str) -> bool:
    """Whether the keyboard is where ``place`` says, and that is seen."""
    (page,) = [page for page in shown.findChildren(Page) if page.isVisible()]
    _, _, target = split_place(place)
    has_it: QWidget | None = page.focusWidget()
    if has_it is None or not has_it.isVisible() or not seen(has_it):
        return False
    if isinstance(page, CompanyPage) and target:
        field = page._places().get(target)
        return field is not None and field.isAncestorOf(has_it)
    return True


def test_a_page_that_opens_at_a_place_further_down_shows_it(qtbot: QtBot, tmp_path: Path) -> None:
    makers = page_makers(PreferenceFile(tmp_path))
    with workspace_in(tmp_path) as workspace, window_on(workspace, makers, (1366, 690)) as window:
        for place in ("company#revenue", "company#metrics.orders", "company#filled_on"):
            window.open_session(workspace.add_sample(), place)
            for _ in range(10):
                QApplication.processEvents()
            assert is_there(page_of(window), place)
