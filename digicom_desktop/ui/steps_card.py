"""The card with the smallest steps that raise the evidence-backed score, best first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.domain.advice import Change, Need, Step
from digicom_desktop.domain.closing_views import StepView
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind, PaintedButton
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.item_state import Section
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import ICON_INLINE, RADIUS_CONTROL, SPACE_8, Tone

_SHOWN = 5
_ABOVE = 2


class StepsCard(Card):
    """What to do, where, and what it is worth; the first few, and all on request.

    ``chosen`` tells the place where a step is taken.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[tuple[StepView, str]] = []
        self._rows = [_Row(is_first=True)]
        self._shows_all = False
        self._unit = PlainLabel(self.tr("Adds to the score"), "caption", "text3")
        self._nothing = PlainLabel(
            self.tr("Every item that applies counts at the highest level."),
            "compact",
            "text2",
            wrap=True,
        )
        self._more = Button("", Kind.LINK, on_click=self._on_more)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(self.tr("What pays best next"), "section"), 1)
        head.addWidget(self._unit)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(self._column)
        self._column.addWidget(self._rows[0])
        self._rows[0].chosen.connect(self.chosen)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_steps(self, views: Sequence[StepView], steps: Sequence[Step]) -> None:
        """Shows ``views``, those of ``steps``."""
        places = [place_of(step.item, step.changes) for step in steps]
        self._steps = list(zip(views, places, strict=True))
        self._show()

    def _show(self) -> None:
        count = len(self._steps) if self._shows_all else min(_SHOWN, len(self._steps))
        while len(self._rows) < count:
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < count)
            if number < count:
                row.show_step(*self._steps[number])
        self._unit.setVisible(count > 0)
        self._nothing.setVisible(not count)
        hidden = len(self._steps) - _SHOWN
        self._more.setVisible(hidden > 0)
        more = self.tr("Show {0} more").format(hidden)
        self._more.set_label(self.tr("Show fewer") if self._shows_all else more)

    def _add_row(self) -> None:
        row = _Row(is_first=False)
        row.chosen.connect(self.chosen)
        self._column.addWidget(row)
        self.setTabOrder(self._rows[-1].button, row.button)
        self._rows.append(row)

    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self._show()


def place_of(item: str, changes: Sequence[Change]) -> str:
    """Where on the page of ``item`` the first of ``changes`` is made."""
    first = changes[0]
    evidence = Section.STATEMENT if first.to == 1 else Section.EVIDENCE
    sections = {Need.CLAIM: Section.LEVEL, Need.FIGURE: Section.FIGURES, Need.GRADE: evidence}
    return f"item/{item}#{sections[first.need]}"


class _Row(QWidget):
    """A line above unless it ``is_first``, and the button."""

    chosen = Signal(str)

    def __init__(self, *, is_first: bool) -> None:
        super().__init__()
        self.button = StepButton()
        self._place = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not is_first:
            column.addWidget(Separator())
        column.addWidget(self.button)
        self.button.clicked.connect(lambda: self.chosen.emit(self._place))

    def show_step(self, step: StepView, place: str) -> None:
        self._place = place
        self.button.show_step(step)


class StepButton(PaintedButton):
    """What is to be done over where, the gain at the right; the whole row is the button."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Paragraph("", "strong")
        self._where = Paragraph("", "caption", "text2")
        self._gain = PlainLabel("", "panel", Tone.GREEN)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._what)
        texts.addWidget(self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        row.setSpacing(SPACE_8)
        row.addLayout(texts, 1)
        row.addWidget(self._gain)
        row.addWidget(IconLabel("arrow-right", theme.current().text3, ICON_INLINE))

    def show_step(self, step: StepView) -> None:
        self._what.set_text(step.short)
        self._where.set_text(step.where)
        self._gain.setText(step.gain_shown)
        name = self.tr("{0}. {1}. Adds {2} to the score", "a step, where, and its gain")
        self.setAccessibleName(name.format(step.short, step.where, step.gain_shown))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._what.set_tone("accent")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._what.set_tone("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wears_ring:
            painter = QPainter(self)
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CONTROL, theme.current())
