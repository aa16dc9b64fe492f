"""The rail of an assessment: its steps with a state mark each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.domain.company import missing
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.guideline import Direction
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.scoring import ItemResult
from digicom_desktop.domain.text import Language
from digicom_desktop.exchange import Out
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.marks import FINDING_LOOK, Mark
from digicom_desktop.ui.rail_frame import RailFrame, RailScroll, rail_caption
from digicom_desktop.ui.rail_marks import is_being_filled_in, item_mark, open_findings
from digicom_desktop.ui.rail_rows import DirectionRow, ItemRow, StepRow
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_4, SPACE_8, SPACE_16, Tone

_LEAST_ROWS = 5
"""So many rows are to be in sight where they scroll between the steps."""
_STEP_OF = MappingProxyType({"worked": "results", "compare": "results", "revision": "export"})
"""The step that leads to a page which has none of its own."""


class Rail(RailFrame):
    """Company, profile, the 22 items by direction, and what comes after them."""

    place_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        language: Language,
        offered: frozenset[str],
        out: Callable[[], Out] = lambda: Out.UNKNOWN,
    ) -> None:
        super().__init__()
        self._out = out
        self._session = session
        self._language = language
        self._steps: dict[str, StepRow] = {}
        self._items: dict[str, ItemRow] = {}
        self._groups: dict[str, _Group] = {}
        self._found: Mapping[str, list[FindingClass]] = {}
        self.setAccessibleName(self.tr("Steps"))
        self._add_step("company", "building", self.tr("Company"), offered)
        self._add_step("profile", "tag", self.tr("Business profile"), offered)
        self._progress = self._add_progress()
        self._add_groups()
        self.body.addWidget(rail_caption(self.tr("Check and hand in")))
        self._add_step("review", "shield", self.tr("Check"), offered)
        self._add_step("results", "chart", self.tr("Results"), offered)
        self._add_step("plan", "target", self.tr("Improvement plan"), offered)
        self._add_step("export", "upload", self.tr("Finalise and export"), offered)
        self.body.addStretch(1)
        self.show_state()

    def show_place(self, kind: str, item: str) -> None:
        """Marks where the person is, and opens the direction of its item."""
        if item in self._items:
            self._open_group(self._session.edition.direction_of(item).id)
            self.set_current(self._items[item])
            self._scroll.keep_in_sight(self._items[item])
            self.keep_in_sight(self._items[item])
        else:
            step = self._steps.get(_STEP_OF.get(kind, kind))
            self.set_current(step)
            self.keep_in_sight(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        around = self._parts.sizeHint().height() - self._scroll.sizeHint().height()
        self._scroll.share(self.height() - around)

    def show_state(self) -> None:
        """Shows the state of every step anew."""
        session = self._session
        assessment, result = session.current, session.result
        self._show_company(len(missing(assessment.company)), assessment.company.name)
        self._show_review()
        self._show_profile(bool(assessment.profile))
        self._found = open_findings(session.appraisal.open_findings)
        done = result.answered + result.not_applicable
        self._progress.setText(f"{done}/{len(session.edition.items)}")
        for direction in session.edition.directions:
            marks = [self._show_item(item.id, result.items[item.id]) for item in direction.items]
            self._show_direction(direction, tuple(marks))
        self._show_export()

    def _show_direction(self, direction: Direction, marks: tuple[Mark, ...]) -> None:
        answered = sum(mark.state not in ("open", "begun", "to_confirm") for mark in marks)
        count = f"{answered}/{len(marks)}"
        found = sum(mark.finding is not None for mark in marks)
        meaning = self.tr("{0}, items with open findings: {1}").format(count, found)
        self._groups[direction.id].head.set_marks(marks, count, meaning if found else count)

    def _show_company(self, lacking: int, name: str) -> None:
        row = self._steps.get("company")
        if row is None:
            return
        wrong = any(f.place.startswith("company") for f in self._session.appraisal.open_findings)
        if lacking and name:
            row.set_note(self.tr("{0} missing").format(lacking))
        elif lacking:
            row.set_note("")
        elif wrong:
            row.set_state("alert", Tone.AMBER, self.tr("complete, with findings"))
        else:
            row.set_state("check", Tone.GREEN, self.tr("complete"))

    def _show_review(self) -> None:
        row = self._steps.get("review")
        if row is None:
            return
        appraisal = self._session.appraisal
        if is_being_filled_in(appraisal.open_findings):
            row.set_chip(
                self.tr("{0} to fill in").format(appraisal.count_open(FindingClass.MUST_FIX)),
                Tone.GREY,
            )
            return
        for class_, text in self._class_texts().items():
            if count := appraisal.count_open(class_):
                row.set_chip(text.format(count), FINDING_LOOK[class_][1])
                return
        row.set_state("check", Tone.GREEN, self.tr("nothing open"))

    def _show_profile(self, chosen: bool) -> None:
        if row := self._steps.get("profile"):
            if chosen:
                row.set_state("check", Tone.GREEN, self.tr("chosen"))
            else:
                row.set_note("")

    def _show_item(self, id: str, result: ItemResult) -> Mark:
        answer = self._session.current.answer(id)
        evidence = bool(self._session.current.evidence.of_item(id))
        found = self._found.get(id, [])
        mark = item_mark(result, answer, evidence)
        mark = replace(mark, finding=min(found, default=None))
        meanings = {
            "open": self.tr("not answered yet"),
            "begun": self.tr("begun, no level chosen yet"),
            "to_confirm": self.tr("last year's answer, to be confirmed"),
            "not_applicable": self.tr("does not apply"),
            "supported": self.tr("level {0}, supported").format(mark.digit),
            "held_back": self.tr("level {0}, not fully supported").format(mark.digit),
        }
        later = answer.later
        meaning = meanings[mark.state]
        if found:
            classes = self.tr(", ", "between findings").join(self._counts(found))
            meaning = self.tr("{0}, in the check: {1}").format(meaning, classes)
        self._items[id].set_mark(mark, later, self._flagged(meaning) if later else meaning)
        return mark

    def _counts(self, found: Sequence[FindingClass]) -> list[str]:
        texts = self._class_texts()
        return [texts[class_].format(found.count(class_)) for class_ in texts if class_ in found]

    def _class_texts(self) -> dict[FindingClass, str]:
        return {
            FindingClass.MUST_FIX: self.tr("{0} to fix"),
            FindingClass.EXPLAIN: self.tr("{0} to explain"),
            FindingClass.VERIFY: self.tr("{0} to verify"),
        }

    def _show_export(self) -> None:
        if row := self._steps.get("export"):
            state = self._session.state
            if state is State.DRAFT:
                row.set_note("")
            elif state is State.RETURNED:
                row.set_state("undo", Tone.RED, self.tr("returned"))
            elif state is not State.FINALISED or self._out() is Out.EXPORTED:
                row.set_state("check", Tone.GREEN, self.tr("finalised and handed out"))
            elif self._out() is Out.TO_EXPORT:
                row.set_note(self.tr("to export"))
            else:
                row.set_note(self.tr("finalised"))

    def _flagged(self, meaning: str) -> str:
        return self.tr("{0}, to come back to").format(meaning)

    def _add_step(self, place: str, icon: str, title: str, offered: frozenset[str]) -> None:
        if place not in offered:
            return
        row = StepRow(icon, title)
        row.clicked.connect(lambda: self.place_requested.emit(place))
        self.register(row)
        self._steps[place] = row
        self.body.addWidget(row)

    def _add_progress(self) -> PlainLabel:
        count = PlainLabel("", "caption", "text3")
        line = QHBoxLayout()
        line.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_4)
        title = self.tr("{0} items").format(len(self._session.edition.items))
        line.addWidget(PlainLabel(title, "caption", "text3"), 1)
        line.addWidget(count)
        self.body.addLayout(line)
        return count

    def _add_groups(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(0)
        numbers = self._numbers()
        for place, direction in enumerate(self._session.edition.directions):
            group = self._make_group(direction, numbers[place])
            self._groups[direction.id] = group
            column.addWidget(group.head)
            column.addWidget(group.items)
        column.addStretch(1)
        self._scroll = _ShrinkingScroll(inside, column)
        self._scroll.laid_out.connect(self._share_height)
        self.add_to_edge(self._scroll)

    def _make_group(self, direction: Direction, number: str) -> "_Group":
        group = _Group(DirectionRow(number.format(direction.name.in_(self._language))))
        self.register(group.head)
        group.head.clicked.connect(lambda: self._toggle_group(direction.id))
        for item in direction.items:
            row = ItemRow(item.id, item.title.in_(self._language))
            row.clicked.connect(lambda _=False, id=item.id: self.place_requested.emit(f"item/{id}"))
            self.register(row)
            self._items[item.id] = row
            group.column.addWidget(row)
        return group

    def _numbers(self) -> tuple[str, ...]:
        return (
            self.tr("1. {0}"),
            self.tr("2. {0}"),
            self.tr("3. {0}"),
            self.tr("4. {0}"),
            self.tr("5. {0}"),
            self.tr("6. {0}"),
            *["{0}"] * len(self._session.edition.directions),
        )

    def _toggle_group(self, id: str) -> None:
        self._open_group("" if self._groups[id].items.isVisibleTo(self) else id)

    def _open_group(self, opened: str) -> None:
        """One direction at a time is open, so that all of them stay in sight."""
        for id, group in self._groups.items():
            group.items.setVisible(id == opened)
            group.head.set_open(id == opened)


class _ShrinkingScroll(RailScroll):
    """As high as what is inside while there is room; else it scrolls, and what follows stays.

    With too little room for that, it is as high all the same, and the rail scrolls as a whole.
    """

    laid_out = Signal()

    def __init__(self, inside: QWidget, column: QVBoxLayout) -> None:
        super().__init__(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._column = column
        self._is_whole = False
        self._wanted: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def keep_in_sight(self, row: QWidget) -> None:
        """Scrolls to ``row``, and again whenever there is another height to show it in."""
        self._wanted = row
        self._scroll_to_wanted()

    def share(self, room: int) -> None:
        """Has ``room`` for its rows: enough to scroll in, or else all of them stand there."""
        is_whole = room < min(_LEAST_ROWS * theme.px(CONTROL_HEIGHT), self.sizeHint().height())
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_to_wanted()

    def _on_range_changed(self, least: int, most: int) -> None:
        # The bar stands in the margin of the rows, which stay as wide as they are.
        self._column.setContentsMargins(0, 0, 0 if most > least else SPACE_8, 0)
        self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        if self._wanted is not None and self._wanted.isVisibleTo(self.widget()):
            self.ensureWidgetVisible(self._wanted, 0, SPACE_16)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() if self._is_whole else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.laid_out.emit()
        return super().eventFilter(watched, event)


class _Group:
    """A direction's row and, below it, those of its items."""

    def __init__(self, head: DirectionRow) -> None:
        self.head = head
        self.items = QWidget()
        self.items.hide()
        self.column = QVBoxLayout(self.items)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
