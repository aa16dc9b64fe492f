"""The decision aid: a few yes-or-no questions that suggest a level."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from digicom_desktop.domain.decision_aid import AidQuestion, follow
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.core_practice import CorePractice
from digicom_desktop.ui.dialogs import WIDE, PlainDialog
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.paragraph import Paragraph, TextBlock
from digicom_desktop.ui.tokens import SCROLL_BAR, SPACE_12, SPACE_16, SPACE_24

_CORE_HEIGHT = 300
_BESIDE_BAR = SPACE_16
_LEVEL_LINE = 24


class AidDialog(PlainDialog):
    """Asks in turn; accepted, ``level`` is what the person took over."""

    def __init__(
        self,
        item: Item,
        level_names: tuple[str, ...],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Which level fits?"), parent, WIDE)
        self.level: int | None = None
        self._aid, self._language = item.aid, language
        self._names = level_names
        self._texts = [level.text.in_(language) for level in item.levels]
        self._answers: list[bool] = []
        self._where = Paragraph("", "caption", "text3")
        self._question = Paragraph("", "question")
        self._level = Paragraph("", "body", line=_LEVEL_LINE)
        self.setFixedWidth(self.minimumWidth())
        self.body.addWidget(self._core(item))
        self.body.addWidget(Separator())
        self.body.addWidget(self._where)
        self.body.addWidget(self._question)
        self.body.addWidget(self._level)
        self._cancel = self._add(self.tr("Cancel"), Kind.QUIET, self.reject)
        self.keep_apart(self._cancel)
        self._back = self._add(self.tr("Back"), Kind.QUIET, self._on_back)
        self._no = self._add(self.tr("No"), Kind.SECONDARY, self._on_no)
        self._yes = self._add(self.tr("Yes"), Kind.SECONDARY, self._on_yes)
        self._take = self._add("", Kind.PRIMARY, self.accept)
        self._show()

    def _core(self, item: Item) -> DownScroll:
        """What counts and what does not, in view at every question, however long it is."""
        inside = CorePractice(item, self._language)
        inside.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        area = DownScroll()
        area.setFixedHeight(_whole_lines(inside, self.minimumWidth() - 2 * SPACE_24))
        area.show_inside(inside)
        area.setAccessibleName(self.tr("What counts"))
        return area

    def _add(self, text: str, kind: Kind, on_click: Callable[[], None]) -> Button:
        button = self.add_button(text, kind, QDialog.DialogCode.Rejected)
        button.clicked.disconnect()
        button.clicked.connect(on_click)
        button.setAutoDefault(False)
        return button

    def _on_yes(self) -> None:
        self._answers.append(True)
        self._show()

    def _on_no(self) -> None:
        self._answers.append(False)
        self._show()

    def _on_back(self) -> None:
        self._answers.pop()
        self._show()

    def _show(self) -> None:
        found = follow(self._aid, self._answers)
        is_open = isinstance(found, AidQuestion)
        for text in (self._question, self._level):
            text.setMinimumHeight(0)  # both at once would make the dialog higher
        self._back.setEnabled(bool(self._answers))
        for button in (self._yes, self._no):
            button.setVisible(is_open)
        self._where.setVisible(is_open)
        for part in (self._level, self._take):
            part.setVisible(not is_open)
        if isinstance(found, AidQuestion):
            self.level = None
            self._where.set_text(self.tr("Question {0}").format(len(self._answers) + 1))
            self._question.set_text(found.text.in_(self._language))
            self._yes.setFocus()
        else:
            self.level = found
            self._question.set_text(self._suggestion(found))
            self._level.set_text(self._texts[found])
            self._take.setText(self.tr("Choose level {0}").format(found))
            self._take.setFocus()
        self._hold_place()
        self.fit()

    def _hold_place(self) -> None:
        """Room for the longest page: the buttons stay where they are from one to the next."""
        width = self.minimumWidth() - 2 * SPACE_24
        where = theme.line("caption") + SPACE_12
        questions = [question.text.in_(self._language) for question in self._aid]
        found = [(self._suggestion(level), self._texts[level]) for level in range(len(self._texts))]
        room = max(
            *(where + TextBlock(text, "question").height(width) for text in questions),
            *(_height(said, text, width) for said, text in found),
        )
        is_open = self.level is None
        shown = self._question.heightForWidth(width) + SPACE_12
        self._question.setMinimumHeight(room - where if is_open else 0)
        self._level.setMinimumHeight(0 if is_open else room - shown)

    def _suggestion(self, level: int) -> str:
        said = self.tr("Your answers suggest level {0} ({1}); you decide.")
        return said.format(level, self._names[level])


def _height(said: str, text: str, width: int) -> int:
    """How high a suggestion is: the sentence, and below it what its level asks for."""
    level = TextBlock(text, "body", line=_LEVEL_LINE).height(width)
    return TextBlock(said, "question").height(width) + SPACE_12 + level


def _whole_lines(inside: CorePractice, width: int) -> int:
    """The height of ``inside``, or where that is too much, of the lines that fit as a whole."""
    height = inside.heightForWidth(width)
    if height <= _CORE_HEIGHT:
        return height
    width -= SCROLL_BAR
    inside.resize(width, inside.heightForWidth(width))
    layout = inside.layout()
    if layout is not None:
        layout.activate()
    ends = [
        text.y() + end
        for text in inside.findChildren(Paragraph)
        for end in range(0, text.height() + 1, text.minimumSizeHint().height())
    ]
    return max(end for end in ends if end <= _CORE_HEIGHT)
