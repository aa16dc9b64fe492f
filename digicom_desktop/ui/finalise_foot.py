"""What is left before finalising, and the buttons that lead there or on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.finalise_state import FinaliseState
from digicom_desktop.ui.finalise_words import gap_sentence, gap_tone
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.tokens import BAR_HEIGHT, SPACE_8, SPACE_12, Tone

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FinaliseActions(QWidget):
    """While something is open the way there is primary; then finalising; then the export.

    Side by side where there is room, else one above the other.
    """

    first_requested = Signal()
    finalise_requested = Signal()
    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_8)
        self._first = self._add(Button(self.tr("Start with the first"), Kind.PRIMARY))
        self._first.setToolTip("F8")
        self._locked = self._add(Button(self.tr("Finalise"), Kind.SECONDARY, "lock"))
        self._locked.setEnabled(False)
        self._finalise = self._add(Button(self.tr("Finalise…"), Kind.PRIMARY, "lock"))
        self._show = self._add(Button("", Kind.SECONDARY))
        self._export = self._add(Button(self.tr("Export files"), Kind.PRIMARY, "upload"))
        self._first.clicked.connect(lambda: self.first_requested.emit())
        self._finalise.clicked.connect(lambda: self.finalise_requested.emit())
        self._show.clicked.connect(lambda: self.place_requested.emit(f"revision/{self._number}"))
        self._export.clicked.connect(lambda: self.place_requested.emit("export"))

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in self.all if not button.isHidden())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def all(self) -> tuple[Button, ...]:
        """All buttons, in the order of reading."""
        return (self._first, self._locked, self._finalise, self._show, self._export)

    def show_state(self, state: FinaliseState, reason: str) -> None:
        """Shows what can be done in ``state``; ``reason`` says why nothing can be finalised."""
        had_keyboard = any(button.hasFocus() for button in self.all)
        self._number = state.number
        is_open = not (state.is_ready or state.is_finalised)
        self._first.setVisible(is_open)
        only_looks = not (state.must_fix or state.to_explain)
        one_by_one = self.tr("Look at them one by one")
        self._first.set_label(one_by_one if only_looks else self.tr("Start with the first"))
        self._locked.setVisible(is_open)
        self._locked.setToolTip(reason)
        self._locked.setAccessibleDescription(reason)
        self._finalise.setVisible(state.is_ready and not state.is_finalised)
        self._show.set_label(self.tr("Look at revision {0}").format(state.number))
        self._show.setVisible(state.is_finalised)
        self._export.setVisible(state.is_finalised)
        self._fit()
        if had_keyboard:  # a button that goes takes it along
            primary = (self._first, self._finalise, self._export)
            next(b for b in primary if not b.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        shown = [button.sizeHint().width() for button in self.all if not button.isHidden()]
        needed = sum(shown) + SPACE_8 * (len(shown) - 1)
        self._row.setDirection(_BESIDE if needed <= self.width() else _BELOW)

    def _add(self, button: Button) -> Button:
        self._row.addWidget(button, 1)
        return button


class FinaliseFoot(QWidget):
    """Below the finalise panel: the sentence over the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = FinaliseActions()
        self._gap = _Gap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._gap)
        column.addWidget(self.buttons)

    def show_state(self, state: FinaliseState) -> None:
        """Shows what is left in ``state``."""
        self._gap.show_state(state)
        self.buttons.show_state(state, gap_sentence(state))


class FinaliseBar(PageEdge):
    """Below the page where the panel is not seen: the sentence beside the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(at_top=False, parent=parent)
        self.buttons = FinaliseActions()
        self._gap = _Gap()
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._gap, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.buttons)
        self.setMinimumHeight(theme.px(BAR_HEIGHT))

    def show_state(self, state: FinaliseState) -> None:
        """Shows what is left in ``state``."""
        self._gap.show_state(state)
        self.buttons.show_state(state, gap_sentence(state))


class _Gap(QWidget):
    """A banner whose colour changes with how grave it is."""

    def __init__(self) -> None:
        super().__init__()
        self._tone: Tone | None = None
        self._banner = Banner("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._banner)

    def show_state(self, state: FinaliseState) -> None:
        tone, sentence = gap_tone(state), gap_sentence(state)
        if tone is self._tone:
            self._banner.set_text(sentence)
            return
        old, self._banner, self._tone = self._banner, Banner(sentence, tone), tone
        self._column.replaceWidget(old, self._banner)
        self._banner.show()
        old.hide()
        old.deleteLater()
