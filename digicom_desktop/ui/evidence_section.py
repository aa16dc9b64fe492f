"""The evidence section of an item: adds, edits, shares and removes evidence."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from digicom_desktop.domain.assessment import Evidence, EvidenceFile, EvidenceRegister
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.session import Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog, Question
from digicom_desktop.ui.evidence_choice import EvidenceChoice
from digicom_desktop.ui.evidence_copying import EvidenceCopying
from digicom_desktop.ui.evidence_dialog import EvidenceDialog
from digicom_desktop.ui.evidence_list import EvidenceList
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.tokens import Tone


class EvidenceSection(ItemSection):
    """``changed`` tells the whole register as the person wants it."""

    changed = Signal(object)

    def __init__(
        self, session: Session, item: str, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Evidence"), parent=parent)
        self._session, self._item, self._words = session, item, words
        self._leaving = False
        self._copying = EvidenceCopying(session.copy_evidence)
        self._copying.copied.connect(self._on_copied)
        self._copying.failed.connect(self._on_failed)
        most = session.edition.method.most_items_per_evidence
        limits = self.tr("Up to 20 MB each; one piece may support up to {0} items").format(most)
        self._list = EvidenceList(limits)
        self._notice = Banner("", Tone.RED)
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.body.addWidget(self._list)
        self._connect_list()

    def show_register(self, register: EvidenceRegister) -> None:
        """Shows the evidence of the item, and how far its grade reaches."""
        names = [name.in_(self._words.language) for name in self._session.edition.grade_names]
        self._list.show_entries(register.of_item(self._item), self._item, names)
        result = self._session.result.items[self._item]
        cap = self._session.edition.method.grade_caps[result.grade]
        self.set_hint(self.tr("Grade {0} counts up to level {1}").format(result.grade, cap))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copies files and attaches each as new evidence."""
        self._notice.hide()
        self._copying.start(paths)
        self._show_copying()

    def flush(self) -> None:
        """Waits for files that are being copied, so that none is lost with the page."""
        self._leaving = True
        self._copying.finish()
        self._leaving = False

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard where evidence is added."""
        self._list.focus_adding(reason)

    @property
    def _register(self) -> EvidenceRegister:
        return self._session.current.evidence

    def _connect_list(self) -> None:
        asks = self._list
        asks.dropped.connect(self.add_files)
        asks.choose_requested.connect(self._on_choose_requested)
        asks.without_file_requested.connect(self._on_without_file_requested)
        asks.other_requested.connect(self._on_other_requested)
        asks.edit_requested.connect(self._on_edit_requested)
        asks.file_requested.connect(self._on_file_requested)
        asks.save_copy_requested.connect(self._on_save_copy_requested)
        asks.take_off_requested.connect(self._on_take_off_requested)
        asks.delete_requested.connect(self._on_delete_requested)

    def _on_choose_requested(self) -> None:
        title = self.tr("Choose evidence files")
        chosen, _ = QFileDialog.getOpenFileNames(self.window(), title)
        if chosen:
            self.add_files([Path(name) for name in chosen])

    def _on_file_requested(self, number: str) -> None:
        title = self.tr("Choose the file of {0}").format(number)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), title)
        if chosen:
            self._notice.hide()
            self._copying.start([Path(chosen)], number)
            self._show_copying()

    def _on_copied(self, file: EvidenceFile, number: str) -> None:
        self._show_copying()
        known = [e for e in self._register.entries if e.file and e.file.sha256 == file.sha256]
        if known:
            self._say(
                self.tr("“{0}” was not added: this file is already evidence {1}.").format(
                    file.name, known[0].number
                )
            )
        elif number:
            self._attach(number, file)
        else:
            self._add(file)

    def _attach(self, number: str, file: EvidenceFile) -> None:
        if any(entry.number == number for entry in self._register.entries):
            changed = replace(self._register.entry(number), file=file)
            self.changed.emit(self._register.with_changed(changed))

    def _add(self, file: EvidenceFile) -> None:
        entry = self._new(title=Path(file.name).stem, file=file)
        self.changed.emit(self._register.with_new(entry))
        if not self._leaving and self._copying.count == 0 and self.isVisible():
            self._on_edit_requested(entry.number)

    def _on_failed(self, error: DigicomError) -> None:
        self._show_copying()
        self._say(self._words.error(error))

    def _on_without_file_requested(self) -> None:
        entry = self._new()
        dialog = self._dialog(entry)
        dialog.accepted.connect(lambda: self.changed.emit(self._register.with_new(dialog.entry)))
        self._open(dialog, entry.number)

    def _on_edit_requested(self, number: str) -> None:
        dialog = self._dialog(self._register.entry(number))
        dialog.accepted.connect(
            lambda: self.changed.emit(self._register.with_changed(dialog.entry))
        )
        self._open(dialog, number)

    def _on_other_requested(self) -> None:
        most = self._session.edition.method.most_items_per_evidence
        offered = [
            entry
            for entry in self._register.entries
            if self._item not in entry.items and len(entry.items) < most
        ]
        if not offered:
            self._say(self.tr("No other item has evidence that may support one more."))
            return
        dialog = EvidenceChoice(offered, most, self.window())
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
        entry = self._register.entry(number)
        wanted = change(frozenset(entry.items))
        items = tuple(id for id in self._session.edition.item_ids if id in wanted)
        self.changed.emit(self._register.with_changed(replace(entry, items=items)))

    def _on_delete_requested(self, number: str) -> None:
        entry = self._register.entry(number)
        text = self.tr("“{0}” is taken off every item. Undo brings it back.")
        question = Question(
            self.tr("Delete evidence {0}?").format(number),
            text.format(entry.title or number),
            [(self.tr("Cancel"), Kind.SECONDARY), (self.tr("Delete"), Kind.DANGER)],
            self.window(),
        )
        if question.ask() == 1:
            self.changed.emit(self._register.without(number))
            self._list.focus_entry("")

    def _on_save_copy_requested(self, number: str) -> None:
        file = self._register.entry(number).file
        if not file:
            return
        title = self.tr("Save a copy")
        chosen, _ = QFileDialog.getSaveFileName(self.window(), title, file.name)
        if not chosen:
            return
        try:
            write_bytes(Path(chosen), self._session.evidence_path(file.sha256).read_bytes())
        except DigicomError as error:
            self._on_failed(error)

    def _new(self, title: str = "", file: EvidenceFile | None = None) -> Evidence:
        number = self._register.next_number(self._item)
        return Evidence(number=number, title=title, items=(self._item,), file=file)

    def _dialog(self, entry: Evidence) -> EvidenceDialog:
        edition, language = self._session.edition, self._words.language
        return EvidenceDialog(entry, self._item, edition, language, self.window())

    def _open(self, dialog: PlainDialog, number: str) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self._list.focus_entry(number))
        dialog.open()

    def _say(self, sentence: str) -> None:
        self._notice.set_text(sentence)
        self._notice.show()

    def _show_copying(self) -> None:
        self._list.show_copying(self._copying.count)
