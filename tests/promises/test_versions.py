"""What another version of the program left is understood, or left as it is."""

import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.promises.stage import ROOT, finalised, opened, run_program

FROZEN = sorted((ROOT / "tests" / "old_databases").glob("*.sqlite3"))
OPEN = """
import sys
from digicom_desktop.ui.dialogs import Message
Message.exec = lambda message: print("said", message.text, flush=True)
from digicom_desktop.__main__ import main
sys.exit(main())
"""


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "digicom.lock"
    }


@pytest.mark.parametrize("way", ["command", "window"])
def test_a_database_of_a_newer_version_is_refused_by_name_and_not_touched(
    tmp_path: Path, way: str
) -> None:
    data = tmp_path / "数据"
    with opened(data) as workspace:
        finalised(workspace, tmp_path)
    connection = sqlite3.connect(data / "digicom.sqlite3")
    connection.execute("PRAGMA user_version = 987")
    connection.close()
    before = files_in(data)
    if way == "command":
        done = run_program("list", "--data-dir", data)
        said = done.stderr
    else:
        command = [sys.executable, "-c", OPEN, "--language", "en", "--data-dir", str(data)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
        said = done.stdout
    assert done.returncode == 1, done.stderr
    assert "987" in said
    assert "newer" in said
    assert "Traceback" not in done.stderr
    assert files_in(data) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no process is forked there")
@pytest.mark.parametrize("sample", FROZEN[:-1], ids=lambda path: path.stem)
def test_half_a_migration_is_either_the_old_database_or_the_new_one(
    sample: Path, tmp_path: Path
) -> None:
    """Killed before every statement of SQL on the way from every old schema."""
    known = tmp_path / "known"
    shutil.copytree(sample.parent, known)
    command = [sys.executable, "-m", "tests.promises.migrating", str(sample), str(tmp_path)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    left = Counter(line.split()[1] for line in done.stdout.splitlines())
    old = sample.stem.removeprefix("schema_")
    newest = FROZEN[-1].stem.removeprefix("schema_")
    assert left.keys() == {str(n) for n in range(int(old), int(newest) + 1)}
    assert left[old] > 10, left
