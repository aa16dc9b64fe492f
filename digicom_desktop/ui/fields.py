"""One class per kind of field; each tells only what a person changed."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.choice_search import Choice
from digicom_desktop.domain.date_text import missing_day, parse_date
from digicom_desktop.domain.text import clean, clean_line, half_width
from digicom_desktop.ui.choice_inputs import ChoiceInput, Offered, SearchInput
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.growing_input import GrowingInput
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.remark import Remark

_COUNTER_FROM = 0.8
"""A line shows its limit once this share of it is used; a text always does."""
_LONGEST_VALUE = 40


class LineField(Field):
    """One line of text.

    ``check`` says what is wrong or unusual; ``complete`` whether the text is typed to its end, so
    that this can be said before the person leaves. A field that ``narrows`` holds digits: full
    width is an input method forgotten, never meant.
    """

    def __init__(
        self,
        caption: str,
        limit: int,
        hint: str = "",
        *,
        placeholder: str = "",
        check: Callable[[str], Iterable[Remark]] | None = None,
        complete: Callable[[str], bool] | None = None,
        narrows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._limit, self._narrows = limit, narrows
        self._line = LineInput(limit)
        super().__init__(caption, self._line, hint, parent)
        self._rule = check
        self._ends = complete
        self._line.setPlaceholderText(placeholder)
        self._line.typed.connect(self._on_typed)
        self._line.textChanged.connect(self._count)
        self._line.returnPressed.connect(self._on_entered)
        self._line.left.connect(self._on_left)

    def text(self) -> str:
        return clean_line(self._line.text(), self._limit)

    def select_all(self) -> None:
        """Chooses all that stands here: what is typed next takes its place."""
        self._line.selectAll()

    def _put(self, text: str) -> None:
        self._line.set_text(text)

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        return tuple(self._rule(text)) if self._rule else super()._remarks(text)

    def _on_entered(self) -> None:
        self._narrow()
        self.flush()

    def _on_left(self) -> None:
        self._narrow()
        super()._on_left()

    def _narrow(self) -> None:
        """Puts what was just typed in full width into half, as if the person had."""
        text = self._line.text()
        narrow = half_width(text)
        if self._narrows and self._is_typed_in and narrow != text:
            self._line.selectAll()
            self._line.insert(narrow)
            self._on_typed()

    def _is_complete(self, text: str) -> bool:
        return bool(self._ends and self._ends(text))

    def _count(self, text: str) -> None:
        shown = len(text) >= self._limit * _COUNTER_FROM
        self._foot.set_counter(f"{len(text)}/{self._limit}" if shown else "")


class TextField(Field):
    """``lines`` of text, growing to ``most`` where that is more; the counter shows the limit."""

    def __init__(
        self,
        caption: str,
        limit: int,
        hint: str = "",
        *,
        placeholder: str = "",
        lines: int = 3,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._limit = limit
        self._area = GrowingInput(limit, lines, max(lines, most))
        super().__init__(caption, self._area, hint, parent)
        self._area.setPlaceholderText(placeholder)
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


class _ValueField(LineField):
    """A short value kept as typed; what cannot be read as one is red."""

    def __init__(
        self, caption: str, hint: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            caption,
            _LONGEST_VALUE,
            hint,
            placeholder=placeholder,
            narrows=True,
            parent=parent,
        )

    def _wrong(self, text: str) -> str:
        return "" if not text.strip() or self._can_be_read(text) else self._advice()

    def _can_be_read(self, text: str) -> bool:
        raise NotImplementedError

    def _advice(self) -> str:
        """What to enter instead."""
        raise NotImplementedError


class DateField(_ValueField):
    """A date: 2025-03-31, 2025年3月, 2025."""

    def __init__(
        self, caption: str, hint: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        # An example would look like a date that is filled in.
        form = placeholder or QCoreApplication.translate("Field", "year-month-day")
        super().__init__(caption, hint, placeholder=form, parent=parent)

    def _can_be_read(self, text: str) -> bool:
        return parse_date(text) is not None

    def _wrong(self, text: str) -> str:
        found = missing_day(text)
        if found is None:
            return super()._wrong(text)
        year, month, day = found
        if not day:
            return QCoreApplication.translate("Field", "There is no month {0}").format(month)
        sentence = QCoreApplication.translate("Field", "{0}-{1} has no day {2}")
        return sentence.format(year, month, day)

    def _advice(self) -> str:
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
    """One of many choices, found by typing a part of its text or its code; tells the code."""

    def __init__(
        self,
        caption: str,
        choices: Offered,
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
        self._line.leaving.connect(self._on_leaving)
        self._line.left.connect(self._on_left)

    def text(self) -> str:
        return self._chosen

    def set_placeholder(self, text: str) -> None:
        """Shows ``text`` in the empty line."""
        self._line.setPlaceholderText(text)

    def set_choices(
        self, choices: Offered, further: Callable[[], Iterable[Choice]] | None = None
    ) -> None:
        """Offers other choices; the chosen code stays. ``further`` ones are found, not listed."""
        self._line.set_choices(choices, further)
        if not self.is_waiting:
            self._put(self._chosen)

    def flush(self) -> None:
        self._choose()
        super().flush()

    def _tell(self) -> None:
        self._choose()
        super()._tell()

    def _choose(self) -> None:
        code = self._line.code_of(self._line.text())
        if code is not None:
            self._chosen = code

    def _is_complete(self, text: str) -> bool:
        """Nothing that is offered fits: nobody has to leave to learn that."""
        return not self._line.found(self._line.text())

    def _put(self, text: str) -> None:
        self._chosen = text
        self._line.set_text(self._line.text_of(text) if text else "")

    def _on_leaving(self) -> None:
        """Tells before the keyboard goes on: the field that comes next may depend on it."""
        self._take_the_only_one()
        self.flush()

    def _on_left(self) -> None:
        self._take_the_only_one()
        super()._on_left()

    def _take_the_only_one(self) -> None:
        """Takes the one choice that fits what was typed: 江西 means 江西省."""
        typed = self._line.text()
        if self._line.code_of(typed) is None and (meant := self._line.meant(typed)):
            self._line.set_text(self._line.text_of(meant))

    def _wrong(self, text: str) -> str:
        typed = self._line.text()
        if self._line.code_of(typed) is not None or typed == self._chosen:
            return ""
        if self._line.hasFocus() and self._line.found(typed):
            return ""
        return QCoreApplication.translate(
            "Field", "Type a part of the name and choose from the list"
        )

    def _on_chosen(self, code: str) -> None:
        self._put(code)
        self.flush()
