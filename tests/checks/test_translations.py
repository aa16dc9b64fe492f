"""The check for untranslated texts finds each kind of gap; `python3 dev.py test` runs it itself."""

from pathlib import Path

import pytest

from digicom_desktop.domain.text import LocalizedText
from tests.checks import translations
from tests.checks.translations import TS

CODE = """
from PySide6.QtWidgets import QWidget


class HomePage(QWidget):
    def greet(self) -> None:
        self.tr("Open")
        self.tr("{0} items").format(3)
        self.tr("%n file(s)", "", 2)
"""
COMPLETE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HomePage</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
</context>
</TS>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one page, completely translated."""
    for folder in ("digicom_desktop/ui", "i18n", "resources/words"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "digicom_desktop/ui/home_page.py").write_text(CODE, encoding="utf-8")
    (tmp_path / TS).write_text(COMPLETE, encoding="utf-8")
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_complete_translation_is_good(project: Path) -> None:
    assert translations.ts_findings(project) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("<source>Open</source>", "<source>Close</source>", "HomePage 'Open': is not in"),
        ("<source>Open</source>", "<source>Close</source>", "HomePage 'Close': is in no code"),
        ("<translation>打开", '<translation type="unfinished">打开', "'Open': is unfinished"),
        ("<translation>打开", '<translation type="vanished">打开', "'Open': is vanished"),
        ("<translation>打开", "<translation> ", "'Open': has an empty translation"),
        ("{0} 项", "项", "'{0} items': has other places for values"),
        ("%n 个文件", "个文件", "'%n file(s)': has other places for values"),
    ],
)
def test_a_gap_in_the_translation_is_named(
    project: Path, old: str, new: str, complaint: str
) -> None:
    _edit(project / TS, old, new)
    assert any(complaint in line for line in translations.ts_findings(project))


def test_a_new_text_in_the_code_is_missed(project: Path) -> None:
    _edit(project / "digicom_desktop/ui/home_page.py", '"Open"', '"Open it"')
    found = translations.ts_findings(project)
    assert any("'Open it': is not in" in line for line in found)


def test_an_update_adds_what_is_new_drops_what_is_gone_and_keeps_the_rest(project: Path) -> None:
    _edit(project / "digicom_desktop/ui/home_page.py", '"Open"', '"Begin"')
    translations.extract(project, project / TS)
    entries = translations.read_ts(project / TS)
    assert {source for _, source, _ in entries} == {"Begin", "{0} items", "%n file(s)"}
    assert entries["HomePage", "{0} items", ""].translations == ("{0} 项",)
    assert "<location" not in (project / TS).read_text(encoding="utf-8")
    before = (project / TS).read_bytes()
    translations.extract(project, project / TS)
    assert (project / TS).read_bytes() == before


def test_sentences_hold_the_same_values_in_both_languages() -> None:
    words = {
        "good": LocalizedText("{a}和{b}", "{b} and {a}"),
        "uneven": LocalizedText("{a}", "nothing"),
        "empty": LocalizedText("有", " "),
    }
    assert [line.split(": ")[1].split()[0] for line in translations.uneven_words(words)] == [
        "uneven",
        "empty",
    ]


def test_all_kinds_of_findings_reach_the_report(project: Path) -> None:
    _edit(project / TS, "<translation>打开", "<translation>")
    (project / "resources/words/a.toml").write_text('[a]\nzh = "{x}"\nen = ""\n', encoding="utf-8")
    code = 'self.tr(name)\nsay("b")\nx = "中"\n'
    (project / "digicom_desktop/ui/other.py").write_text(code, encoding="utf-8")
    found = "\n".join(translations.findings(project))
    for part in (
        "empty translation",
        "a is empty",
        "needs a literal",
        "no sentence 'b'",
        "Chinese",
    ):
        assert part in found


def test_the_check_ends_with_a_failure_when_it_finds_something(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(project / TS, "<translation>打开", "<translation>")
    assert translations.main([], project) == 1
    assert "'Open': has an empty translation" in capsys.readouterr().out
