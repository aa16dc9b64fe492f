"""The lock file: all that is needed, with hashes, for all systems, and no address."""

import re
import tomllib

from tests.checks.source import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _locked() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~; \[]", requirement)[0].lower()


def test_every_declared_dependency_is_locked() -> None:
    project = PROJECT["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    declared += PROJECT["build-system"]["requires"]
    assert {_name(requirement) for requirement in declared} <= _locked().keys()


def test_every_locked_version_has_hashes() -> None:
    entries = re.findall(r"^[a-z0-9].*(?:\n +--hash=sha256:[0-9a-f]{64}.*)*", LOCK, re.MULTILINE)
    assert len(entries) == len(_locked())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_lock_names_no_address_and_no_folder() -> None:
    assert not re.search(r"https?:|file:|@|(?<!--no-emit-)index-url|find-links|(?<!\w)/\w", LOCK)


def test_qt_is_the_version_that_is_proven_on_all_systems() -> None:
    locked = _locked()
    assert locked["pyside6-essentials"] == locked["shiboken6"] == "6.9.3"
    # Linux on two processors, macOS, Windows on two processors
    assert re.search(r"^pyside6-essentials==\S+ \\\n(?: +--hash=\S+(?: \\)?\n){4,}", LOCK, re.M)
