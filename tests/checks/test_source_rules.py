"""The rules read from the syntax trees find what they forbid, and the package keeps them."""

import ast
from collections.abc import Callable, Iterable

import pytest

from tests.checks import source_rules
from tests.checks.source import ROOT, Source, read_sources

Rule = Callable[[list[Source]], Iterable[str]]
RULES = (source_rules.colour_literals, source_rules.rich_text, source_rules.wrong_qt_parts)
WORDS = {"files.gone": "{path} is gone", "files.done": "Done."}


def _chinese(sources: list[Source]) -> Iterable[str]:
    return source_rules.chinese_literals(sources, {"allowed.py": "amounts"})


def _colours(sources: list[Source]) -> Iterable[str]:
    """As if the sources were those of a painter."""
    for line in source_rules.colour_literals(
        [Source(f"digicom_desktop/ui/{source.path}", source.tree) for source in sources]
    ):
        yield line.removeprefix("digicom_desktop/ui/")


def _words(sources: list[Source]) -> Iterable[str]:
    return source_rules.wrong_words(sources, WORDS)


def _broken(rule: Rule, code: str, path: str = "some.py") -> list[str]:
    allowed = Source("allowed.py", ast.parse("unit = '万元'"))
    return list(rule([Source(path, ast.parse(code)), allowed]))


@pytest.mark.parametrize(
    ("rule", "code", "complaint"),
    [
        (source_rules.untranslatable, 'self.tr(f"{n} items")', "needs a literal"),
        (source_rules.untranslatable, "self.tr(name)", "needs a literal"),
        (
            source_rules.untranslatable,
            "QCoreApplication.translate('Page', name)",
            "needs a literal",
        ),
        (source_rules.untranslated_literals, 'Button("Press me", Kind.LINK)', "needs tr()"),
        (source_rules.untranslated_literals, 'tip.setToolTip("New words")', "needs tr()"),
        (source_rules.untranslated_literals, 'x.setAccessibleName(f"Hallo {1}")', "needs tr()"),
        (source_rules.hidden_imports, 'importlib.import_module("a.store")', "hides an import"),
        (_chinese, "label = '保存'", "Chinese in code: '保存'"),
        (_chinese, "label = f'{count}项'", "Chinese in code"),
        (_chinese, "text = ', '.join(a) + '。'", "Chinese in code"),
        (_words, "raise DigicomError('files.lost')", "no sentence 'files.lost'"),
        (_words, "words.say('files.lost')", "no sentence 'files.lost'"),
        (_words, "raise DigicomError('files.gone', name=x)", "'files.gone' needs path"),
        (source_rules.wrong_qt_parts, "from PySide6.QtNetwork import QLocalServer", "QtNetwork"),
        (source_rules.wrong_qt_parts, "from PySide6 import QtWebEngineCore", "QtWebEngineCore"),
        (source_rules.wrong_qt_parts, "import PySide6.QtQml", "QtQml"),
        (source_rules.rich_text, "label = QLabel(firm)", "QLabel renders markup"),
        (_colours, "accent = '#0B6570'", "'#0B6570' belongs into design.py"),
        (_colours, "fill = '0B6570'", "'0B6570' belongs into design.py"),
        (_colours, "sheet = f'Card {{ color: #abc; width: {n}px }}'", "'#abc' belongs"),
        (_colours, "sheet = 'color: rgb(1, 2, 3)'", "'rgb(' belongs into design.py"),
        (_colours, "QColor(11, 101, 112)", "QColor of a literal"),
        (_colours, "pen = QPen(Qt.GlobalColor.red)", "colour red belongs"),
        (source_rules.rich_text, "QtWidgets.QTextEdit(self)", "QTextEdit renders markup"),
    ],
)
def test_what_is_forbidden_is_found_with_its_place(rule: Rule, code: str, complaint: str) -> None:
    (line,) = _broken(rule, f"\n{code}")
    assert line.startswith("some.py:2: ")
    assert complaint in line


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (source_rules.untranslatable, 'self.tr("{0} items").format(n)'),
        (source_rules.untranslatable, "painter.translate(dx, dy); text.translate(table)"),
        (_chinese, '"""万元 in a docstring."""\n# 元 in a comment'),
        (
            _words,
            "DigicomError('files.gone', path=p); say('files.gone', **values); say('files.done')",
        ),
        (_words, "say(f'files.{what}')"),
        (source_rules.wrong_qt_parts, "from PySide6.QtCore import Qt"),
        (source_rules.rich_text, "class Chip(QLabel): pass"),
        (source_rules.untranslated_literals, 'Button(self.tr("Press me")); setText(f"{n} / {m}")'),
        (source_rules.untranslated_literals, 'PlainLabel("", "caption"); setText("4")'),
        (_colours, "QColor(colours.accent); fill(Qt.GlobalColor.transparent)"),
        (_colours, "name = 'embedded'; place = 'item/1.1#figures'; text = '#{0}'"),
    ],
)
def test_what_is_allowed_is_not_complained_about(rule: Rule, code: str) -> None:
    assert _broken(rule, code) == []


def test_the_setting_of_the_pdf_says_ids_with_a_prefix() -> None:
    (line,) = _broken(_words, "setting.say('title')", "documents/pdf_cover.py")
    assert "no sentence 'pdf.title'" in line


def test_an_allowance_that_nothing_needs_is_found() -> None:
    nothing = [Source("allowed.py", ast.parse(""))]
    assert list(_chinese(nothing)) == ["allowed.py: is allowed Chinese but has none"]


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(read_sources(ROOT))) == []
