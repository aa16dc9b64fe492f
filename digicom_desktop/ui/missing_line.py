"""One sentence that names the required fields still blank, each a jump to its field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.company import REQUIRED_FIELDS
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8


class MissingLine(QWidget):
    """``asked`` tells the field to go to."""

    asked = Signal(str)
    check_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[tuple[str, ...], int] | None = None
        self._flow = FlowLayout(SPACE_8, 0)
        self.setLayout(self._flow)

    def show_fields(self, names: tuple[str, ...], findings: int = 0) -> None:
        """Names the fields ``names``; else what the check found here, or that all is well."""
        if (names, findings) == self._shown:
            return
        self._shown = (names, findings)
        # What stands below keeps its place when a line of names goes away.
        self.setMinimumHeight(self.height() if self.isVisible() else 0)
        self._flow.clear()
        colours = theme.current()
        icon = "alert" if names else "warning" if findings else "check"
        tone = colours.red if names else colours.amber if findings else colours.green
        if len(names) == len(REQUIRED_FIELDS):
            tone = colours.grey  # who has typed nothing has done nothing wrong
        self._flow.addWidget(IconLabel(icon, tone.text))
        self._flow.addWidget(PlainLabel(self._sentence(len(names), findings), "compact", "text2"))
        for name in names:
            link = Button(self._words.say(f"company.{name}"), Kind.LINK)
            link.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            self._flow.addWidget(link)

        if findings and not names:
            link = Button(self.tr("Look at them"), Kind.LINK)
            link.clicked.connect(lambda: self.check_requested.emit())
            self._flow.addWidget(link)

    def _sentence(self, count: int, findings: int) -> str:
        if not count and findings:
            return self.tr("Everything is filled in; the check found something ({0}).").format(
                findings
            )
        if not count:
            return self.tr("Everything that is required is filled in.")
        return self.tr("Still needed before finalising ({0}):").format(count)
