"""Every text becomes a name that every system takes."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.file_names import room_for_name, safe_name
from digicom_desktop.files import write_bytes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("杭州甲商贸有限公司_2026", "杭州甲商贸有限公司_2026"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("..", "fallback"),
        ("../../etc/passwd", "_.._etc_passwd"),
        (" 报告. . ", "报告"),
        (".hidden", "hidden"),
        ("~$lock", "lock"),
        ("con", "_con"),
        ("NUL.2026", "_NUL.2026"),
        ("com1 .x", "_com1 .x"),
        ("LPT³", "_LPT³"),
        ("console", "console"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\u200b\ufeffb", "ab"),
        ("a\tb\r\nc", "a b c"),
        ("a\x00b\x7fc\ud800", "abc"),
        ("e\u0301", "é"),
        ("𬭸", "𬭸"),
        ("", "fallback"),
        (" \u3000 ", "fallback"),
    ],
)
def test_names_from_people_become_names_of_files(text: str, name: str) -> None:
    assert safe_name(text, "fallback") == name


@given(st.text(max_size=300))
def test_every_text_becomes_a_name_that_every_system_takes(text: str) -> None:
    name = safe_name(text, "fallback")
    assert name
    assert len(name.encode()) <= 200
    assert unicodedata.is_normalized("NFC", name)
    assert name == name.strip().rstrip(".")
    assert not set(name) & set('<>:"/\\|?*')
    assert safe_name(name, "fallback") == name


@pytest.mark.parametrize("character", ["a", "é", "测", "𬭸"])
def test_a_long_name_is_cut_between_characters(character: str) -> None:
    name = safe_name(character * 300, "fallback")
    assert 200 - len(character.encode()) < len(name.encode()) <= 200
    assert set(name) == {character}


def test_the_firm_gives_way_where_a_name_is_too_long() -> None:
    ending = "_2026_数字商务自评_定稿1"
    name = safe_name("企" * 300 + ending, "fallback", ending)
    assert len(name.encode()) <= 200
    assert name == "企" * name.count("企") + ending
    assert safe_name("甲公司" + ending, "fallback", ending) == "甲公司" + ending


@given(st.text(max_size=80), st.text(max_size=80), st.integers(20, 200))
def test_every_ending_is_kept_or_cut_as_a_name_can_be(text: str, ending: str, most: int) -> None:
    name = safe_name(text + ending, "fallback", ending, most)
    assert name
    assert len(name.encode()) <= most
    assert name == name.strip().rstrip(".")
    assert safe_name(name, "fallback", most=most) == name


def test_a_folder_says_how_long_its_names_may_be(tmp_path: Path) -> None:
    room = room_for_name(tmp_path)
    assert 40 <= room <= 200
    path = tmp_path / ("a" * room + " (123).digicom.zip")
    path.write_bytes(b"x")
    assert path.is_file()
    assert room_for_name(tmp_path / "gone") == 200 or sys.platform == "win32"


def test_hostile_names_can_really_be_written(tmp_path: Path) -> None:
    hostile = ["=1+1", "<img src=x>", "con", "测" * 300, "a\u202eb", "-rf", "%s{0}", "𬭸" * 90]
    for number, text in enumerate(hostile):
        path = tmp_path / f"{safe_name(text, 'x')}.xlsx"
        write_bytes(path, b"%d" % number)
        assert path.read_bytes() == b"%d" % number
    assert len(list(tmp_path.iterdir())) == len(hostile)
