"""The evidence section of an item: adds, edits, shares and removes evidence."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.assessment import Evidence, EvidenceFile, EvidenceRegister
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog, Question
from digicom_desktop.ui.evidence_choice import EvidenceChoice
from digicom_desktop.ui.evidence_desk import EvidenceDesk
from digicom_desktop.ui.evidence_dialog import EvidenceDialog
from digicom_desktop.ui.evidence_list import EvidenceList
from digicom_desktop.ui.evidence_paste import pasted_files, pasted_picture, picture_name
from digicom_desktop.ui.evidence_picture import SIDE
from digicom_desktop.ui.evidence_thumbnails import Thumbnails
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.shortcuts import Act, bind
from digicom_desktop.ui.tokens import Tone


class EvidenceSection(ItemSection):
    """``changed`` tells the whole register as the person wants it."""

    changed = Signal(object)
    file_requested = Signal(object)
    """A ``Path``: an assessment was dropped here, and the person wants to open it."""

    def __init__(
        self, session: Session, item: str, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Evidence"), parent=parent)
        self._session, self._item, self._words = session, item, words
        self._most = session.edition.method.most_items_per_evidence
        self._is_leaving = False
        limits = self.tr("Up to 20 MB each; one piece may support up to {0} items")
        side = round(theme.px(SIDE) * self.devicePixelRatioF())
        self._thumbnails = Thumbnails(session.evidence_path, side)
        self._list = EvidenceList(limits.format(self._most), self._thumbnails)
        self._notice = Banner("", Tone.RED)
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.body.addWidget(self._list)
        self._desk = EvidenceDesk(session, self)
        # Fields keep the key for their own text; while the section is hidden it does nothing.
        bind(Act.PASTE, self, self.paste)
        self._connect()

    def show_register(self, register: EvidenceRegister) -> None:
        """Shows the evidence of the item, and how far its grade reaches."""
        edition, result = self._session.edition, self._session.result.items[self._item]
        names = [name.in_(self._words.language) for name in edition.grade_names]
        self._list.show_entries(register.of_item(self._item), self._item, names)
        cap = edition.method.grade_caps[result.grade]
        self.set_hint(self.tr("With what is there, up to level {0} counts").format(cap))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copies files and attaches each as new evidence."""
        self._notice.hide()
        self._desk.take(paths)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Attaches files that were dropped; of an assessment's own file it asks first."""
        from digicom_desktop.incoming import is_own_file

        own = next((path for path in paths if is_own_file(path)), None)
        if own is None:
            self.add_files(paths)
            return
        answers = [
            (self.tr("Cancel"), Kind.SECONDARY),
            (self.tr("Add as evidence"), Kind.SECONDARY),
        ]
        if len(paths) == 1:
            answers.append((self.tr("Open it"), Kind.PRIMARY))
        said = self.tr('"{0}" holds a self-assessment. Open it, or add it as evidence here?')
        title = self.tr("This is a self-assessment file")
        answer = Question(title, said.format(own.name), answers, self).ask()
        if answer == 1:
            self.add_files(paths)
        elif answer == len(paths) + 1:
            self.file_requested.emit(own)

    def paste(self) -> None:
        """Attaches the files or the picture that the clipboard holds."""
        self._notice.hide()
        mime = QGuiApplication.clipboard().mimeData()
        if files := pasted_files(mime):
            self._desk.take(files)
        elif picture := pasted_picture(mime):
            now = datetime.now().astimezone()
            self._desk.take_picture(picture, picture_name(self.tr("Screenshot {0}"), now))
        else:
            said = self.tr(
                "There is nothing to paste. Copy a file in its folder or take a screenshot first, "
                "then paste it here."
            )
            self._say(said)

    def flush(self) -> None:
        """Waits for files that are being copied, so that none is lost with the page."""
        self._is_leaving = True
        self._desk.finish()
        self._is_leaving = False

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard where evidence is added."""
        self._list.focus_adding(reason)

    @property
    def _register(self) -> EvidenceRegister:
        return self._session.current.evidence

    def _connect(self) -> None:
        asks, desk = self._list, self._desk
        asks.dropped.connect(self.take_dropped)
        asks.choose_requested.connect(desk.ask_for_new)
        asks.paste_requested.connect(self.paste)
        asks.open_requested.connect(self._on_open_requested)
        asks.file_requested.connect(desk.ask_for)
        asks.save_copy_requested.connect(self._on_save_copy_requested)
        asks.without_file_requested.connect(self._on_without_file_requested)
        asks.other_requested.connect(self._on_other_requested)
        asks.edit_requested.connect(self._on_edit_requested)
        asks.take_off_requested.connect(self._on_take_off_requested)
        asks.delete_requested.connect(self._on_delete_requested)
        desk.arrived.connect(self._on_file_arrived)
        desk.failed.connect(self._on_failed)
        desk.unopened.connect(self._on_unopened)
        desk.count_changed.connect(self._list.show_copying)

    def _on_file_arrived(self, file: EvidenceFile, number: str) -> None:
        for entry in self._register.entries:
            if entry.file is not None and entry.file.sha256 == file.sha256:
                said = self.tr('"{0}" was not added: this file is already evidence {1}.')
                self._say(said.format(file.name, entry.number))
                return
        if number:
            self._change(number, lambda entry: replace(entry, file=file))
        else:
            self._add(file)

    def _add(self, file: EvidenceFile) -> None:
        before = self._register
        entry = replace(self._new(), title=Path(file.name).stem, file=file)
        self.changed.emit(before.with_new(entry))
        if self._desk.is_done_with_one and self.isVisible() and not self._is_leaving:
            dialog = self._edit(entry, lambda edited: self._register.with_changed(edited))
            added = self._register
            dialog.rejected.connect(lambda: self._take_back(added, before))

    def _take_back(self, added: EvidenceRegister, before: EvidenceRegister) -> None:
        """Whoever cancels the description of a new file did not want it added."""
        if self._register == added and not self._is_leaving:
            self.changed.emit(before)
            self._list.focus_entry("")

    def _on_failed(self, error: DigicomError) -> None:
        self._say(self._words.error(error))

    def _on_without_file_requested(self) -> None:
        self._edit(self._new(), lambda edited: self._register.with_new(edited))

    def _on_edit_requested(self, number: str) -> None:
        entry = self._register.entry(number)
        self._edit(entry, lambda edited: self._register.with_changed(edited))

    def _edit(
        self, entry: Evidence, keep: Callable[[Evidence], EvidenceRegister]
    ) -> EvidenceDialog:
        edition, language = self._session.edition, self._words.language
        dialog = EvidenceDialog(entry, self._item, edition, language, self)
        dialog.accepted.connect(lambda: self.changed.emit(keep(dialog.entry)))
        self._open(dialog, entry.number)
        return dialog

    def _on_other_requested(self) -> None:
        offered = [
            entry
            for entry in self._register.entries
            if self._item not in entry.items and len(entry.items) < self._most
        ]
        if not offered:
            self._say(self.tr("No other item has evidence that may support one more."))
            return
        dialog = EvidenceChoice(offered, self._most, self)
        dialog.accepted.connect(lambda: self._use(dialog.number))
        self._open(dialog, "")

    def _use(self, number: str) -> None:
        if number:
            self._notice.hide()
            self._change_items(number, lambda items: items | {self._item})

    def _on_take_off_requested(self, number: str) -> None:
        self._change_items(number, lambda items: items - {self._item})
        self._list.focus_entry("")

    def _change_items(
        self, number: str, change: Callable[[frozenset[str]], frozenset[str]]
    ) -> None:
        wanted = change(frozenset(self._register.entry(number).items))
        items = tuple(id for id in self._session.edition.item_ids if id in wanted)
        self._change(number, lambda entry: replace(entry, items=items))

    def _change(self, number: str, change: Callable[[Evidence], Evidence]) -> None:
        # A copy may arrive after its evidence was deleted.
        if any(entry.number == number for entry in self._register.entries):
            changed = change(self._register.entry(number))
            self.changed.emit(self._register.with_changed(changed))

    def _on_delete_requested(self, number: str) -> None:
        title = self._register.entry(number).title
        text = self.tr('"{0}" is taken off every item. Undo brings it back.')
        question = Question(
            self.tr("Delete evidence {0}?").format(number),
            text.format(title or number),
            [(self.tr("Cancel"), Kind.SECONDARY), (self.tr("Delete"), Kind.DANGER)],
            self,
        )
        if question.ask() == 1:
            self.changed.emit(self._register.without(number))
            self._list.focus_entry("")

    def _on_open_requested(self, number: str) -> None:
        file = self._register.entry(number).file
        if file is not None:
            self._notice.hide()
            self._desk.open(file)

    def _on_unopened(self, name: str) -> None:
        said = self.tr(
            'No program opened "{0}". Save a copy of it and open that with a program of your '
            "choice."
        )
        self._say(said.format(name))

    def _on_save_copy_requested(self, number: str) -> None:
        file = self._register.entry(number).file
        if file is not None:
            self._desk.hand_out(file)

    def _new(self) -> Evidence:
        return Evidence(number=self._register.next_number(self._item), items=(self._item,))

    def _open(self, dialog: PlainDialog, number: str) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self._list.focus_entry(number))
        dialog.open()

    def _say(self, sentence: str) -> None:
        self._notice.set_text(sentence)
        self._notice.show()
