"""Buttons: primary, secondary, quiet, link and danger."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.tokens import ICON_SIZE, RADIUS_CONTROL, SPACE_4, Colours

KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)

_OF_THE_WINDOW = frozenset(
    {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
)
"""The focus was somewhere else and comes back, as after a dialog or a menu."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
"""Where an ``OnwardButton`` stands: its own direction would turn a plain right into a left."""


def by_keyboard(event: QFocusEvent, before: bool) -> bool:
    """Whether a focus ring is called for; ``before`` is what held when it was here last."""
    return before if event.reason() in _OF_THE_WINDOW else event.reason() in KEYBOARD


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Presses ``button`` where ``event`` is Enter, once for a key that is held down."""
    if event.key() not in ENTER:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class Kind(StrEnum):
    """What a button looks like; one primary per screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


class Button(QPushButton):
    """A push button of one kind, with an icon if named; its focus ring shows for the keyboard."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        icon: str = "",
        *,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_literal(text), parent)
        self.setProperty("kind", str(kind))
        self._ring = False
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.set_icon(icon)
        if on_click:
            self.clicked.connect(lambda: on_click())

    def set_label(self, text: str) -> None:
        """Shows another text; an ampersand in it is an ampersand."""
        self.setText(_literal(text))
        self.setAccessibleName(text)

    def set_icon(self, name: str, size: int = ICON_SIZE, colour: str = "") -> None:
        """Shows the icon ``name``, in the colour of the button's text unless another is given."""
        size = theme.px(size)
        colours = theme.current()
        colour = colour or _icon_colour(Kind(self.property("kind")), colours)
        # A style sheet leaves no room between icon and text.
        gap = 0 if self.property("square") else SPACE_4
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            gap = -gap
        self.setIcon(icons.icon(name, colour, size, disabled=colours.text3, gap=gap))
        self.setIconSize(QSize(size + abs(gap), size))

    def show_ring(self) -> None:
        """Shows that the keyboard begins here, though no key has brought it."""
        self._ring = True
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event, self._ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt itself would leave Enter to the default button of a dialog, though this one has a ring.
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        is_marked = self._ring and self.hasFocus()
        is_link = self.property("kind") == Kind.LINK
        if is_marked and is_link:
            self._paint_mark()
        super().paintEvent(event)
        if is_marked and not is_link:
            self._paint_ring()

    def _paint_ring(self) -> None:
        painter, colours, rect = QPainter(self), theme.current(), QRectF(self.rect())
        theme.paint_ring(painter, rect, RADIUS_CONTROL, colours)
        if self.property("kind") == Kind.PRIMARY:
            # On a fill of its own colour a ring is seen by the gap inside it.
            gap = rect.adjusted(2, 2, -2, -2)
            theme.paint_ring(painter, gap, RADIUS_CONTROL - 2, colours, colours.onaccent)

    def _paint_mark(self) -> None:
        """A link begins where its column does: a ring would cut its first and last letters."""
        painter, colours, rect = QPainter(self), theme.current(), QRectF(self.rect())
        painter.fillRect(rect, QColor(colours.tint))
        painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), QColor(colours.accent))


class OnwardButton(Button):
    """The one that leads on: its arrow stands behind the text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Kind.PRIMARY, parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_icon("arrow-right")


class PaintedButton(QAbstractButton):
    """A button that paints itself and takes Enter, too.

    ``wears_ring`` while the keyboard has brought the focus.
    """

    _by_keyboard = False

    @property
    def wears_ring(self) -> bool:
        """Whether the focus ring is to be painted."""
        return self._by_keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(Button):
    """A quiet square button that is only an icon; ``name`` is its accessible name and tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", Kind.QUIET, on_click=on_click, parent=parent)
        self.setProperty("square", "true")
        self.set_icon(icon)
        self.setAccessibleName(name)
        self.setToolTip(name)


def _literal(text: str) -> str:
    return text.replace("&", "&&")


def _icon_colour(kind: Kind, colours: Colours) -> str:
    return {
        Kind.PRIMARY: colours.onaccent,
        Kind.SECONDARY: colours.text,
        Kind.QUIET: colours.text2,
        Kind.LINK: colours.accent,
        Kind.DANGER: colours.red.text,
    }[kind]
