"""Every page by the name of its place; each is imported when it is first opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop.ui.guide_choice import GuideChoice
from digicom_desktop.ui.page import Page, PageMakers
from digicom_desktop.ui.preferences import PreferenceFile

if TYPE_CHECKING:
    from digicom_desktop.domain.guideline import Edition
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Session
    from digicom_desktop.workspace import Workspace


def page_makers(preferences: PreferenceFile) -> PageMakers:
    """How every page is made; each is imported when it is first opened."""
    return PageMakers(
        pages={
            "company": _company_page,
            "profile": _profile_page,
            "item": partial(_item_page, GuideChoice()),
            "review": _review_page,
            "results": _results_page,
            "worked": _worked_page,
            "plan": _plan_page,
            "compare": _compare_page,
            "revision": _revision_page,
            "export": partial(_export_page, preferences),
        },
        references={
            "guideline": _guideline_page,
            "method": _method_page,
            "manual": _manual_page,
        },
        tools={"check": _check_page},
    )


def _company_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.company_page import CompanyPage

    return CompanyPage(session, words, workspace)


def _profile_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.profile_page import ProfilePage

    return ProfilePage(session, words, workspace.library.metrics())


def _item_page(
    choice: GuideChoice, session: Session, words: Words, workspace: Workspace, subject: str
) -> Page:
    from digicom_desktop.ui.item_page import ItemPage

    return ItemPage(session, subject, words, choice)


def _results_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.results_page import ResultsPage

    return ResultsPage(session, words)


def _worked_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.worked_page import WorkedPage

    return WorkedPage(session, words)


def _review_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.review_page import ReviewPage

    return ReviewPage(session, words)


def _plan_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.plan_page import PlanPage

    return PlanPage(session, words)


def _compare_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.compare_page import ComparePage

    return ComparePage(session, words, workspace)


def _revision_page(session: Session, words: Words, workspace: Workspace, subject: str) -> Page:
    from digicom_desktop.ui.revision_page import RevisionPage

    return RevisionPage(session, words, workspace, int(subject))


def _export_page(
    preferences: PreferenceFile, session: Session, words: Words, workspace: Workspace, subject: str
) -> Page:
    from digicom_desktop.ui.export_page import ExportPage

    known = preferences.current.export_folder
    page = ExportPage(session, words, workspace, Path(known) if known else None)
    page.folder_chosen.connect(lambda path: preferences.change(export_folder=str(path)))
    return page


def _check_page(workspace: Workspace, words: Words) -> Page:
    from digicom_desktop.ui.check_page import CheckPage

    return CheckPage(workspace, words)


def _guideline_page(edition: Edition, words: Words) -> Page:
    from digicom_desktop.ui.guideline_page import GuidelinePage

    return GuidelinePage(edition, words)


def _method_page(edition: Edition, words: Words) -> Page:
    from digicom_desktop.ui.method_page import MethodPage

    return MethodPage(edition, words)


def _manual_page(edition: Edition, words: Words) -> Page:
    from digicom_desktop.library.manual import read_manual
    from digicom_desktop.paths import resources_folder
    from digicom_desktop.ui.manual_page import ManualPage

    return ManualPage(read_manual(resources_folder() / "manual", words.language))
