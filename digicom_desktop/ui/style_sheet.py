"""The style sheet that Fusion wears, written from the tokens."""

from string import Template
from types import MappingProxyType

from digicom_desktop.ui.tokens import (
    CHIP_HEIGHT,
    CONTROL_HEIGHT,
    RADIUS_BAR,
    RADIUS_CARD,
    RADIUS_CHIP,
    RADIUS_CONTROL,
    SCROLL_BAR,
    SPACE_8,
    TYPE_SCALE,
    Colours,
    Tone,
    TypeStyle,
)

# Only what plain widgets of Qt draw stands here; what we paint ourselves asks the tokens directly.
_SHEET = Template(
    """
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 6px 8px; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${radius_chip}px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QScrollArea { border: none; background: transparent; }
DialogScroll { border: 2px solid transparent; border-radius: ${radius_control}px; }
DialogScroll:focus { border-color: $accent; }
QScrollBar:vertical { width: ${scroll_bar}px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: ${radius_bar}px;
    min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar[narrow="true"]:vertical { width: ${space_8}px; }
QScrollBar[narrow="true"]::handle:vertical { margin: 2px 1px; }
QScrollBar:horizontal { height: ${scroll_bar}px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: $handle; border-radius: ${radius_bar}px;
    min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $text;
    border: 1px solid $ctl; border-radius: ${radius_control}px; padding: 1px 10px;
    selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit { min-height: ${high_28}px; }
QLineEdit[quiet="true"] { color: $text2; }
QComboBox { min-height: ${high_27}px; padding: 2px 10px 1px 12px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QComboBox[blank="true"] { color: $text3; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text2; }
QLineEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 0 9px; }
QComboBox:focus, QComboBox:on, QComboBox[wrong="true"] { padding: 1px 9px 0 11px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $red; }
QLineEdit[wrong="true"] { padding: 0 9px; }
QLineEdit[doubtful="true"] { border: 2px solid $amber; padding: 0 9px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $red; padding: 4px 6px; }
QLineEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {
    border-color: $accent; background: $red_fill; }
QLineEdit[doubtful="true"]:focus { border-color: $accent; background: $amber_fill; }
QLineEdit:read-only, QLineEdit:read-only:hover { background: transparent;
    border-color: $line; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $grey_fill; color: $text3; border-color: $line; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QListView[popup="true"] { background: $surface; color: $text;
    border: 1px solid $line; padding: 4px; outline: none;
    selection-background-color: $tint; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[popup="true"]::item { min-height: ${high_28}px;
    padding: 0 8px; border-radius: ${radius_chip}px; }
QListView[popup="true"]::item:selected, QListView[popup="true"]::item:hover,
QComboBox QAbstractItemView::item:selected { background: $tint; color: $text; }

QPushButton { min-height: ${high_30}px; padding: 0 12px; border-radius: ${radius_control}px;
    border: 1px solid $ctl; background: $surface; color: $text; outline: none; }
QPushButton:hover { background: $hover; border-color: $text2; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { background: $grey_fill; border-color: $grey_fill; color: $text3; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $onaccent;
    font-weight: 700; padding: 0 14px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
    background: $pressed; border-color: $pressed; }
QPushButton[kind="primary"]:disabled { background: $grey_fill; border-color: $grey_fill;
    color: $text3; }
QPushButton[kind="danger"] { color: $red; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:checked { background: $hover;
    color: $text; }
QPushButton[kind="quiet"]:disabled { color: $text3; }
QPushButton[kind="link"] { background: transparent; border: none; color: $accent; padding: 0;
    min-height: ${high_22}px; text-align: left; }
QPushButton[kind="link"]:hover { color: $pressed; text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[tight="true"] { padding: 0 4px 0 0; min-height: ${high_22}px; }
QPushButton[square="true"] { padding: 0; min-width: ${high_30}px; }
QPushButton::menu-indicator { image: none; width: 0; }

QProgressBar { background: $hover; border: none; border-radius: ${radius_bar}px; }
QProgressBar::chunk { background: $accent; border-radius: ${radius_bar}px; }

HomeList, RowList { background: transparent; border: none; }
Card { background: $surface; border: 1px solid $line; border-radius: ${radius_card}px; }
ChoiceCard { border: none; }
Strip { background: $surface; border: none; }
RailFrame { background: $sunken; border: none; }
GuideFrame { background: $surface; border: none; }

PlainLabel { color: $text; background: transparent; }
PlainLabel[tone="text2"] { color: $text2; }
PlainLabel[tone="text3"] { color: $text3; }
PlainLabel[tone="accent"] { color: $accent; }
PlainLabel:disabled { color: $text3; }
"""
)
_SIZES = MappingProxyType(
    {
        "radius_bar": str(RADIUS_BAR),
        "scroll_bar": str(SCROLL_BAR),
        "space_8": str(SPACE_8),
        "radius_chip": str(RADIUS_CHIP),
        "radius_control": str(RADIUS_CONTROL),
        "radius_card": str(RADIUS_CARD),
    }
)


def style_sheet(colours: Colours, scale: float = 1) -> str:
    """The whole style sheet for ``colours``, with texts and controls ``scale`` times as large."""
    return "\n".join(
        [
            _SHEET.substitute(_values(colours) | _heights(scale)),
            *(_type_rule(name, style, scale) for name, style in TYPE_SCALE.items()),
            *(_tone_rules(tone, colours) for tone in Tone),
        ]
    )


def _values(colours: Colours) -> dict[str, str]:
    plain = {
        name: value
        for name in Colours.__slots__
        if isinstance(value := getattr(colours, name), str)
    }
    return (
        plain
        | _SIZES
        | {
            "red": colours.red.text,
            "amber": colours.amber.text,
            "red_fill": colours.red.fill,
            "amber_fill": colours.amber.fill,
            "grey_fill": colours.grey.fill,
        }
    )


def _heights(scale: float) -> dict[str, str]:
    """How high the inside of a control is, whose edges stay as they are."""
    edges = CONTROL_HEIGHT * scale - CONTROL_HEIGHT
    high = {f"high_{inside}": str(round(inside + edges)) for inside in (27, 28, 30)}
    return high | {"high_22": str(round(CHIP_HEIGHT * scale))}


def _type_rule(name: str, style: TypeStyle, scale: float) -> str:
    weight = 700 if style.bold else 400
    spacing = " letter-spacing: 1px;" if name == "code" else ""
    look = f"font-size: {round(style.size * scale)}px; font-weight: {weight};{spacing}"
    return f'PlainLabel[type="{name}"] {{ {look} }}'


def _tone_rules(tone: Tone, colours: Colours) -> str:
    pair = colours.tone(tone)
    return (
        f'PlainLabel[tone="{tone}"] {{ color: {pair.text}; }}\n'
        f'Banner[tone="{tone}"] {{ background: {pair.fill}; border: none; '
        f"border-radius: {RADIUS_CONTROL}px; }}"
    )
