"""Where on a page a person types and looks, to go on there on the same page in another look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.page import Page


@dataclass(frozen=True, slots=True)
class Focus:
    """What had the keyboard: which of its kind on the page, what stands in it, and the caret.

    ``names`` are those of all of its kind in the order of the page; ``top`` is where it stood in
    the part of the page that is seen, in pixels, None where it was out of sight.
    """

    kind: type[QWidget]
    names: tuple[str, ...]
    place: int
    text: str | None
    caret: tuple[int, int]
    top: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """``focus`` is None where nothing on the page had the keyboard; ``kept`` is the page's own."""

    language: Language
    focus: Focus | None
    scrolled: tuple[int, ...]
    kept: tuple[str, ...] = ()


def standing_on(page: Page, language: Language) -> Standing:
    """How ``page``, which speaks ``language``, is left."""
    scrolled = tuple(scroll.verticalScrollBar().value() for scroll in _scrolls(page))
    return Standing(language, _focus_of(page), scrolled, page.kept())


def take_up(standing: Standing, page: Page, language: Language) -> bool:
    """Puts the keyboard where it was; whether that is there, or nothing had it."""
    if standing.kept:
        page.go_on_with(standing.kept)
    focus = standing.focus
    if focus is None:
        return True
    is_named_alike = standing.language is language
    widget = None if any(standing.scrolled) else _begun(focus, page, is_named_alike=is_named_alike)
    if widget is None:
        page.complete()
        widget = _found(focus, page, is_named_alike=is_named_alike)
    if widget is None:
        return False
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    _put_caret(widget, *focus.caret)
    return True


def scroll_back(standing: Standing, page: Page) -> None:
    """Shows the same part of ``page``, which is seen by now; what is typed in stands as it did."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for scroll, value in zip(_scrolls(page), standing.scrolled, strict=False):
        scroll.verticalScrollBar().setValue(value)
    widget, focus = _focused(page), standing.focus
    if widget is None or focus is None or focus.top is None or type(widget) is not focus.kind:
        return
    for scroll in _scrolls(page):
        if scroll.isAncestorOf(widget):
            bar = scroll.verticalScrollBar()
            bar.setValue(bar.value() + _top(widget, scroll) - focus.top)


def _focus_of(page: Page) -> Focus | None:
    widget = _focused(page)
    if widget is None:
        return None
    alike = _alike(type(widget), page)
    if widget not in alike:
        return None
    names = tuple(other.accessibleName() for other in alike)
    return Focus(
        type(widget), names, alike.index(widget), _text(widget), _caret(widget), _seen_at(widget)
    )


def _focused(page: Page) -> QWidget | None:
    """What had the keyboard last on ``page``, also while a dialog has it."""
    return page.focusWidget()


def _begun(focus: Focus, page: Page, *, is_named_alike: bool) -> QWidget | None:
    """The same on the beginning of ``page``, whose further parts need not be made for it."""
    alike = _alike(focus.kind, page)
    if focus.place >= len(alike):
        return None
    names = tuple(widget.accessibleName() for widget in alike)
    if is_named_alike and names != focus.names[: len(names)]:
        return None
    widget = alike[focus.place]
    return widget if _says(widget, focus.text) else None


def _found(focus: Focus, page: Page, *, is_named_alike: bool) -> QWidget | None:
    """The same among those of ``page``; in another language only its place can tell."""
    alike = _alike(focus.kind, page)
    name = focus.names[focus.place]
    if is_named_alike:
        named = [widget for widget in alike if widget.accessibleName() == name]
        place = focus.names[: focus.place].count(name)
        are_as_many = len(named) == focus.names.count(name)
    else:
        named, place = alike, focus.place
        are_as_many = len(alike) == len(focus.names)
    if not are_as_many or not _says(named[place], focus.text):
        return None
    return named[place]


def _says(widget: QWidget, text: str | None) -> bool:
    said = _text(widget)
    return said is None or text is None or said.split() == text.split()


def _text(widget: QWidget) -> str | None:
    """What a person typed in ``widget``; None where it shows words of ours."""
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit) and widget.completer() is None:
        return widget.text()
    return None


def _caret(widget: QWidget) -> tuple[int, int]:
    """Where the selection begins and where the caret is."""
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        return cursor.anchor(), cursor.position()
    if isinstance(widget, QLineEdit):
        caret, start = widget.cursorPosition(), widget.selectionStart()
        if start < 0:
            return caret, caret
        return (widget.selectionEnd() if caret == start else start), caret
    return 0, 0


def _put_caret(widget: QWidget, anchor: int, caret: int) -> None:
    if isinstance(widget, QPlainTextEdit):
        last = widget.document().characterCount() - 1
        cursor = widget.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(caret, last), QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(caret)
        if anchor != caret:
            widget.setSelection(anchor, caret - anchor)


def _seen_at(widget: QWidget) -> int | None:
    scroll = widget.parentWidget()
    while scroll is not None and not isinstance(scroll, DownScroll):
        scroll = scroll.parentWidget()
    return None if scroll is None or widget.visibleRegion().isEmpty() else _top(widget, scroll)


def _top(widget: QWidget, scroll: DownScroll) -> int:
    return widget.mapTo(scroll, QPoint(0, 0)).y()


def _scrolls(page: Page) -> Sequence[DownScroll]:
    return page.findChildren(DownScroll)


def _alike(kind: type[QWidget], page: Page) -> list[QWidget]:
    """All of ``kind`` that can be seen, in the order in which the page is laid out."""
    return [each for each in _inside(page) if type(each) is kind and each.isVisibleTo(page)]


def _inside(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _inside(widget.widget())
    elif layout is not None and not isinstance(widget, QComboBox):
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget: QWidget | None = item.widget() if item is not None else None
        inside: QLayout | None = item.layout() if item is not None else None
        if widget is not None:
            yield widget
            yield from _inside(widget)
        elif inside is not None:
            yield from _laid_out(inside)
