"""The window says *saved* of what is on the disk, and of nothing else."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.workspace import Workspace
from tests.promises.stage import opened
from tests.small_disk import small_disk
from tests.ui.stage import page_of, part, small_page, texts, window_on

LONG = "茶" * 40_000


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with small_disk(tmp_path, 3_000) as disk, opened(disk / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    PreferenceFile(workspace.database.parent).change(language=Language.EN)
    with window_on(workspace) as window:
        window.open_session(workspace.create(2025), "company")
        yield window


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    padding = workspace.database.parent.parent / "padding"
    with padding.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(1024))
    yield
    padding.unlink()


@contextmanager
def file_that_may_not_grow(workspace: Workspace) -> Iterator[None]:
    """The system refuses every write, as a disk that fails does."""
    import resource  # Windows has none, and no small disk either

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only_connection(workspace: Workspace) -> Iterator[None]:
    connection = workspace._store._connection
    connection.fetch("PRAGMA query_only = 1")
    yield
    connection.fetch("PRAGMA query_only = 0")


@contextmanager
def locked_database(workspace: Workspace) -> Iterator[None]:
    """Another program writes the database; the log lets nobody else in, so it is left before."""
    connection = workspace._store._connection
    for pragma in ("journal_mode = DELETE", "locking_mode = NORMAL"):
        connection.fetch(f"PRAGMA {pragma}")
    connection.fetch("SELECT count(*) FROM assessment")
    with closing(sqlite3.connect(workspace.database, timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


Failure = Callable[[Workspace], AbstractContextManager[None]]


@pytest.mark.parametrize(
    ("fails", "says"),
    [
        (full_disk, "The disk is full"),
        (file_that_may_not_grow, ""),
        (read_only_connection, ""),
        (locked_database, ""),
    ],
)
def test_saved_is_never_said_of_what_could_not_be_committed(
    window: MainWindow, workspace: Workspace, fails: Failure, says: str
) -> None:
    page, session = page_of(window), page_of(window).session
    assert any(text.startswith("Saved ") for text in texts(part(window, Strip)))
    stored = workspace.open(session.id).current
    with fails(workspace):
        small_page(window).write(LONG)
        strip = texts(part(window, Strip))
        assert "Not saved" in strip
        assert not any(text.startswith("Saved ") for text in strip)
        assert any(says in text and "still here" in text for text in texts(page)), texts(page)
        assert session.current.company.main_practices == LONG
        again = [b for b in page.findChildren(QAbstractButton) if b.text() == "Try again"]
        again[0].click()
        assert "Not saved" in texts(part(window, Strip))
    assert workspace.open(session.id).current == stored, "what was acknowledged is still there"
    again[0].click()
    strip = texts(part(window, Strip))
    assert any(text.startswith("Saved ") for text in strip)
    assert "Not saved" not in strip
    assert workspace.open(session.id).current == session.current
