"""Whether every text the person can see is there in both languages."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6

from digicom_desktop.domain.text import LocalizedText
from digicom_desktop.library.word_files import read_words
from tests.checks import source_rules
from tests.checks.source import ROOT, read_sources

TS = Path("i18n/digicom_zh_CN.ts")
UPDATE = "python3 dev.py translations"

Key = tuple[str, str, str]
"""Context, English text and comment: what Qt looks a translation up by."""


@dataclass(frozen=True)
class Entry:
    """One text in a .ts file; a text with a plural has one translation per form."""

    translations: tuple[str, ...]
    state: str
    """"" when finished, else "unfinished", "obsolete" or "vanished"."""


def findings(root: Path) -> list[str]:
    """All that is untranslated in the project ``root``, a line each; none is good."""
    sources = read_sources(root)
    words = read_words(root / "resources" / "words")
    return [
        *source_rules.untranslatable(sources),
        *source_rules.untranslated_literals(sources),
        *source_rules.hidden_imports(sources),
        *source_rules.chinese_literals(sources, source_rules.CHINESE_ALLOWED),
        *source_rules.wrong_words(sources, {id: text.zh for id, text in words.items()}),
        *uneven_words(words),
        *ts_findings(root),
    ]


def uneven_words(words: Mapping[str, LocalizedText]) -> Iterator[str]:
    """Sentences that are empty or do not hold the same values in both languages."""
    for id, text in words.items():
        if not text.zh.strip() or not text.en.strip():
            yield f"resources/words: {id} is empty in one language"
        elif source_rules.placeholders(text.zh) != source_rules.placeholders(text.en):
            yield f"resources/words: {id} has other placeholders in Chinese than in English"


def ts_findings(root: Path) -> list[str]:
    """What the committed .ts file lacks, or has too much, beside the texts in the code."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / TS.name
        extract(root, fresh)
        wanted = read_ts(fresh)
    have = read_ts(root / TS) if (root / TS).is_file() else {}
    return [
        *(f"{_name(key)}: is not in {TS}; run {UPDATE}" for key in wanted.keys() - have.keys()),
        *(f"{_name(key)}: is in no code; run {UPDATE}" for key in have.keys() - wanted.keys()),
        *(line for key, entry in have.items() for line in _wrong(key, entry)),
    ]


def extract(root: Path, ts: Path) -> None:
    """Write the texts of the window's code into ``ts``; translations that are there stay."""
    code = sorted((root / "digicom_desktop" / "ui").rglob("*.py"))
    code += (root / "digicom_desktop").glob("app.py")
    options = "-silent -no-obsolete -locations none -source-language en -target-language zh_CN"
    names = [path.relative_to(root).as_posix() for path in code]
    command = [_lupdate(), *options.split(), *names, "-ts", str(ts)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.returncode or not ts.is_file():
        raise RuntimeError(f"lupdate failed ({done.returncode}): {done.stderr}")


def read_ts(path: Path) -> dict[Key, Entry]:
    """The entries of a .ts file."""
    tree = ElementTree.parse(path)
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        ): _entry(message)
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def _entry(message: ElementTree.Element) -> Entry:
    translation = message.find("translation")
    if translation is None:
        return Entry((), "unfinished")
    texts = [form.text or "" for form in translation.iter("numerusform")] or [
        translation.text or ""
    ]
    return Entry(tuple(texts), translation.get("type", ""))


def _wrong(key: Key, entry: Entry) -> Iterator[str]:
    if entry.state:
        yield f"{_name(key)}: is {entry.state} in {TS}"
    elif not all(text.strip() for text in entry.translations):
        yield f"{_name(key)}: has an empty translation in {TS}"
    elif any(_places(text) != _places(key[1]) for text in entry.translations):
        yield f"{_name(key)}: has other places for values in its translation"


def _places(text: str) -> frozenset[str]:
    counted = {"%n"} if "%n" in text else set()
    return source_rules.placeholders(text) | counted


def _name(key: Key) -> str:
    context, text, comment = key
    return f"{context} {text!r}" + (f" ({comment})" if comment else "")


def _lupdate() -> str:
    # The script pyside6-lupdate only finds this one, and starts a second Python for it.
    name = "lupdate.exe" if sys.platform == "win32" else "lupdate"
    return str(Path(PySide6.__path__[0]) / name)


def main(arguments: list[str], root: Path = ROOT) -> int:
    """``--update`` brings the .ts file up to date first; the exit status says if all is there."""
    if arguments not in ([], ["--update"]):
        print("python -m tests.checks.translations [--update]", file=sys.stderr)
        return 2
    if arguments:
        extract(root, root / TS)
    lines = findings(root)
    print(*lines, f"{len(lines)} untranslated or wrongly translated", sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
