"""One item of the plan: its target, what that takes, and the actions."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.plan import Action
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.plan_action import ActionColumns, ActionHead, ActionRow
from digicom_desktop.ui.plan_target import TargetChoice
from digicom_desktop.ui.plan_view import LineShown
from digicom_desktop.ui.plan_ways import WayList
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tone

_TOP = Qt.AlignmentFlag.AlignTop


class PlanCard(Card):
    """Tells what the person wants of this item; it changes nothing itself.

    ``edited`` tells an ``Action`` and its field visit, ``action_wanted`` the text of a new one.
    """

    target_chosen = Signal(int)
    removed = Signal()
    action_wanted = Signal(str)
    edited = Signal(object, str)
    deleted = Signal(str)
    item_requested = Signal()
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self, line: LineShown, names: tuple[str, ...], columns: ActionColumns, today: date
    ) -> None:
        super().__init__()
        self._names, self._columns, self._today = names, columns, today
        self._rows: dict[str, ActionRow] = {}
        self._shown: LineShown | None = None
        self._head(line)
        self._standing(line)
        self._notice = Paragraph("", "compact", "text2", parent=self)
        self._ways = WayList(self)
        self._ways.wanted.connect(self.action_wanted)
        self._actions = QWidget(self)
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, SPACE_4, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(Separator())
        column.addWidget(ActionHead(columns))
        self._actions_column = QVBoxLayout()
        self._actions_column.setSpacing(SPACE_12)
        column.addLayout(self._actions_column)
        self._add = Button(self.tr("Add an action"), Kind.LINK, "add")
        self._add.setAccessibleName(self.tr("Add an action for {0}").format(line.item))
        self._add.clicked.connect(lambda: self.action_wanted.emit(""))
        for part in (self._notice, self._ways, self._actions):
            self.body.addWidget(part)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_line(line)

    def show_line(self, line: LineShown) -> bool:
        """Shows ``line``, typed-in fields left alone; whether the way of the Tab key is another."""
        if line == self._shown:
            return False
        self._shown = line
        applies = line.state in ("answered", "unanswered")
        self._now.setText(self._now_text(line))
        self._target.show_target(line.now, line.target, applies=applies)
        _show(self._reached, line.is_reached and applies)
        worth = self.tr("The target is worth {0} points").format(line.gain) if line.gain else ""
        self._gain.setText(line.gain)
        self._gain.setAccessibleName(worth)
        self._gain.setToolTip(worth)
        notice = self._notice_text(line)
        self._notice.set_text(notice)
        _show(self._notice, bool(notice))
        others = self._ways.show_ways(line.ways, tuple(action.text for action in line.actions))
        _show(self._ways, bool(line.ways))
        return self._show_actions(line.actions) or others

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for row in list(self._rows.values()):
            row.flush()

    def focus_target(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Puts the keyboard on the target, or on the way to the item where none can be chosen."""
        if not self._target.focus_chosen(reason):
            self._title.setFocus(reason)

    def focus_action(self, id: str) -> QWidget:
        """Puts the keyboard on the action ``id``, or where one is added; what has it then."""
        if id in self._rows:
            row = self._rows[id]
            row.focus_text()
            return row
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._add

    def _head(self, line: LineShown) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(PlainLabel(line.item, "section", "text3"))
        self._title = Button(line.title or self.tr("Item of another edition"), Kind.LINK)
        self._title.setFont(theme.font("section"))
        self._title.setEnabled(bool(line.title))
        self._title.clicked.connect(self.item_requested)
        row.addWidget(self._title)
        row.addStretch(1)
        self._gain = PlainLabel("", "panel", Tone.GREEN)
        row.addWidget(self._gain)
        name = self.tr("Take {0} out of the plan").format(line.item)
        row.addWidget(IconButton("cross", name, on_click=self.removed.emit))
        self.body.addLayout(row)

    def _standing(self, line: LineShown) -> None:
        self._now = PlainLabel("", "compact", "text2")
        self._target = TargetChoice(line.item, self._names)
        self._target.chosen.connect(self.target_chosen)
        self._reached = Chip(self.tr("Reached"), Tone.GREEN, "check", parent=self)
        flow = FlowLayout(SPACE_12, SPACE_8)
        for part in (
            self._now,
            PlainLabel(self.tr("Target"), "compact", "text2"),
            self._target,
            self._reached,
        ):
            flow.addWidget(part)
        self.body.addLayout(flow)

    def _now_text(self, line: LineShown) -> str:
        if line.state == "not_applicable":
            return self.tr("Now: does not apply")
        if line.state == "unanswered":
            return self.tr("Now: not answered, counts as 0")
        return self.tr("Now: level {0} {1}").format(line.now, self._names[line.now])

    def _notice_text(self, line: LineShown) -> str:
        if line.state == "not_applicable":
            return self.tr(
                "This item is said not to apply, so a target is worth nothing. "
                "Take it out of the plan, or answer the item."
            )
        if line.target is None and line.state:
            return self.tr("Choose a target to see what it is worth and what it takes.")
        return ""

    def _show_actions(self, actions: tuple[Action, ...]) -> bool:
        """Shows ``actions``; whether rows came or went."""
        wanted = [action.id for action in actions]
        is_other = wanted != list(self._rows)
        for id in [id for id in self._rows if id not in wanted]:
            row = self._rows.pop(id)
            self._actions_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, action in enumerate(actions, 1):
            if action.id in self._rows:
                self._rows[action.id].show_action(action, number)
            else:
                self._add_row(action, number)
        self._rows = {id: self._rows[id] for id in wanted}
        _show(self._actions, bool(actions))
        return is_other

    def _add_row(self, action: Action, number: int) -> None:
        row = self._rows[action.id] = ActionRow(action, number, self._columns, self._today)
        row.edited.connect(self.edited)
        row.deleted.connect(self.deleted)
        row.typing.connect(self.typing)
        row.visit_ended.connect(self.visit_ended)
        self._actions_column.insertWidget(number - 1, row)
        row.show()


def _show(part: QWidget, shown: bool) -> None:
    """Shows or hides ``part``; asking Qt for what is so anyway would cost a millisecond each."""
    is_told = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if part.isHidden() == shown if is_told else not shown:
        part.setVisible(shown)
