"""Every import contract can be broken: a contract that names the wrong module is green for ever."""

import itertools
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.checks.__main__ import LINT_IMPORTS
from tests.checks.source import ROOT

CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = CONFIGURATION["tool"]["importlinter"]["contracts"]
LAYERS: list[str] = next(c["layers"] for c in CONTRACTS if c["id"] == "layers")


def _libraries(id: str) -> list[str]:
    names: list[str] = next(c["libraries"] for c in CONTRACTS if c["id"] == id)
    return names


def _upward() -> list[tuple[str, str, str]]:
    """For each two layers, the lower importing the upper; and neighbours importing each other."""
    names = [layer.split(" | ") for layer in LAYERS]
    steps = [("layers", low[-1], high[0]) for high, low in itertools.pairwise(names)]
    beside = [("layers", layer[i], layer[i - 1]) for layer in names for i in range(1, len(layer))]
    return [(id, module, f"digicom_desktop.{other}") for id, module, other in steps + beside]


BREAKS = [
    *_upward(),
    ("cli-without-window", "cli", "digicom_desktop.ui"),
    ("cli-without-window", "cli", "PySide6.QtCore"),
    ("cli-without-window", "command_line", "digicom_desktop.ui"),
    ("cli-without-window", "workspace", "PySide6.QtCore"),  # what cli reaches through others
    ("ui-asks-workspace", "ui", "digicom_desktop.store"),
    ("ui-asks-workspace", "ui", "digicom_desktop.documents"),
    *[("qt", "workspace", name) for name in _libraries("qt")],
    ("qt", "cli", "PySide6.QtWidgets"),
    *[("sql", "workspace", name) for name in _libraries("sql")],
    *[("documents", "workspace", name) for name in _libraries("documents")],
    ("documents", "ui", "openpyxl.styles"),
    *[("contact", "ui", name) for name in _libraries("contact")],
    ("contact", "domain", "phonenumbers"),
    *[("design", module, "digicom_desktop.design") for module in ("session", "domain", "app")],
    ("pure-design", "design", "digicom_desktop.domain"),
    ("pure-design", "design", "PySide6.QtGui"),
    ("pure-domain", "domain", "os"),
    ("pure-domain", "domain", "digicom_desktop.paths"),
    *[("offline", "workspace", name) for name in _libraries("offline")],
    ("offline", "ui", "urllib.request"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the contracts look at."""
    copy = tmp_path_factory.mktemp("contracts")
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in ("digicom_desktop", "tests/checks"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def _lint(project: Path, id: str) -> tuple[bool, str]:
    command = [*LINT_IMPORTS, "--no-logo", "--no-cache", "--contract", id]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    return done.returncode == 0, re.sub(r"\s+", " ", done.stdout)


def _name(id: str) -> str:
    name: str = next(c["name"] for c in CONTRACTS if c["id"] == id)
    return name


@pytest.mark.parametrize("id", [contract["id"] for contract in CONTRACTS])
def test_the_package_keeps_each_contract(project: Path, id: str) -> None:
    kept, said = _lint(project, id)
    assert kept, said
    assert f"{_name(id)} KEPT" in said


@pytest.mark.parametrize(("id", "module", "imported"), BREAKS)
def test_a_forbidden_import_breaks_its_contract(
    project: Path, id: str, module: str, imported: str
) -> None:
    path = project / "digicom_desktop" / f"{module}.py"
    path = path if path.is_file() else project / "digicom_desktop" / module / "__init__.py"
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(f"{before}\nimport {imported}\n", encoding="utf-8")
        kept, said = _lint(project, id)
    finally:
        path.write_text(before, encoding="utf-8")
    assert not kept
    assert f"{_name(id)} BROKEN" in said
    assert imported.split(".")[-1] in said or imported.split(".")[0] in said


def test_every_contract_is_broken_by_some_test() -> None:
    assert {id for id, _, _ in BREAKS} == {contract["id"] for contract in CONTRACTS}


def test_a_module_without_a_place_among_the_layers_is_refused(project: Path) -> None:
    stray = project / "digicom_desktop" / "helpers.py"
    stray.write_text('"""Stray."""\n', encoding="utf-8")
    try:
        kept, said = _lint(project, "layers")
    finally:
        stray.unlink()
    assert not kept
    assert "helpers" in said
