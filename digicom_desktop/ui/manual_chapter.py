"""One chapter of the manual as widgets: headings, paragraphs, lists, pictures."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.manual import BlockKind, Chapter, ManualBlock
from digicom_desktop.library.manual import Manual
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.manual_picture import ManualPicture
from digicom_desktop.ui.searched_text import SearchedText
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24

_LINE, _HEADING_LINE, _TITLE_LINE, _CAPTION_LINE = 26, 28, 32, 18
_MARK_WIDTH = 20


class ManualChapter(Card):
    """``texts`` are its title and the text of every block, in their order."""

    def __init__(self, chapter: Chapter, manual: Manual) -> None:
        super().__init__()
        self._manual = manual
        self.body.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        self.body.setSpacing(SPACE_12)
        title = SearchedText(chapter.title, "page", _TITLE_LINE)
        self.texts = [title]
        self.body.addWidget(title)
        for block in chapter.blocks:
            self.body.addLayout(self._shown(block))

    def _shown(self, block: ManualBlock) -> QVBoxLayout | QHBoxLayout:
        match block.kind:
            case BlockKind.HEADING:
                return _below(SPACE_8, self._text(block.text, "section", _HEADING_LINE))
            case BlockKind.BULLET:
                return self._marked("•", block.text)
            case BlockKind.STEP:
                return self._marked(block.mark, block.text)
            case BlockKind.PICTURE:
                picture = ManualPicture(self._manual.picture(block.mark), block.text)
                return _below(SPACE_4, picture, self._text(block.text, "caption", _CAPTION_LINE))
            case BlockKind.TEXT:
                return _below(0, self._text(block.text, "body", _LINE))

    def _text(self, text: str, type: str, line: int) -> SearchedText:
        shown = SearchedText(text, type, line)
        self.texts.append(shown)
        return shown

    def _marked(self, mark: str, text: str) -> QHBoxLayout:
        label = PlainLabel(mark, "body", "text2")
        label.setFixedSize(theme.px(_MARK_WIDTH), theme.px(_LINE))
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        beside = QVBoxLayout()
        beside.addWidget(label)
        beside.addStretch(1)
        row.addLayout(beside)
        row.addWidget(self._text(text, "body", _LINE), 1)
        return row


def _below(gap: int, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, gap, 0, 0)
    column.setSpacing(SPACE_4)
    for widget in widgets:
        column.addWidget(widget)
    return column
