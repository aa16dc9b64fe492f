"""What a second start of the program hands over, and what becomes of it."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.store.layout import Layout
from digicom_desktop.store.lock import FolderLock, is_held
from digicom_desktop.store.second_start import hand_over, make_requests_folder, take_requests


@pytest.fixture
def held(folder: Path) -> Iterator[Path]:
    """A data folder that somebody has open."""
    layout = Layout(folder)
    layout.make()
    lock = FolderLock(layout.lock)
    yield folder
    lock.release()


def _taking(folder: Path) -> list[Path | None]:
    """Goes on taking requests until there was one."""
    taken: list[Path | None] = []
    until = time.monotonic() + 10
    while not taken and time.monotonic() < until:
        taken.extend(take_requests(folder))
        time.sleep(0.005)
    return taken


def _handed_over(folder: Path, file: Path | None) -> tuple[bool, list[Path | None]]:
    taken: list[Path | None] = []
    other = threading.Thread(target=lambda: taken.extend(_taking(folder)))
    other.start()
    answer = hand_over(folder, file)
    other.join()
    return answer, taken


@pytest.mark.parametrize("name", ["上报 2026.digicom", "a\udcffb.xlsx", "a\nb'\".digicom"])
def test_whoever_has_the_folder_open_gets_the_file(held: Path, name: str) -> None:
    file = held / name
    assert _handed_over(held, file) == (True, [file])


def test_a_relative_path_is_told_as_it_is_meant_here(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(held)
    assert _handed_over(held, Path("a.digicom")) == (True, [held / "a.digicom"])


def test_a_start_without_a_file_asks_the_window_to_come_forward(held: Path) -> None:
    assert _handed_over(held, None) == (True, [None])


def test_where_nobody_has_the_folder_open_nothing_is_handed_over(folder: Path) -> None:
    assert not hand_over(folder, None)
    assert not is_held(Layout(folder).lock)
    assert not Layout(folder).requests.exists()


def test_where_nobody_answers_the_request_is_taken_back(held: Path) -> None:
    assert not hand_over(held, held / "a.digicom")
    assert list(Layout(held).requests.iterdir()) == []


def test_a_folder_that_takes_no_request_is_as_one_where_nobody_answers(held: Path) -> None:
    Layout(held).requests.write_bytes(b"not a folder")
    assert not hand_over(held, None)
    assert take_requests(held) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"open": 7}',
        b'{"open": "relative.digicom"}',
        b'{"open": "/a\\u0000b"}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_request_is_dropped(held: Path, content: bytes) -> None:
    path = make_requests_folder(held) / f"{0:016x}.json"
    path.write_bytes(content)
    assert take_requests(held) == ()
    assert not path.exists()


def test_a_request_that_nobody_waits_for_any_more_is_dropped(held: Path) -> None:
    requests = make_requests_folder(held)
    for end in ("json", "part"):
        path = requests / f"{0:016x}.{end}"
        path.write_text('{"open": null}', encoding="utf-8")
        os.utime(path, (0, 0))
    assert take_requests(held) == ()
    assert list(requests.iterdir()) == []


def test_files_of_others_stay(held: Path) -> None:
    path = make_requests_folder(held) / "mine.txt"
    path.write_bytes(b"")
    os.utime(path, (0, 0))
    assert take_requests(held) == ()
    assert path.exists()
