"""Rules of the house that no other tool knows, read from the syntax trees."""

import ast
import re
from collections.abc import Iterator, Mapping
from string import Formatter

from tests.checks.source import Source, called_name, literal

_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff，。；：！？（）、]")

# Every other Chinese sentence belongs into resources/words/ or i18n/.
CHINESE_ALLOWED: Mapping[str, str] = {
    "digicom_desktop/command_line.py": "commas as people type them",
    "digicom_desktop/documents/pdf_lines.py": "where a Chinese line may break",
    "digicom_desktop/documents/pdf_paragraph.py": "marks whose left half is empty",
    "digicom_desktop/documents/workbook_lines.py": "where a Chinese line may break",
    "digicom_desktop/documents/workbook_lists.py": "kinds of places as addresses name them",
    "digicom_desktop/documents/workbook_rows.py": "what separates a list, by language",
    "digicom_desktop/documents/workbook_styles.py": "the name of a font",
    "digicom_desktop/documents/workbook_typed.py": "levels and years as people type them",
    "digicom_desktop/domain/advice_copy.py": "what parts several names in one field",
    "digicom_desktop/domain/choice_search.py": "brackets around a Chinese word",
    "digicom_desktop/domain/date_text.py": "dates as people type them",
    "digicom_desktop/domain/email_address.py": "the full stop of a Chinese keyboard",
    "digicom_desktop/domain/measure.py": "units as people type them",
    "digicom_desktop/domain/number.py": "amounts as people type them",
    "digicom_desktop/domain/number_mixed.py": "amounts as people type them",
    "digicom_desktop/domain/number_problem.py": "what people type in the place of a number",
    "digicom_desktop/domain/phone.py": "extensions as people type them",
    "digicom_desktop/library/edition_rules.py": "the guideline's own numbering",
    "digicom_desktop/library/toml_table.py": "the range of ideographs",
    "digicom_desktop/ui/home_row_painter.py": "what no line may begin with",
    "digicom_desktop/ui/item_gap.py": "the full stop of a sentence",
}

QT_PARTS = frozenset({"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"})

# These render markup, and with it a file or a picture that somebody typed into a field.
RICH_TEXT = ("QLabel", "QTextEdit", "QTextBrowser")


def untranslatable(sources: list[Source]) -> Iterator[str]:
    """Calls of ``tr`` whose text is not a literal: lupdate cannot know what they will say."""
    for source in sources:
        for call in source.calls("tr", "translate"):
            if literal(_translated(call)) is None:
                yield f'{source.at(call)}: tr() needs a literal: tr("… {{0}}").format(value)'


# What shows its first text to the person. A literal there must go through tr().
SHOWS_TEXT = (
    "Banner", "Button", "Chip", "Paragraph", "PlainLabel", "addAction", "plain_tip",
    "setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setText", "setToolTip",
    "setWindowTitle", "set_text", "tell",
)  # fmt: skip
_WORD = re.compile("[A-Za-z]{2,}")


def untranslated_literals(sources: list[Source]) -> Iterator[str]:
    """Words that the window shows without asking for their translation."""
    for source in sources:
        if source.path.startswith("digicom_desktop/documents/"):
            continue  # documents speak resources/words/ and have setters of the same names
        for call in source.calls(*SHOWS_TEXT):
            text = _plain_text(call.args[0] if call.args else None)
            if _WORD.search(text):
                yield f"{source.at(call)}: {text[:20]!r} needs tr()"


def _plain_text(node: ast.expr | None) -> str:
    """The words of a literal, of an f-string those outside its braces."""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "" for part in node.values)
    return literal(node) or ""


def hidden_imports(sources: list[Source]) -> Iterator[str]:
    """Imports that no contract can see, because they are made while the program runs."""
    for source in sources:
        for call in source.calls("import_module", "__import__"):
            yield f"{source.at(call)}: {called_name(call)} hides an import from the contracts"


def chinese_literals(sources: list[Source], allowed: Mapping[str, str]) -> Iterator[str]:
    """Chinese outside comments and docstrings, and allowances that nothing needs any more."""
    needed = set()
    for source in sources:
        for node, text in _spoken_literals(source.tree):
            if not _CHINESE.search(text):
                continue
            needed.add(source.path)
            if source.path not in allowed:
                yield f"{source.at(node)}: Chinese in code: {text[:20]!r}"
    yield from (
        f"{path}: is allowed Chinese but has none" for path in sorted(allowed.keys() - needed)
    )


