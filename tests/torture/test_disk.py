import errno
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.disk import PROJECT, NoLibraryError, environment, make_library
from tests.torture.power_cut import Disk, Fate
from tests.torture.trace import Kind, read_trace

_ALL_WAYS = """
import fcntl, os, resource, shutil, sys
root = sys.argv[1]
os.chdir(root)
os.mkdir("a/folder")
with open("a/relative", "wb") as file:
    file.write(b"relative")
copy = os.dup(os.open("a/twice", os.O_CREAT | os.O_WRONLY))
os.write(copy, b"by a second handle")
os.writev(copy, [b", in ", b"pieces"])
os.ftruncate(copy, 12)
os.fdatasync(copy)
folder = os.open("a/folder", os.O_RDONLY)
inside = os.open("inside", os.O_CREAT | os.O_RDWR, dir_fd=folder)
limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
high = fcntl.fcntl(inside, fcntl.F_DUPFD, min(limit, 6000) - 1)
os.pwrite(high, b"far up", 3)
os.rename("inside", "renamed", src_dir_fd=folder, dst_dir_fd=folder)
os.pwrite(high, b"after", 0)
shutil.copyfile("a/relative", "a/copied")
source, target = os.open("a/twice", os.O_RDONLY), os.open("a/ranged", os.O_CREAT | os.O_WRONLY)
os.copy_file_range(source, target, 9, 1, 2)
appending = os.open("a/relative", os.O_WRONLY | os.O_APPEND)
os.write(appending, b" and longer")
os.fsync(folder)
shutil.copytree("a/folder", "a/tree")
shutil.rmtree("a/tree")
os.open("a/twice", os.O_WRONLY | os.O_TRUNC)
os.unlink("a/copied")
os.unlink("/__ACK__/7")
"""
_FAILING = """
import errno, json, os, sys
from tests.torture.disk import Faults
faults, told = Faults(), []
for lasting in (False, True):
    faults.begin(2, errno.ENOSPC, lasting=lasting)
    for name in ("first", "second", "third"):
        try:
            os.mkdir(f"{sys.argv[1]}/{lasting}{name}")
            told.append(0)
        except OSError as error:
            told.append(error.errno)
    told.append(faults.end())
os.mkdir(f"{sys.argv[1]}/last")
print(json.dumps(told))
"""
_CLOSING = """
import errno, sys
from pathlib import Path
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from tests.store.samples import PARTS, TickingClock, summary
from tests.torture.disk import Faults
Store.open(Path(sys.argv[1]), clock := TickingClock()).close()
store = Store.open(Path(sys.argv[1]), clock)
store.create(PARTS, summary())
store.backups.make("start")
store.create(PARTS, summary())
faults = Faults()
faults.begin(1, errno.EIO, lasting=True)
try:
    store.close()
except DigicomError as error:
    print(error.id)
faults.end()
"""
_HELD_FAST = """
import errno, sys, tempfile
from digicom_desktop.passing_folder import PassingFolder
from tests.torture.disk import Faults
tempfile.tempdir = sys.argv[1]
with PassingFolder() as folder:
    (folder / "inside").mkdir()
print(folder.exists())
with PassingFolder() as folder:
    (folder / "inside").mkdir()
    faults = Faults()
    faults.begin(1, errno.EACCES, lasting=True)
print(folder.exists())
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        return make_library(tmp_path_factory.mktemp("library"))
    except NoLibraryError as reason:
        pytest.skip(str(reason))


def _run(
    script: str, inside: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", script, str(inside)]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )


def test_what_was_recorded_is_all_that_is_on_the_disk(library: Path, tmp_path: Path) -> None:
    root, trace = tmp_path / "root", tmp_path / "trace"
    (root / "a").mkdir(parents=True)
    disk = Disk(root)
    _run(_ALL_WAYS, root, environment(library, root, trace))
    calls = read_trace(trace)
    for call in calls:
        disk.ask(call)
    real = {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }
    assert disk.after_cut(random.Random(0), Fate.ALL) == real
    assert real["a/folder/renamed"] == b"afterr up"
    assert disk.acknowledged == 7
    assert {call.kind for call in calls} == set(Kind)


def test_only_the_folder_is_recorded(library: Path, tmp_path: Path) -> None:
    (root := tmp_path / "root").mkdir()
    (tmp_path / "root-2").mkdir()
    script = "import sys; open(sys.argv[1] + '-2/x', 'wb').write(b'x')"
    _run(script, root, environment(library, root, tmp_path / "trace"))
    assert read_trace(tmp_path / "trace") == ()


def test_the_call_that_is_to_fail_fails_and_is_counted(library: Path, tmp_path: Path) -> None:
    done = _run(_FAILING, tmp_path, environment(library, tmp_path) | {"DISK_REPORT": "1"})
    full = errno.ENOSPC
    assert json.loads(done.stdout) == [0, full, 0, [3, 1], 0, full, full, [3, 2]]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Falsefirst",
        "Falsethird",
        "Truefirst",
        "last",
    ]
    assert done.stderr == "disk: 4 calls, 2 faults\n"


def test_closing_on_a_disk_that_is_gone_is_said(library: Path, tmp_path: Path) -> None:
    done = _run(_CLOSING, tmp_path, environment(library, tmp_path))
    assert done.stdout == "store.no_backup\n"


def test_a_folder_that_the_system_holds_fast_is_left_without_a_word(
    library: Path, tmp_path: Path
) -> None:
    done = _run(_HELD_FAST, tmp_path, environment(library, tmp_path))
    assert done.stdout == "False\nTrue\n"
