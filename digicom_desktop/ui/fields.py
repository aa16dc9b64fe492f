"""One class per kind of field; each tells only what a person changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.date_text import parse_date
from digicom_desktop.domain.number import parse_amount, parse_count, parse_number
from digicom_desktop.domain.text import clean, clean_line
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.inputs import ChoiceInput, LineInput, SearchInput, TextInput
from digicom_desktop.ui.labels import PlainLabel, restyle
from digicom_desktop.ui.tokens import SPACE_4, WRITE_DELAY

_COUNTER_FROM = 0.8
"""A line shows its limit once this share of it is used; a text always does."""


class Field(QWidget):
    """Caption above, input, and below it the error or else the hint.

    ``edited`` is told 600 ms after the last key, on leaving the field, or at ``flush()``, for
    the person's changes only; ``visit_ended`` when the person leaves the field.
    """

    edited = Signal(str)
    typing = Signal()
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
        self._foot = _Foot(hint)
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
        self._wait.stop()
        self._check()
        text = self.text()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

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
        self.typing.emit()
        if not self._wrong(self.text()):
            self._check()
        self._wait.start()

    def _on_left(self) -> None:
        self.flush()
        self.visit_ended.emit()

    def _show_error(self, sentence: str) -> None:
        self._foot.set_error(sentence)
        self._input.setAccessibleDescription(sentence or self._hint_text)
        if bool(self._input.property("wrong")) != bool(sentence):
            self._input.setProperty("wrong", "true" if sentence else None)
            restyle(self._input)


class _Foot(QWidget):
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
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
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


class LineField(Field):
    """One line of text; ``check`` gives the sentence for a text that is wrong, "" otherwise."""

    def __init__(
        self,
        caption: str,
        limit: int,
        hint: str = "",
        *,
        placeholder: str = "",
        check: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._limit = limit
        self._line = LineInput(limit)
        super().__init__(caption, self._line, hint, parent)
        self._rule = check
        self._line.setPlaceholderText(placeholder)
        self._line.textEdited.connect(self._on_typed)
        self._line.textChanged.connect(self._count)
        self._line.returnPressed.connect(self.flush)
        self._line.left.connect(self._on_left)

    def text(self) -> str:
        return clean_line(self._line.text(), self._limit)

    def set_placeholder(self, text: str) -> None:
        """Shows ``text`` in the empty line."""
        self._line.setPlaceholderText(text)

    def _put(self, text: str) -> None:
        self._line.set_text(text)

    def _wrong(self, text: str) -> str:
        return self._rule(text) if self._rule else ""

    def _count(self, text: str) -> None:
        shown = len(text) >= self._limit * _COUNTER_FROM
        self._foot.set_counter(f"{len(text)}/{self._limit}" if shown else "")


class TextField(Field):
    """Several lines of text; the counter always shows the limit."""

    def __init__(
        self,
        caption: str,
        limit: int,
        hint: str = "",
        *,
        placeholder: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self._limit = limit
        self._area = TextInput(limit)
        super().__init__(caption, self._area, hint, parent)
        self._area.setPlaceholderText(placeholder)
        self._area.setFixedHeight(self._area.fontMetrics().lineSpacing() * lines + 20)
        self._area.typed.connect(self._on_typed)
        self._area.textChanged.connect(self._count)
        self._area.left.connect(self._on_left)
        self._count()

    def text(self) -> str:
        return clean(self._area.text(), self._limit)

    def set_read_only(self, read_only: bool) -> None:
        self._area.setReadOnly(read_only)

    def _put(self, text: str) -> None:
        self._area.set_text(text)

    def _count(self) -> None:
        self._foot.set_counter(f"{len(self._area.text())}/{self._limit}")


class NumberField(LineField):
    """A number kept as typed; ``unit`` may be typed behind it. What is no number is red."""

    def __init__(
        self,
        caption: str,
        unit: str = "",
        hint: str = "",
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._unit = unit
        super().__init__(
            caption, 40, hint, placeholder=placeholder, check=self._number_error, parent=parent
        )

    def _number_error(self, text: str) -> str:
        if not text.strip() or parse_number(text, self._unit) is not None:
            return ""
        return QCoreApplication.translate("Field", "Enter a number, such as 10.5")


class AmountField(LineField):
    """An amount of money kept as typed: 1,234.5 (万元), 123万, 12345678元."""

    def __init__(
        self, caption: str, hint: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            caption, 40, hint, placeholder=placeholder, check=_amount_error, parent=parent
        )


class CountField(LineField):
    """A whole number of people or things, kept as typed."""

    def __init__(
        self, caption: str, hint: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            caption, 40, hint, placeholder=placeholder, check=_count_error, parent=parent
        )


class DateField(LineField):
    """A date kept as typed: 2025-03-31, 2025年3月, 2025."""

    def __init__(
        self, caption: str, hint: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            caption, 40, hint, placeholder=placeholder, check=_date_error, parent=parent
        )


def _amount_error(text: str) -> str:
    if not text.strip() or parse_amount(text) is not None:
        return ""
    return QCoreApplication.translate("Field", "Enter an amount, such as 1,234.5")


def _count_error(text: str) -> str:
    if not text.strip() or parse_count(text) is not None:
        return ""
    return QCoreApplication.translate("Field", "Enter a whole number, such as 36")


def _date_error(text: str) -> str:
    if not text.strip() or parse_date(text) is not None:
        return ""
    return QCoreApplication.translate("Field", "Enter a date, such as 2025-03-31 or 2025-03")


class ChoiceField(Field):
    """One of a few (code, text); tells the code."""

    def __init__(
        self,
        caption: str,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._box = ChoiceInput(choices)
        super().__init__(caption, self._box, hint, parent)
        self._box.setPlaceholderText(placeholder)
        self._box.activated.connect(self.flush)
        self._box.left.connect(self._on_left)

    def text(self) -> str:
        return self._box.code()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers other choices and keeps the chosen code where it is still among them."""
        code = self._told
        self._box.set_choices(choices)
        self._box.set_code(code)
        self._told = self.text()

    def _put(self, text: str) -> None:
        self._box.set_code(text)


class SearchChoiceField(Field):
    """One of many (code, text), found by typing a part of the text or the code; tells the code."""

    def __init__(
        self,
        caption: str,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = SearchInput(choices)
        self._chosen = ""
        super().__init__(caption, self._line, hint, parent)
        self._line.setPlaceholderText(placeholder)
        self._line.chosen.connect(self._on_chosen)
        self._line.textEdited.connect(self._on_typed)
        self._line.left.connect(self._on_left)

    def text(self) -> str:
        return self._chosen

    def set_placeholder(self, text: str) -> None:
        """Shows ``text`` in the empty line."""
        self._line.setPlaceholderText(text)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers other choices; the chosen code stays."""
        self._line.set_choices(choices)
        if not self.is_waiting:
            self._put(self._chosen)

    def flush(self) -> None:
        code = self._line.code_of(self._line.text())
        if code is not None:
            self._chosen = code
        super().flush()

    def _put(self, text: str) -> None:
        self._chosen = text
        self._line.set_text(self._line.text_of(text) if text else "")

    def _wrong(self, text: str) -> str:
        typed = self._line.text()
        if self._line.code_of(typed) is not None or typed == self._chosen:
            return ""
        return QCoreApplication.translate(
            "Field", "Type a part of the name and choose from the list"
        )

    def _on_chosen(self, code: str) -> None:
        self._put(code)
        self.flush()
