r"""Long paths of Windows, as far as another system can tell; ``dev.py package`` tries them."""

import sys
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.long_paths import extended, plain, reachable

LONG = "\\".join(["很长的文件夹名称" * 3] * 8)


@pytest.mark.parametrize(
    ("known", "taken"),
    [
        (rf"D:\{LONG}", rf"\\?\D:\{LONG}"),
        (rf"\\server\share\{LONG}", rf"\\?\UNC\server\share\{LONG}"),
        (r"C:\Users\张三\AppData\Local\DigiCom Desktop",) * 2,
    ],
)
def test_only_a_long_folder_is_written_in_the_form_that_windows_takes(
    known: str, taken: str
) -> None:
    folder = PureWindowsPath(known)
    assert str(extended(folder)) == taken
    assert extended(extended(folder)) == extended(folder)
    assert plain(extended(folder)) == folder


@pytest.mark.skipif(sys.platform == "win32", reason="there it is another one")
def test_other_systems_take_every_folder_as_it_is() -> None:
    folder = Path("/", *["很长的文件夹名称" * 3] * 8)
    assert reachable(folder) == plain(folder) == folder


def test_sentences_name_folders_as_people_know_them() -> None:
    folder: PurePath = PureWindowsPath(rf"D:\{LONG}")
    words = Words(Language.ZH, {"x": "在 {folder} 里。"})
    assert words.say("x", folder=extended(folder)) == f"在 {folder} 里。"
