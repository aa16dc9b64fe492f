"""Preferences are remembered, and never in the way."""

from pathlib import Path

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.preferences import FILE_NAME, PreferenceFile, Preferences
from digicom_desktop.ui.theme import Appearance


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = PreferenceFile(tmp_path)
    first.change_look(Language.EN, Appearance.DARK)
    first.change(geometry=(10, 20, 1200, 700), maximised=True, guide_open=False)
    first.change(export_folder="/tmp/报送 材料 = 2025")
    second = PreferenceFile(tmp_path)
    assert second.current == first.current
    assert second.language is Language.EN
    assert second.current.geometry == (10, 20, 1200, 700)


def test_a_language_of_the_command_line_is_spoken_but_not_remembered(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path, Language.EN)
    assert file.language is Language.EN
    file.change(guide_open=True)
    assert PreferenceFile(tmp_path).language is Language.ZH


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"language = klingon\ngeometry = 1 2 3\nmaximised = perhaps\n",
        b"geometry = 1 2 3 99999999999\nappearance",
        b"[" * 10_000,
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert PreferenceFile(tmp_path).current == Preferences()


def test_a_disk_that_refuses_them_costs_only_the_preference(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "missing")
    file.change(guide_open=True)
    assert file.current.guide_open is True
