"""The fonts of documents."""

import hashlib
from pathlib import Path

import pytest

from digicom_desktop.documents.fonts import REPLACEMENT, Fonts, load_fonts

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return load_fonts(FOLDER)


def test_the_fonts_are_shipped_as_they_were_published() -> None:
    sums = (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {line.split()[1]: line.split()[0] for line in sums}
    for path in (*FOLDER.glob("*.ttf"), *FOLDER.glob("*.txt")):
        content = path.read_bytes()
        if path.suffix == ".txt":
            content = content.replace(b"\r\n", b"\n")  # a checkout on Windows
        assert hashlib.sha256(content).hexdigest() == listed[path.name]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk"])
def test_every_chinese_character_of_the_common_sets_has_a_glyph(
    fonts: Fonts, encoding: str
) -> None:
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    text = "".join(code.decode(encoding, errors="ignore") for code in codes)
    assert len(text) > 6000
    assert fonts.regular.has_all(text)
    assert fonts.bold.has_all(text)


def test_rare_characters_and_signs_have_a_glyph(fonts: Fonts) -> None:
    for character in "䶮㛃𬭸㊣①☑☐✔✘°±×÷‰€¥℃㎡→↑":
        assert fonts.printable(character) == character


def test_a_run_changes_where_the_font_does(fonts: Fonts) -> None:
    runs = fonts.runs("茶☑叶")
    assert [(run.face.name, run.text) for run in runs] == [
        ("NotoSansSC", "茶"),
        ("DejaVuSans", "☑"),
        ("NotoSansSC", "叶"),
    ]


def test_invisible_characters_are_not_printed(fonts: Fonts) -> None:
    assert fonts.printable("a\u200bb\u202ec\ufeffd\u00ade\ufe0f") == "abcde"
    assert fonts.printable("a\tb\nc") == "a    b\nc"


def test_an_unknown_character_is_shown_as_a_sign(fonts: Fonts) -> None:
    assert fonts.printable("a\U0002b740b") == f"a{REPLACEMENT}b"


def test_quotation_marks_are_narrow_only_among_latin_letters(fonts: Fonts) -> None:
    def faces(text: str) -> dict[str, str]:
        return {run.text: run.face.name for run in fonts.runs(text, latin=True)}

    assert faces("China’s")["’"] == "DejaVuSans"
    assert faces("“青禾”") == {"“青禾”": "NotoSansSC"}
