"""What every field has: a caption, an input, an error or hint, and the wait before it tells."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.labels import PlainLabel, restyle
from digicom_desktop.ui.tokens import SPACE_4, TYPE_SCALE, WRITE_DELAY


class Field(QWidget):
    """Caption above, input, and below it the error or else the hint.

    ``edited`` is told 600 ms after the last key, on leaving the field, or at ``flush()``, for
    the person's changes only; ``typing`` says whether something waits to be told, also when what
    was typed comes to nothing; ``visit_ended`` when the person leaves the field.
    """

    edited = Signal(str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self, caption: str, input: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._input = input
        self._told = ""
        self._hint_text = hint
        self._error_text = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WRITE_DELAY)
        self._wait.timeout.connect(self.flush)
        self._caption = PlainLabel(caption, "caption", "text2")
        self._caption.setBuddy(input)
        self._caption.setVisible(bool(caption))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._caption)
        self._column.addWidget(input)
        self._foot = Foot(hint)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self.setFocusProxy(input)
        self.set_name(caption)

    def set_name(self, name: str) -> None:
        """Says how a screen reader calls the input, where the caption alone is not enough."""
        self._input.setAccessibleName(name)
        self._input.setAccessibleDescription(self._hint_text)

    def text(self) -> str:
        """The text as typed, cleaned; for a choice its code."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Shows ``text`` unless the person is just typing here; nobody is told."""
        if self.is_waiting:
            return
        if text != self._told or text != self.text():
            self._put(text)
            self._told = self.text()
        self._check()

    def set_error(self, sentence: str) -> None:
        """Shows what is wrong and what to do, "" for nothing; the typed text stays."""
        self._error_text = sentence
        self._show_error(sentence)

    def set_hint(self, hint: str) -> None:
        """Shows another hint, which stands where there is no error."""
        self._hint_text = hint
        self._foot.set_hint(hint)
        self._check()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that has not been told yet."""
        return self._wait.isActive()

    def flush(self) -> None:
        """Tells at once what was typed and not told yet."""
        was_waiting = self.is_waiting
        self._wait.stop()
        self._check()
        text = self.text()
        if text != self._told:
            self._told = text
            self.edited.emit(text)
        elif was_waiting:
            self.typing.emit(self.is_waiting)

    def set_read_only(self, read_only: bool) -> None:
        """Lets the text be read and copied, not changed."""
        self._input.setEnabled(not read_only)

    def _put(self, text: str) -> None:
        raise NotImplementedError

    def _wrong(self, text: str) -> str:
        """What is wrong with ``text`` by the rule of this kind of field, "" for nothing."""
        return ""

    def _check(self) -> None:
        self._show_error(self._wrong(self.text()) or self._error_text)

    def _on_typed(self) -> None:
        self._wait.start()
        self.typing.emit(self.is_waiting)
        if not self._wrong(self.text()):
            self._check()

    def _on_left(self) -> None:
        self.flush()
        self.visit_ended.emit()

    def _show_error(self, sentence: str) -> None:
        self._foot.set_error(sentence)
        self._input.setAccessibleDescription(sentence or self._hint_text)
        if bool(self._input.property("wrong")) != bool(sentence):
            self._input.setProperty("wrong", "true" if sentence else None)
            restyle(self._input)


class Foot(QWidget):
    """The line below an input: error with icon, or hint; the counter at the right."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        red = theme.current().red.text
        self._icon = IconLabel("alert", red, 12)
        self._sentence = PlainLabel("", "caption", "red", wrap=True)
        self._hint = PlainLabel(hint, "caption", "text3", wrap=True)
        self._counter = PlainLabel("", "caption", "text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addLayout(_on_first_line(self._icon))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._hint, 1)
        row.addStretch(0)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignTop)
        self._counter.hide()
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._icon.setVisible(bool(sentence))
        self._sentence.setVisible(bool(sentence))
        self._hint.setVisible(not sentence and bool(self._hint.text()))
        self._show_if_needed()

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)

    def set_counter(self, text: str) -> None:
        self._counter.setText(text)
        self._counter.setVisible(bool(text))
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        said = self._sentence.text() or self._hint.text() or self._counter.text()
        self.setVisible(bool(said))


def _on_first_line(icon: QWidget) -> QVBoxLayout:
    """``icon`` in the middle of the first line of a caption."""
    column = QVBoxLayout()
    column.setContentsMargins(0, (TYPE_SCALE["caption"].line - icon.height()) // 2, 0, 0)
    column.addWidget(icon)
    column.addStretch(1)
    return column
