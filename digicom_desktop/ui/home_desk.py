"""Does what Home asks for with the workspace, and has it show the outcome."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.home_menu import RowFacts
from digicom_desktop.ui.home_page import HomePage

# Home is painted before anything that only a dialog needs is imported.
if TYPE_CHECKING:
    from digicom_desktop.domain.summary import SavedRow
    from digicom_desktop.domain.words import Words
    from digicom_desktop.ui.page import Page, PageMakers
    from digicom_desktop.workspace import Workspace


# Answers to the question about a year that was begun already.
_BEGIN, _OPEN = 1, 2


class HomeDesk(QObject):
    """Between Home and the workspace; ``opened`` hands over a session and the place to go to."""

    opened = Signal(object, str)

    def __init__(
        self,
        home: HomePage,
        workspace: "Workspace",
        words: "Callable[[], Words]",
        makers: "PageMakers",
    ) -> None:
        super().__init__(home)
        self._checked: Callable[[], Sequence[Path]] = tuple
        self._home = home
        self._workspace = workspace
        self._words = words
        self._makers = makers
        home.new_requested.connect(self._on_new_requested)
        home.sample_requested.connect(self._on_sample_requested)
        home.open_requested.connect(self._on_open_requested)
        home.carry_requested.connect(self._on_carry_requested)
        home.forward_requested.connect(self._on_forward_requested)
        home.compare_requested.connect(self._on_compare_requested)
        home.lists.ask_facts(self._facts)
        home.lists.ask_codes(self._with_code)
        home.delete_requested.connect(self._on_delete_requested)
        home.restore_requested.connect(self._on_restore_requested)
        home.purge_requested.connect(self._on_purge_requested)
        home.archive_requested.connect(self._on_archive_requested)
        home.unarchive_requested.connect(self._on_unarchive_requested)
        home.reset_requested.connect(self._on_reset_requested)
        home.place_requested.connect(self.show_place)

    def show_place(self, place: str) -> None:
        """Shows a list or a reference of Home; "sample" opens the filled example."""
        if place == "sample":
            self._on_sample_requested()
            return
        if place == "template":
            self._on_template_requested()
            return
        maker = self._makers.references.get(place)
        if place in self._makers.tools:
            self._show_tool(place)
        elif maker is None:
            self._home.show_place(place)
        else:
            with self._telling():
                library = self._workspace.library
                page = maker(library.edition(library.newest_edition_id()), self._words())
                self._home.show_place(place, page)
                page.focus_start()

    def _show_tool(self, place: str) -> "Page":
        page = self._makers.tools[place](self._workspace, self._words())
        page.assessment_requested.connect(self._on_open_requested)
        page.file_requested.connect(self._home.file_requested)
        self._home.show_place(place, page)
        page.focus_start()
        if place == "check":
            self._check_again(page)
        return page

    def _check_again(self, page: "Page") -> None:
        """Checks anew what was on the page when the person left it: more may be here by now."""
        from digicom_desktop.ui.check_page import CheckPage

        if isinstance(page, CheckPage):
            page.check([path for path in self._checked() if path.is_file()])
            self._checked = lambda: page.paths

    def check_files(self, paths: Sequence[Path]) -> None:
        """Shows the page that checks files, and lets it check ``paths``."""
        from digicom_desktop.ui.check_page import CheckPage

        page = self._show_tool("check")
        if isinstance(page, CheckPage):
            page.check(paths)

    def refresh(self) -> None:
        """Shows what the workspace holds now."""
        with self._telling():
            self._home.show_rows(self._workspace.rows(), self._workspace.rows(deleted=True))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Says a known failure of the workspace in a sentence."""
        try:
            yield
        except DigicomError as error:
            from digicom_desktop.ui.dialogs import show_message

            show_message(self.tr("That did not work"), self._words().error(error), self._home)

    def _row(self, id: str, *, deleted: bool = False) -> "SavedRow | None":
        rows = self._workspace.rows(deleted=deleted)
        return next((row for row in rows if row.id == id), None)

    def _on_new_requested(self) -> None:
        from digicom_desktop.ui.dialogs import YearDialog

        dialog = YearDialog(datetime.now().astimezone().year, self._home)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        year = dialog.year
        dialog.deleteLater()
        if accepted:
            with self._telling():
                self.opened.emit(self._workspace.create(year), "company")

    def _on_template_requested(self) -> None:
        from digicom_desktop.ui.import_template import TemplateDesk

        TemplateDesk(self._workspace, self._words, self._home).offer()

    def _on_sample_requested(self) -> None:
        with self._telling():
            for row in self._workspace.rows():
                if self._workspace.is_sample(row):
                    self._on_open_requested(row.id)
                    return
            self.opened.emit(self._workspace.add_sample(), "company")

    def _on_open_requested(self, id: str) -> None:
        from digicom_desktop.ui.page import LOOK, place_of_part

        with self._telling():
            row, session = self._row(id), self._workspace.open(id)
            place = place_of_part(row.summary.last_place) if row else ""
            is_draft = session.state == "draft"
            self.opened.emit(session, (place or "company") if is_draft else LOOK)

    def _facts(self, row: "SavedRow") -> RowFacts:
        is_sample = False
        with suppress(DigicomError):
            is_sample = self._workspace.is_sample(row)
        return RowFacts(self._is_older(row), is_sample)

    def _with_code(self, typed: str) -> frozenset[str]:
        try:
            return self._workspace.with_code(typed)
        except DigicomError:
            return frozenset()  # the rows say more than a sentence at every key

    def _is_older(self, row: "SavedRow") -> bool:
        try:
            return self._workspace.library.has_successor(row.summary.edition)
        except DigicomError:
            return False  # a broken index is said when something is opened

    def _on_carry_requested(self, id: str) -> None:
        with self._telling():
            self.opened.emit(self._workspace.carry_over(id), "company")

    def _on_forward_requested(self, id: str) -> None:
        """Begin the next year, unless that was begun already: then ask which one is meant."""
        with self._telling():
            begun = self._workspace.begun_after(id)
            answer = _BEGIN if begun is None else self._ask_about(begun)
            if answer == _BEGIN:
                self.opened.emit(self._workspace.carry_forward(id), "company")
            elif answer == _OPEN and begun is not None:
                self._on_open_requested(begun.id)

    def _ask_about(self, begun: "SavedRow") -> int:
        from digicom_desktop.ui.dialogs import Question

        year = begun.summary.year
        question = Question(
            self.tr("{0} has been begun already").format(year),
            self.tr("There is an assessment of this firm for {0}.").format(year),
            (
                (self.tr("Cancel"), Kind.SECONDARY),
                (self.tr("Begin another one"), Kind.SECONDARY),
                (self.tr("Open it"), Kind.PRIMARY),
            ),
            self._home,
        )
        return question.ask()

    def _on_compare_requested(self, id: str) -> None:
        with self._telling():
            self.opened.emit(self._workspace.open(id), "compare")

    def _on_delete_requested(self, id: str) -> None:
        with self._telling():
            row = self._row(id)
            self._workspace.delete(id)
            self.refresh()
            if row is not None:
                self._home.lists.show_deleted(row)

    def _on_archive_requested(self, id: str) -> None:
        with self._telling():
            row = self._row(id)
            self._workspace.archive(id)
            self.refresh()
            if row is not None:
                self._home.lists.show_archived(row)

    def _on_unarchive_requested(self, id: str) -> None:
        with self._telling():
            self._workspace.unarchive(id)
            self._home.lists.hide_notice()
            self.refresh()

    def _on_reset_requested(self, id: str) -> None:
        """A fresh example; the one that was played with is in the recycle bin."""
        with self._telling():
            self._workspace.delete(id)
            self.opened.emit(self._workspace.add_sample(), "company")

    def _on_restore_requested(self, id: str) -> None:
        with self._telling():
            self._workspace.restore(id)
            self._home.lists.hide_notice()
            self.refresh()

    def _on_purge_requested(self, id: str) -> None:
        with self._telling():
            row = self._row(id, deleted=True)
            if row is not None and self._may_purge(row):
                self._workspace.purge(id)
                self.refresh()

    def _may_purge(self, row: "SavedRow") -> bool:
        from digicom_desktop.ui.dialogs import Question

        firm = row.summary.firm or self.tr("firm not named")
        said = self.tr(
            "{0}, {1}: this assessment and its evidence files are removed and cannot come back."
        )
        question = Question(
            self.tr("Delete for ever?"),
            said.format(firm, row.summary.year),
            ((self.tr("Cancel"), Kind.SECONDARY), (self.tr("Delete for ever"), Kind.DANGER)),
            self._home,
        )
        return question.ask() == 1
