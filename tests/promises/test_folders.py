"""Where the data lies is the person's own affair, whatever the folder is called."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.restoring import let_go, look, restore
from digicom_desktop.workspace import Workspace
from tests.promises.stage import EXPORTS, SetClock, export, finalised, opened, run_program
from tests.promises.test_versions import files_in
from tests.ui.stage import window_on
from tests.unprivileged import run_unprivileged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LONG = 240
RUN = """
import sys
from digicom_desktop.ui.dialogs import Message
Message.exec = lambda message: print("said", message.text, flush=True)
sys.stderr = sys.stdout
from digicom_desktop.__main__ import main
try:
    status = main()
except SystemExit as end:
    status = end.code
print("status", status)
"""


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a disk that can only be read."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with opened(disk / "data") as workspace:
        finalised(workspace, tmp_path)
    try:
        for options in (["--bind"], ["-o", "remount,ro,bind"]):
            command = ["mount", *options, str(disk), str(disk)]
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield disk / "data"
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_data_folder_on_a_read_only_disk_is_a_sentence_and_nothing_is_touched(
    read_only_disk: Path,
) -> None:
    before = files_in(read_only_disk)
    with pytest.raises(DigicomError, match=r"store\.unwritable"):
        Workspace.at(read_only_disk, resources_folder(), SetClock())
    done = run_program("list", "--data-dir", read_only_disk)
    assert done.returncode == 1
    assert str(read_only_disk) in done.stderr
    assert "Traceback" not in done.stderr
    assert files_in(read_only_disk) == before


@pytest.mark.parametrize("command", [["list"], []], ids=["command", "window"])
def test_a_data_folder_that_may_only_be_read_is_a_sentence_and_nothing_is_touched(
    tmp_path: Path, command: list[str]
) -> None:
    data = tmp_path / "data"
    with opened(data) as workspace:
        finalised(workspace, tmp_path)
    before = files_in(data)
    within = [path for path in (data, *data.rglob("*")) if path.is_dir()]
    for folder in within:
        folder.chmod(0o500)
    for path in data.rglob("*"):
        if path.is_file():
            path.chmod(0o400)
    try:
        said = run_unprivileged(RUN, *command, "--language", "en", "--data-dir", data)
    finally:
        for folder in within:
            folder.chmod(0o700)
    assert said[-1] == "status 1", said
    assert any(str(data) in line for line in said), said
    assert not any("Traceback" in line for line in said)
    assert files_in(data) == before


def long_folder(place: Path) -> Path:
    """A folder of which the whole path has 240 characters, every third of them Chinese."""
    while LONG - len(str(place)) > 130:
        place /= "long 长名" * 9
    return place / ("ab长" * 50)[: LONG - len(str(place)) - 1]


@pytest.mark.parametrize("kind", ["emoji", "long"])
def test_a_data_folder_with_chinese_and_emoji_or_of_240_characters_does_all_that_another_does(
    qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    if kind == "long":
        data = long_folder(tmp_path)
        assert len(str(data)) == LONG
    else:
        data = tmp_path / "我的 数据 🍵👩‍🌾 données" / "评估🧾"
    if os.name == "nt" and kind == "long":
        pytest.skip("what lies in it would be longer than a path may be there")
    clock = SetClock()
    with opened(data, clock) as workspace:
        session = finalised(workspace, tmp_path)
        out = data / "导出 📤"
        out.mkdir()
        written = {name: export(name, workspace, session, out) for name in EXPORTS}
        assert all(path.stat().st_size > 5_000 for path in written.values())
        with window_on(workspace) as window:
            window.open_session(session, "company")
            assert session.current.company.name in window.windowTitle()
        stick = data.parent / "stick💾"
        stick.mkdir()
        workspace.back_up_if_changed()
        workspace.copy_to_second_place(stick)
        code = session.history.revision(1).code
        hand_in = workspace.read_file(written["package"])
        workspace.take_evidence(written["package"], hand_in)
        assert workspace.bring_in(hand_in, (), IfExists.REPLACE) is not None
        held = look(stick, data, clock)
        let_go(workspace)
        restore(held, data, clock)
    done = run_program("list", "--json", "--data-dir", data)
    (row,) = json.loads(done.stdout)
    assert row["firm"] == session.current.company.name
    done = run_program("check", written["pdf"], written["workbook"], "--data-dir", data, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(code) == 2


def test_a_path_that_is_too_long_for_the_database_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    place = tmp_path
    while len(os.fsencode(place)) < 600:
        place /= "很长的文件夹名称" * 8
    if os.name == "nt":
        pytest.skip("paths have another limit there")
    with pytest.raises(DigicomError, match=r"store\.path_too_long"):
        Workspace.at(place, resources_folder(), SetClock())
    done = run_program("list", "--data-dir", place)
    assert done.returncode == 1
    assert done.stderr.startswith("The path of the data folder is too long")


def test_in_the_longest_folder_that_is_taken_backups_come_back_too(tmp_path: Path) -> None:
    """The names of backups are longer than that of the database."""
    if os.name == "nt":
        pytest.skip("paths have another limit there")
    data = tmp_path / ("a" * 200) / ("b" * (440 - len(os.fsencode(tmp_path)) - 202))
    clock = SetClock()
    with opened(data, clock) as workspace:
        workspace.add_sample()
        workspace.back_up_if_changed("migration")
        (found,) = workspace.looked_into(workspace.backups())
        assert not found.damaged
        held = look(found.path, data, clock)
        let_go(workspace)
        restore(held, data, clock)
    with pytest.raises(DigicomError, match=r"store\.path_too_long"):
        Workspace.at(data.with_name(data.name + "b"), resources_folder(), clock)