def wrong_words(sources: list[Source], words: Mapping[str, str]) -> Iterator[str]:
    """Sentences that code says but ``words`` (id → text) lacks, or says without a value."""
    for source in sources:
        for call in source.calls("DigicomError", "say"):
            id = literal(call.args[0] if call.args else None)
            if id is None:
                continue
            id = _prefix(source, call) + id
            if id not in words:
                yield f"{source.at(call)}: no sentence {id!r} in resources/words"
            elif missing := _missing(call, placeholders(words[id])):
                yield f"{source.at(call)}: {id!r} needs {', '.join(missing)}"


def wrong_qt_parts(sources: list[Source]) -> Iterator[str]:
    """Parts of Qt that are not shipped, the network first of all."""
    for source in sources:
        for node in ast.walk(source.tree):
            for part in _qt_parts(node) - QT_PARTS:
                yield f"{source.at(node)}: {part} is no part of the product"


_COLOUR = re.compile("#[0-9A-Fa-f]{3,8}\\b|^[0-9A-Fa-f]{6}$|\\brgba?\\(")


def colour_literals(sources: list[Source]) -> Iterator[str]:
    """Colours that are written where they are used: every other one comes from the design."""
    for source in sources:
        if not source.path.startswith(("digicom_desktop/ui/", "digicom_desktop/documents/")):
            continue
        for node, text in _spoken_literals(source.tree):
            if found := _COLOUR.search(text):
                yield f"{source.at(node)}: colour {found[0]!r} belongs into design.py"
        for call in source.calls("QColor", "HexColor", "Color", "fromRgb", "fromHsv", "fromHsl"):
            if call.args and isinstance(call.args[0], ast.Constant):
                yield f"{source.at(call)}: {called_name(call)} of a literal belongs into design.py"
        yield from _qt_colours(source)


def _qt_colours(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        match node:
            case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=name):
                if name != "transparent":
                    yield f"{source.at(node)}: colour {name} belongs into design.py"


def rich_text(sources: list[Source]) -> Iterator[str]:
    """Widgets made directly that would render markup in a person's text."""
    for source in sources:
        for call in source.calls(*RICH_TEXT):
            name = called_name(call)
            yield f"{source.at(call)}: {name} renders markup; use PlainLabel or QPlainTextEdit"


def _translated(call: ast.Call) -> ast.expr | None:
    match call:
        case ast.Call(func=ast.Attribute(attr="translate", value=ast.Name(id="QCoreApplication"))):
            return call.args[1] if call.args[1:] else None
        case ast.Call(func=ast.Attribute(attr="translate")):
            return ast.Constant("")  # of a str or a painter: no concern here
    return call.args[0] if call.args else None


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a format string."""
    return frozenset(
        re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name
    )


def _prefix(source: Source, call: ast.Call) -> str:
    """What the Setting of the PDF puts in front of an id."""
    match call.func:
        case ast.Attribute(attr="say", value=ast.Name(id="setting" | "self")):
            return "pdf." if "/pdf_" in source.path or "/volume_" in source.path else ""
    return ""


def _missing(call: ast.Call, wanted: frozenset[str]) -> list[str]:
    given = {keyword.arg for keyword in call.keywords}
    return [] if None in given else sorted(wanted - given)  # None is what **values is called


def _qt_parts(node: ast.AST) -> set[str]:
    match node:
        case ast.ImportFrom(module="PySide6", names=names):
            return {alias.name for alias in names}
        case ast.ImportFrom(module=str(module)) if module.startswith("PySide6."):
            return {module.split(".")[1]}
        case ast.Import(names=names):
            parts = [alias.name.split(".") for alias in names]
            return {part[1] if part[1:] else "PySide6" for part in parts if part[0] == "PySide6"}
    return set()


def _spoken_literals(tree: ast.Module) -> Iterator[tuple[ast.Constant, str]]:
    """String literals with their text; what stands alone as a statement is a docstring."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in silent and (text := literal(node)):
            yield node, text
