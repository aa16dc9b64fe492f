"""The guide beside an item: its clause, plain words, what to prepare, what often goes wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.glossary import terms_of
from digicom_desktop.domain.guideline import Edition, EvidenceHint, Item, Method
from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.ui import theme
from digicom_desktop.ui.after_paint import AfterPaint, show_in
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.core_practice import CorePractice
from digicom_desktop.ui.guide_choice import EXAMPLES, OFFICIAL, PLAIN, GuideChoice
from digicom_desktop.ui.guide_examples import GuideExamples
from digicom_desktop.ui.guide_terms import GuideTerms
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tabs import Tabs
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_BODY_LINE = 24


class GuidePanel(QWidget):
    """Born with its item; ``show_level`` says what the next step is.

    What stands behind a tab is made when the tab is first chosen, and what stands further down
    once the person sees the beginning.
    """

    place_requested = Signal(str)

    def __init__(
        self,
        edition: Edition,
        item: Item,
        profile: frozenset[str],
        language: Language,
        choice: GuideChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item, self._language = item, language
        self._choice = choice or GuideChoice()
        self._step_title = PlainLabel("", "section")
        self._step = Paragraph("", "compact", "text")
        self._makers: list[Callable[[], QWidget]] = [lambda: self._official(edition), self._plain]
        names = [self.tr("Official"), self.tr("Plain")]
        self._tabs = [OFFICIAL, PLAIN]
        if item.examples:
            self._makers.append(lambda: GuideExamples(edition, item, profile, language))
            names.append(self.tr("Examples"))
            self._tabs.append(EXAMPLES)
        self._pages: dict[int, QWidget] = {}
        self._page_column = _padded([])
        first = self._first(profile)
        tabs = Tabs(tuple(names), first)
        tabs.chosen.connect(self._on_tab_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tabs)
        column.addWidget(self._scrolled(edition), 1)
        self._show_tab(first)
        self.show_level(None)

    def show_level(self, level: int | None) -> None:
        """Shows the cheapest step from ``level`` (None: unanswered, as from 0) to the next."""
        start = level or 0
        step = next((s for s in self._item.next_steps if s.from_level == start), None)
        self._step_title.setText(
            self.tr("From level {0} to {1}").format(start, start + 1)
            if step
            else self.tr("Nothing above level {0}").format(start)
        )
        self._step.set_text(
            step.text.in_(self._language) if step else self.tr("Keep the evidence up to date.")
        )

    def _scrolled(self, edition: Edition) -> DownScroll:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addLayout(self._page_column)
        column.addWidget(_parts(self._preparing(edition.method)))
        further = QVBoxLayout()
        column.addLayout(further)
        column.addStretch(1)
        AfterPaint(self, lambda: show_in(further, _parts(self._further(edition))))
        area = DownScroll()
        area.show_inside(inside)
        area.setAccessibleName(self.tr("Guide"))
        return area

    def _preparing(self, method: Method) -> list[list[QWidget]]:
        item = self._item
        return [
            [
                PlainLabel(self.tr("Evidence to prepare"), "section"),
                *(self._hint(hint, method) for hint in item.evidence),
            ],
            [
                PlainLabel(self.tr("Common mistakes"), "section"),
                *(self._bullet(mistake) for mistake in item.mistakes),
            ],
        ]

    def _further(self, edition: Edition) -> list[list[QWidget]]:
        item = self._item
        terms = terms_of(item, edition)
        explained = [
            PlainLabel(self.tr("Words explained"), "section"),
            GuideTerms(terms, self._language),
        ]
        return [
            *([explained] if terms else []),
            [self._step_title, self._step],
            [
                PlainLabel(self.tr("When it does not apply"), "section"),
                self._sentence(item.not_applicable_hint),
                *([self._sentence(item.zero_hint)] if item.zero_hint else []),
            ],
            [
                PlainLabel(self.tr("How a level is read"), "section"),
                *(self._bullet(rule) for rule in edition.reading_rules),
            ],
        ]

    def _official(self, edition: Edition) -> QWidget:
        item, zh = self._item, self._language is Language.ZH
        direction = edition.direction_of(item.id)
        source = self.tr("{0}, {1}", "the guideline, a direction").format(
            edition.title.in_(self._language), direction.name.in_(self._language)
        )
        widgets: list[QWidget] = [
            Paragraph(source, "caption", "text3"),
            Paragraph(item.clause.zh, "body", line=_BODY_LINE),
        ]
        if not zh:
            widgets += [
                Paragraph(self.tr("Our translation"), "caption", "text3"),
                Paragraph(item.clause.in_(self._language), "body", "text2", line=_BODY_LINE),
            ]
        whole = Button(self.tr("See it in the whole text"), Kind.LINK, "book")
        whole.clicked.connect(lambda: self.place_requested.emit(f"guideline#{item.id}"))
        return _column([*widgets, _left(whole)])

    def _plain(self) -> QWidget:
        widgets: list[QWidget] = [
            *([CorePractice(self._item, self._language)] if self._item.core else []),
        ]
        for practice in self._item.practices:
            quoted = self.tr('"{0}" means, for example').format(practice.basis)
            text = practice.text.in_(self._language)
            widgets.append(_column([Paragraph(quoted, "caption", "text3"), Paragraph(text)], 2))
        return _column(widgets)

    def _hint(self, hint: EvidenceHint, method: Method) -> QWidget:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._sentence(hint.title))
        shows = hint.shows.in_(self._language)
        if hint.grade is not None:
            counts = self.tr("{0}; usually counts up to level {1}")
            shows = counts.format(shows, method.grade_caps[hint.grade])
        texts.addWidget(Paragraph(shows, "caption", "text3"))
        return _marked(IconLabel("document", theme.current().text2, 14), texts, SPACE_8)

    def _bullet(self, text: LocalizedText) -> QWidget:
        texts = QVBoxLayout()
        texts.addWidget(self._sentence(text))
        return _marked(PlainLabel("•", "compact", "text3"), texts, SPACE_4)

    def _sentence(self, text: LocalizedText) -> Paragraph:
        return Paragraph(text.in_(self._language))

    def _first(self, profile: frozenset[str]) -> int:
        """The tab chosen last; before that an example of the firm's trade, else plain words."""
        has_own = any(example.business_type in profile for example in self._item.examples)
        wanted = self._choice.tab or (EXAMPLES if has_own else PLAIN)
        return self._tabs.index(wanted if wanted in self._tabs else PLAIN)

    def _on_tab_chosen(self, place: int) -> None:
        self._choice.tab = self._tabs[place]
        self._show_tab(place)

    def _show_tab(self, place: int) -> None:
        if place not in self._pages:
            self._pages[place] = self._makers[place]()
            self._page_column.addWidget(self._pages[place])
        for number, page in self._pages.items():
            page.setVisible(number == place)


def _column(widgets: Sequence[QWidget], gap: int = SPACE_8) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return result


def _parts(parts: Sequence[Sequence[QWidget]]) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_12)
    for part in parts:
        column.addWidget(Separator())
        column.addLayout(_padded(part))
    return result


def _padded(widgets: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
    column.setSpacing(SPACE_8 - 2)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _left(widget: QWidget) -> QWidget:
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return result


def _marked(mark: QWidget, texts: QVBoxLayout, gap: int) -> QWidget:
    mark_column = QVBoxLayout()
    mark_column.setContentsMargins(0, 3 if isinstance(mark, IconLabel) else 0, 0, 0)
    mark_column.addWidget(mark)
    mark_column.addStretch(1)
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addLayout(mark_column)
    row.addLayout(texts, 1)
    return result
