"""What the window does is noted in the log, by events and numbers alone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import nobody
from digicom_desktop.ui.export_order import ExportOrder
from digicom_desktop.ui.export_writers import export_writers
from digicom_desktop.workspace import Workspace
from tests.ui.stage import fill_disk, free_disk, page_of, small_page, window_on, workspace_in


def _events(workspace: Workspace) -> list[list[str]]:
    lines = workspace.log.texts().get("digicom.log", "").splitlines()
    return [line.split()[1:4] for line in lines]


def test_what_is_not_saved_is_noted_once_and_so_is_that_it_is_saved_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with workspace_in(tmp_path) as workspace, window_on(workspace) as window:
        window.open_session(workspace.create(2025), "item/1.1")
        fill_disk(workspace)
        small_page(window).write("长" * 3000)
        small_page(window).write("久" * 3000)
        page_of(window)._on_retry()
        free_disk(workspace)
        page_of(window)._on_retry()
        events = _events(workspace)
    assert events[0] == ["not_saved", "DigicomError", "store.disk_full"]
    assert [event[0] for event in events] == ["not_saved", "saved_again"]


def test_an_export_is_noted_with_its_size_and_a_failed_one_with_its_sentence(
    tmp_path: Path,
) -> None:
    target = tmp_path / "张三.xlsx"
    with workspace_in(tmp_path / "data") as workspace:
        order = ExportOrder(workspace.add_sample().report(Language.ZH))
        write = export_writers(workspace)["workbook"]
        write(order, target, nobody)
        with pytest.raises(DigicomError):
            write(order, tmp_path / "gone" / "张三.xlsx", nobody)
        events = _events(workspace)
        said = workspace.log.texts()["digicom.log"]
    assert events[0][:2] == ["workbook_written", f"bytes={target.stat().st_size}"]
    assert events[1] == ["not_written", "DigicomError", "files.folder_missing"]
    assert "张三" not in said


def test_what_was_brought_in_is_noted(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    with workspace_in(tmp_path / "one") as first:
        first.export_workbook(first.add_sample().report(Language.ZH), target)
    with workspace_in(tmp_path / "two") as second:
        second.bring_in(second.read_file(target), (), IfExists.KEEP)
        events = _events(second)
    assert ["brought_in", "differences=0", "revisions=0"] in events
