"""The wheel runs away from the source tree, with what it declares and nothing else."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from tests.checks.source import ROOT
from tests.conftest import OFFLINE

# A file of the source tree that is opened shows that the wheel lacks it. The environment of the
# tests, whose libraries are borrowed, may lie inside the tree.
GUARD = """
import os, sys
def _refuse(event, arguments, tree={tree!r}, borrowed={borrowed!r}):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if path.startswith(tree + os.sep) and not path.startswith((borrowed + os.sep, {offline!r})):
            raise PermissionError("the source tree is out of bounds: " + path)
sys.addaudithook(_refuse)
"""


def _run(command: list[str], folder: Path) -> str:
    environment = {name: os.environ[name] for name in os.environ if not name.startswith("PIP_")}
    environment["PYTHONPATH"] = str(OFFLINE)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, which so is complete as well."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    _run(command, folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a fresh environment that holds the wheel and what it declares."""
    folder = tmp_path_factory.mktemp("elsewhere") / "程序 1"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    _run([python, "-m", "pip", "install", "--no-index", "--no-deps", str(wheel)], folder)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run([python, "-c", where], folder).strip())
    _lend(packages)
    guard = GUARD.format(
        tree=str(ROOT), borrowed=os.path.realpath(sys.prefix), offline=str(OFFLINE)
    )
    (packages / "tree_guard.py").write_text(guard, encoding="utf-8")
    (packages / "tree_guard.pth").write_text("import tree_guard\n", encoding="utf-8")
    _run([python, "-m", "pip", "check"], folder)
    return programs


def _lend(packages: Path) -> None:
    """Give the environment the declared libraries of this one, without a network."""
    (own,) = packages.glob("digicom_desktop-*.dist-info")
    needed, seen = _required(Distribution.at(own)), set[str]()
    while needed:
        name = needed.pop()
        if name in seen:
            continue
        seen.add(name)
        lent = distribution(name)
        needed |= _required(lent)
        for top in {file.parts[0] for file in lent.files or () if file.parts[0] != ".."}:
            target = packages / top
            if not target.exists():
                target.symlink_to(Path(str(lent.locate_file(top))))


def _required(lent: Distribution) -> set[str]:
    optional = re.compile("extra *==")
    return {
        re.split(r"[^\w.-]", line)[0] for line in lent.requires or () if not optional.search(line)
    }


def test_the_wheel_holds_all_resources_and_the_translation(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for file in (ROOT / "resources").rglob("*"):
            if file.is_file():
                name = f"digicom_desktop/{file.relative_to(ROOT).as_posix()}"
                assert archive.read(name) == file.read_bytes(), name
    for source in (ROOT / "i18n").glob("*.ts"):
        assert f"digicom_desktop/i18n/{source.stem}.qm" in names
    assert "digicom_desktop/py.typed" in names
    assert all(name.startswith(("digicom_desktop/", "digicom_desktop-")) for name in names)


def test_the_installed_wheel_runs_the_demo(installed: Path, tmp_path: Path) -> None:
    program = str(installed / "digicom-desktop")
    said = _run([program, "demo", "输出 1"], tmp_path)
    kinds = {file.suffix for file in (tmp_path / "输出 1").iterdir()}
    assert {".sqlite3", ".xlsx", ".pdf"} <= kinds
    code = re.findall(r"^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}$", said, re.MULTILINE)
    assert len(code) == 1
    english = _run([program, "--language", "en", "demo", "out"], tmp_path)
    assert code[0] in english.splitlines()


def test_the_installed_wheel_finds_its_translation(installed: Path, tmp_path: Path) -> None:
    code = """
from PySide6.QtCore import QTranslator
from digicom_desktop.paths import translations_folder
print(QTranslator().load(str(translations_folder() / "digicom_zh_CN.qm")))
"""
    assert _run([str(installed / "python"), "-c", code], tmp_path).strip() == "True"


def test_the_source_tree_is_out_of_bounds_for_the_installed_wheel(installed: Path) -> None:
    code = f"open({str(ROOT / 'pyproject.toml')!r}, encoding='utf-8')"
    done = subprocess.run(
        [str(installed / "python"), "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert "out of bounds" in done.stderr
