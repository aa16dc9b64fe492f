"""Says what the two scores above an assessment mean, and leads to how they are made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.top_strip import declared_means, supported_means


class ScoreHelp(PlainDialog):
    """``method_requested`` once the person wants to read more."""

    method_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("What these two scores say"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = self.tr("Both are this software's own method, not an official score.")
        for sentence in (declared_means(), supported_means()):
            self.body.addWidget(Paragraph(sentence, "body"))
        self.body.addWidget(Paragraph(own, "compact", "text2"))
        more = self.add_button(self.tr("How the score is made"), Kind.SECONDARY, 2)
        more.clicked.connect(self.method_requested)
        close = self.add_button(self.tr("OK"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        close.setDefault(True)
        close.setFocus()
