"""The installer for Windows, as far as it can be read; ``dev.py package`` builds and tries it."""

import re
from pathlib import Path

import pytest
from PIL import Image

from digicom_desktop.paths import ONE_FILE_SUFFIX
from installer.icon_files import SIDE, side_path, write_icons
from installer.windows_root import longest_folder

SCRIPT = Path("installer/windows/digicom-desktop.nsi").read_text(encoding="utf-8")
SAID = {
    name: (chinese, english)
    for name, chinese, english in re.findall(
        r'^!insertmacro Say (\w+) "(.*)" "(.*)"$', SCRIPT, re.MULTILINE
    )
}
_CHINESE = re.compile("[一-鿿]")


@pytest.mark.parametrize("name", SAID)
def test_every_sentence_is_there_in_both_languages(name: str) -> None:
    chinese, english = SAID[name]
    assert _CHINESE.search(chinese)
    assert not _CHINESE.search(english)
    assert re.findall(r"\$\w+|\$\{\w+\}", chinese.replace(r"$\r$\n", "")) == re.findall(
        r"\$\w+|\$\{\w+\}", english.replace(r"$\r$\n", "")
    )


def test_every_sentence_that_is_used_is_there_and_every_one_that_is_there_is_used() -> None:
    assert set(re.findall(r"\$\((\w+)\)", SCRIPT)) == set(SAID)
    assert SCRIPT.count("!insertmacro Say ") == len(SAID)


@pytest.mark.parametrize(("longest", "inside"), [("sub/very-long-name.txt", 22), ("a.exe", 3 + 12)])
def test_the_longest_file_just_fits_into_the_longest_folder(
    tmp_path: Path, longest: str, inside: int
) -> None:
    """Windows counts 260 with the zero at the end; in a folder there must be room for a name."""
    (tmp_path / "sub").mkdir()
    (tmp_path / longest).touch()
    assert longest_folder(tmp_path) + len("/lib/") + inside == 259


@pytest.mark.parametrize("suffix", [".digicom", ONE_FILE_SUFFIX])
def test_a_double_click_opens_what_the_program_writes_and_removing_forgets_it(suffix: str) -> None:
    assert rf'WriteRegStr HKCU "${{CLASSES}}\{suffix}"' in SCRIPT
    assert rf'DeleteRegKey HKCU "${{CLASSES}}\{suffix}"' in SCRIPT


def test_data_goes_only_with_an_answer() -> None:
    """Whoever removes the program without being asked keeps the data."""
    asked, removed = SCRIPT.index('"$(RemoveData)" /SD IDNO IDNO keep'), 'RMDir /r "${DATA}'
    assert SCRIPT.count(removed) == 1
    assert SCRIPT.index(removed) > asked


@pytest.mark.usefixtures("qapp")  # or its own one would stand in the way of all others
def test_the_first_page_has_a_picture_of_our_own(tmp_path: Path) -> None:
    write_icons(tmp_path)
    with Image.open(side_path(tmp_path)) as picture:
        assert picture.size == SIDE
        assert len(picture.convert("RGB").getcolors(SIDE[0] * SIDE[1]) or ()) > len("bars")
