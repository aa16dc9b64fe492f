"""The rail of Home: the lists, the references, the settings."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.rail_frame import RailFrame, rail_caption
from digicom_desktop.ui.rail_rows import StepRow
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12

_MARK = 24


class HomeRail(RailFrame):
    """Asks for a place, or for the settings.

    Places are "list", "bin", "guideline", "method", "manual", "sample", "check", "template".
    """

    place_requested = Signal(str)
    settings_requested = Signal()

    def __init__(self, references: frozenset[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Lists and references"))
        self._places: dict[str, StepRow] = {}
        self._add_program()
        self._add("list", "home", self.tr("My assessments"))
        self._add("bin", "trash", self.tr("Recycle bin"))
        if references:
            self.body.addWidget(rail_caption(self.tr("References")))
        if "guideline" in references:
            self._add("guideline", "book", self.tr("The guideline"))
        if "method" in references:
            self._add("method", "info", self.tr("How the score is made"))
        if "manual" in references:
            self._add("manual", "guide", self.tr("Manual"))
        self._add("sample", "document", self.tr("A filled example"))
        if "check" in references:
            self.body.addWidget(rail_caption(self.tr("Tools")))
            self._add("check", "shield", self.tr("Check files"))
            self._add("template", "table", self.tr("Empty template…"))
        self.body.addStretch(1)
        self._add_settings()

    def show_place(self, place: str) -> None:
        """Marks where the person is."""
        self.set_current(self._places.get(place))

    def show_counts(self, kept: int, deleted: int) -> None:
        """Shows how many rows the two lists have."""
        self._places["list"].set_note(str(kept) if kept else "")
        self._places["bin"].set_note(str(deleted) if deleted else "")

    def _add(self, place: str, icon: str, title: str) -> None:
        row = StepRow(icon, title)
        row.clicked.connect(lambda: self.place_requested.emit(place))
        self.register(row)
        self._places[place] = row
        self.body.addWidget(row)

    def _add_program(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(SPACE_8, 4, SPACE_8, SPACE_12)
        line.setSpacing(SPACE_8)
        line.addWidget(_ProgramMark())
        line.addWidget(PlainLabel(self.tr("DigiCom Desktop"), "section", wrap=True), 1)
        self.body.addLayout(line)

    def _add_settings(self) -> None:
        settings = StepRow("settings", self.tr("Settings"))
        settings.clicked.connect(lambda: self.settings_requested.emit())
        self.register(settings)
        self.body.addWidget(settings)
        note = PlainLabel(self.tr("Your data stay on this computer"), "caption", "text3", wrap=True)
        note.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        self.body.addWidget(note)


class _ProgramMark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(_MARK), theme.px(_MARK))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        icons.paint_mark(painter, QRectF(self.rect()), colours.accent, colours.onaccent)
