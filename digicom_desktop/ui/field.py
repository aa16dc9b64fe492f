"""What every field has: a caption, an input, remarks or a hint, and the wait before it tells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.ui.announcing import announce
from digicom_desktop.ui.foot import Foot
from digicom_desktop.ui.labels import PlainLabel, restyle
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.tokens import WRITE_DELAY

_LOOK_AGAIN = 50
"""Milliseconds."""


class Field(QWidget):
    """Caption above, input, and below it what is wrong or unusual, or else the hint.

    Remarks are made when the person leaves the field or has typed all of it, never in the middle of
    typing; what is wrong no more goes at once. Whatever is typed is told all the same.

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
        self._outer: tuple[Remark, ...] = ()
        self._said: tuple[Remark, ...] = ()
        self._is_typed_in = self._says_typing = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WRITE_DELAY)
        self._wait.timeout.connect(self._tell)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        if caption:
            label = PlainLabel(caption, "caption", "text2")
            label.setBuddy(input)
            self._column.addWidget(label)
        self._column.addWidget(input)
        self._foot = Foot(hint, self)
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
        self.set_remarks((Remark("", sentence),) if sentence else ())

    def set_remarks(self, remarks: Sequence[Remark]) -> None:
        """Shows what its owner has to say, where the field itself has nothing."""
        self._outer = tuple(remarks)
        self._check()

    def take_foot(self) -> Foot:
        """The line below, for an owner that has another place for it."""
        self._column.removeWidget(self._foot)
        return self._foot

    def set_hint(self, hint: str) -> None:
        """Shows another hint, which stands where there is no error."""
        self._hint_text = hint
        self._foot.set_hint(hint)
        self._check()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that has not been told yet."""
        return self._wait.isActive()

    @property
    def is_typed_in(self) -> bool:
        """Whether the person is in the middle of typing here: not left yet, nor flushed."""
        return self._is_typed_in

    def flush(self) -> None:
        """Tells at once what was typed and not told yet, and says what there is to say of it."""
        self._is_typed_in = False
        self._check()
        self._tell()

    def _tell(self) -> None:
        # The timer itself is over by the time it says so.
        said_typing, self._says_typing = self._says_typing, False
        self._wait.stop()
        text = self.text()
        if text != self._told:
            self._told = text
            self.edited.emit(text)
        elif said_typing:
            self.typing.emit(self.is_waiting)

    def set_read_only(self, read_only: bool) -> None:
        """Lets the text be read and copied, not changed."""
        self._input.setEnabled(not read_only)

    def set_quiet(self, quiet: bool) -> None:
        """Shows what is typed in a quieter tone, such as last year's figure beside this year's."""
        self._input.setProperty("quiet", "true" if quiet else None)

    def _put(self, text: str) -> None:
        raise NotImplementedError

    def _wrong(self, text: str) -> str:
        """What is wrong with ``text`` by the rule of this kind of field, "" for nothing."""
        return ""

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        """All that is wrong with ``text``, or unusual."""
        wrong = self._wrong(text)
        return (Remark("wrong", wrong),) if wrong else ()

    def _is_complete(self, text: str) -> bool:
        """Whether ``text`` can be judged before the person leaves the field."""
        return False

    def _check(self) -> None:
        text = self.text()
        if not self._is_typed_in or self._is_complete(text):
            found = self._remarks(text)
        elif self._said:
            kinds = {remark.kind for remark in self._said}
            found = tuple(remark for remark in self._remarks(text) if remark.kind in kinds)
        else:
            found = ()
        self._show_remarks(found or self._outer)

    def _on_typed(self) -> None:
        self._is_typed_in = self._says_typing = True
        self._wait.start()
        self.typing.emit(self.is_waiting)
        self._check()

    def _on_left(self) -> None:
        self.flush()
        self.visit_ended.emit()
        self._let_foot_go()

    def _let_foot_go(self) -> None:
        """Moves what stands below, but not under a mouse that is just being pressed there."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._foot.let_go()
        else:
            QTimer.singleShot(_LOOK_AGAIN, self, self._let_foot_go)

    def _show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        said = "\n".join(remark.sentence for remark in remarks)
        self._input.setAccessibleDescription(said or self._hint_text)
        if remarks == self._said:
            return
        if self._said and self._input.hasFocus():
            self._foot.hold()
        self._said = remarks
        self._foot.set_remarks(remarks)
        is_wrong = any(remark.is_error for remark in remarks)
        announce(self._input, said, urgent=is_wrong)
        self._input.setProperty("wrong", "true" if is_wrong else None)
        self._input.setProperty("doubtful", "true" if remarks and not is_wrong else None)
        restyle(self._input)
