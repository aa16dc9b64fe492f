"""How the score is made, in the PDF."""

from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_RIGHT,
    HEAD_CELL,
    HEAD_CELL_RIGHT,
    NOTE,
    TEXT_LINE,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import Table


def method_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    report = setting.report
    notice = setting.say(
        "method.notice", notice=report.notices["not_official"], edition=report.edition_title
    )
    made = setting.say(
        "method.made", program=report.program, edition=report.edition, method=report.method
    )
    return [
        *setting.chapter(n, setting.say("method.title"), new_page=False),
        setting.text(notice, BODY),
        setting.section(n, 1, setting.say("method.scoring")),
        *_numbered(setting, report.how_scored),
        setting.section(n, 2, setting.say("method.worked")),
        *_worked(setting),
        setting.section(n, 3, setting.say("method.levels")),
        _levels(setting),
        setting.section(n, 4, setting.say("method.grades")),
        _grades(setting),
        setting.section(n, 5, setting.say("method.reading")),
        *_numbered(setting, report.reading_rules),
        *_code(setting, n),
        setting.text(made, NOTE),
    ]


def _numbered(setting: Setting, texts: tuple[str, ...]) -> list[Block]:
    return [
        setting.type.paragraph(
            setting.say("method.numbered", number=n, text=text), TEXT_LINE, WIDTH, before=3
        )
        for n, text in enumerate(texts, 1)
    ]


def _code(setting: Setting, n: int) -> list[Block]:
    """What the code means, where there is one."""
    if not setting.report.code:
        return []
    meaning = setting.text(setting.report.notices["code_meaning"], BODY)
    return [setting.section(n, 6, setting.say("method.code")), meaning]


def _worked(setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    for step in setting.report.worked:
        title = setting.type.paragraph(step.title, CELL_BOLD, WIDTH, before=6, keeps=True)
        lines = (setting.type.paragraph(line, TEXT_LINE, WIDTH, before=1) for line in step.lines)
        blocks += [title, *lines]
    return blocks


def _levels(setting: Setting) -> Table:
    report = setting.report
    pairs = zip(report.level_names, report.level_meanings, strict=True)
    rows = [
        ((setting.say("method.level", level=n), CELL_BOLD), (name, CELL), (meaning, CELL))
        for n, (name, meaning) in enumerate(pairs)
    ]
    return setting.table((44, 82, WIDTH - 126), (), rows)


def _grades(setting: Setting) -> Table:
    report = setting.report
    pairs = zip(report.grade_names, report.grade_meanings, report.grade_caps, strict=True)
    head = (
        (setting.say("register.grade"), HEAD_CELL),
        ("", HEAD_CELL),
        ("", HEAD_CELL),
        (setting.say("method.cap"), HEAD_CELL_RIGHT),
    )
    rows = [
        (
            (setting.say("method.grade", grade=n), CELL_BOLD),
            (name, CELL),
            (meaning, CELL),
            (setting.say("method.level", level=cap), CELL_RIGHT),
        )
        for n, (name, meaning, cap) in enumerate(pairs)
    ]
    return setting.table((44, 92, WIDTH - 206, 70), head, rows)
