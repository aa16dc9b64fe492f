"""A folder for a moment goes again, and where there is none a sentence says so."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.passing_folder import PassingFolder, said_passing_folder


def test_it_is_private_and_gone_with_the_block() -> None:
    with PassingFolder() as folder:
        (folder / "inside").mkdir()
        (folder / "inside" / "file").write_bytes(b"x")
        if os.name == "posix":
            assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_it_is_gone_after_a_failure_too() -> None:
    with pytest.raises(ValueError, match="ours"), said_passing_folder() as folder:
        raise ValueError("ours")
    assert not folder.exists()


def test_where_none_can_be_made_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(DigicomError) as said, said_passing_folder():
        pass
    assert said.value.id == "files.passing_failed"
    assert said.value.values["folder"] == str(tmp_path / "gone")


def test_where_it_has_no_room_for_what_is_written_a_sentence_says_so() -> None:
    with pytest.raises(DigicomError) as said, said_passing_folder():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert said.value.id == "files.passing_full"
