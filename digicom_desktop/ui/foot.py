"""The line below an input: what is wrong or unusual, or else the hint; the counter at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.tokens import SPACE_4

_ICON = 12


class Foot(QWidget):
    """One line per remark; the hint stands where there is none.

    Its parts are made when they are first seen: most fields never have anything to say.
    """

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)  # without one it would flash up as a window of its own
        self._lines: list[_RemarkLine] = []
        self._said = 0
        self._is_held = False
        self._hint_text = hint
        self._hint: PlainLabel | None = None
        self._counter: PlainLabel | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_4)
        self._row.addLayout(self._column, 1)
        self.set_remarks(())

    def set_remarks(self, remarks: Sequence[Remark]) -> None:
        """Shows ``remarks`` in the place of the hint, errors first."""
        for remark in remarks[len(self._lines) :]:
            self._lines.append(_RemarkLine(remark))
            self._column.addWidget(self._lines[-1])
        ordered = sorted(remarks, key=lambda remark: not remark.is_error)
        for line, remark in zip(self._lines, ordered, strict=False):
            line.show_remark(remark)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(remarks))
        self._said = len(remarks)
        self._show_if_needed()

    def hold(self) -> None:
        """Keeps the room that is taken now, whatever is said: what stands below does not move."""
        if self.isVisible():
            self._is_held = True
            self.setMinimumHeight(self.height())

    def let_go(self) -> None:
        """Takes as much room as is needed again."""
        if self._is_held:
            self._is_held = False
            self.setMinimumHeight(0)
            self._show_if_needed()

    def set_hint(self, hint: str) -> None:
        """Shows another hint."""
        self._hint_text = hint
        self._show_if_needed()

    def set_counter(self, text: str) -> None:
        """Shows ``text`` at the right, nothing for ""."""
        if self._counter is None:
            if not text:
                return
            self._counter = PlainLabel("", "caption", "text3")
            self._row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignTop)
        self._counter.setText(text)
        self._counter.setVisible(bool(text))
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        self._show_hint(not self._said and bool(self._hint_text))
        counted = self._counter.text() if self._counter else ""
        self.setVisible(bool(self._said or self._hint_text or counted or self._is_held))

    def _show_hint(self, shown: bool) -> None:
        if self._hint is None:
            if not shown:
                return
            self._hint = PlainLabel("", "caption", "text3", wrap=True)
            self._column.insertWidget(0, self._hint)
        self._hint.setText(self._hint_text)
        self._hint.setVisible(shown)


class _RemarkLine(QWidget):
    """An icon and a sentence: red for an error, amber for what is worth a second look."""

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        self._icon = IconLabel(*_icon(remark), _ICON)
        self._sentence = PlainLabel("", "caption", "text3", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addLayout(_on_first_line(self._icon))
        row.addWidget(self._sentence, 1)
        self.show_remark(remark)

    def show_remark(self, remark: Remark) -> None:
        """Shows another remark."""
        self._icon.set_icon(*_icon(remark))
        self._sentence.set_tone("red" if remark.is_error else "amber")
        self._sentence.setText(remark.sentence)


def _icon(remark: Remark) -> tuple[str, str]:
    colours = theme.current()
    if remark.is_error:
        return "alert", colours.red.text
    return "warning", colours.amber.text


def _on_first_line(icon: QWidget) -> QVBoxLayout:
    """``icon`` in the middle of the first line of a caption."""
    column = QVBoxLayout()
    column.setContentsMargins(0, (theme.line("caption") - icon.height()) // 2, 0, 0)
    column.addWidget(icon)
    column.addStretch(1)
    return column
