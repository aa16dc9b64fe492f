"""What the firm says about the findings of the check (审核说明), in the PDF."""

from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_QUIET,
    HEAD_CELL,
    NOTE,
    WIDTH,
    Style,
)
from digicom_desktop.domain.closing_views import FindingView

_COLUMNS = (62.0, 56.0, (WIDTH - 118) * 0.56, (WIDTH - 118) * 0.44)


def review_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    blocks = setting.chapter(n, setting.say("review.title"), new_page=False)
    explained = setting.report.explained
    if not explained:
        return [*blocks, setting.text(setting.say("review.empty"), BODY)]
    names = ("class", "where", "finding", "said")
    head = tuple((setting.say(f"review.{name}"), HEAD_CELL) for name in names)
    rows = [_row(setting, finding) for finding in explained]
    note = setting.text(setting.say("review.note"), NOTE)
    return [*blocks, setting.table(_COLUMNS, head, rows), note]


def _row(setting: Setting, finding: FindingView) -> tuple[tuple[str, Style], ...]:
    said = (finding.said, CELL) if finding.said else (setting.say("review.open"), CELL_QUIET)
    class_ = setting.say("review.letter", letter=finding.class_, name=finding.class_name)
    return (class_, CELL_BOLD), (finding.where, CELL), (finding.sentence, CELL), said
