"""Which figures the kinds of business add to the company page, as long as they are empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.metric import Metric, Metrics, metrics_for
from digicom_desktop.domain.text import Language, is_blank
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8

_MOST_NAMED = 3


class AddedFigures(QWidget):
    """One sentence with a link; nothing is seen while nothing is to be filled in."""

    asked = Signal(str)
    """The place of the first figure that is empty."""

    def __init__(self, metrics: Metrics, language: Language) -> None:
        super().__init__()
        self._metrics, self._language = metrics, language
        self._first = ""
        self._sentence = PlainLabel("", "compact", "text2", wrap=True)
        link = Button(self.tr("Fill in"), Kind.LINK)
        link.clicked.connect(lambda: self.asked.emit(f"company#metrics.{self._first}"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._sentence, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_assessment(self, assessment: Assessment) -> None:
        """Names the figures that only firms of these kinds have, and that are still empty."""
        empty = [
            metric
            for metric in metrics_for(assessment.profile, self._metrics)
            if not metric.is_general and is_blank(assessment.metric(metric.id).current)
        ]
        self.setVisible(bool(empty))
        if empty:
            self._first = empty[0].id
            self._sentence.setText(self._said(empty))

    def _said(self, empty: list[Metric]) -> str:
        between = self.tr(", ", "between the names of figures")
        names = between.join(metric.name.in_(self._language) for metric in empty[:_MOST_NAMED])
        if len(empty) > _MOST_NAMED:
            names = self.tr("{0} and others", "names of figures").format(names)
        if len(empty) == 1:
            return self.tr("The company page has one more figure for such a firm: {0}.").format(
                names
            )
        return self.tr("The company page has {0} more figures for such a firm: {1}.").format(
            len(empty), names
        )
