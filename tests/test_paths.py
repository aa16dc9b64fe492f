import subprocess
import sys
from pathlib import Path

import pytest

from digicom_desktop import paths
from digicom_desktop.paths import data_folder, resources_folder, translations_folder


def test_bundled_files_are_found_beside_the_package_in_the_source_tree() -> None:
    assert (resources_folder() / "words" / "store.toml").is_file()
    assert list(translations_folder().parent.glob("digicom_desktop"))


def test_bundled_files_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "digicom_desktop"
    for place in (package / "resources", tmp_path / "resources", tmp_path / "i18n"):
        place.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert resources_folder() == package / "resources"
    assert translations_folder() == tmp_path / "i18n"


def test_an_incomplete_installation_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "digicom_desktop")
    with pytest.raises(FileNotFoundError, match="resources"):
        resources_folder()


def test_a_chosen_folder_is_taken_and_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("数据")) == tmp_path / "数据"
    assert data_folder(Path("~/data")) == Path.home() / "data"
    assert not (tmp_path / "数据").exists()


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_DATA_HOME", "digicom-desktop"),
        ("win32", "LOCALAPPDATA", "DigiCom Desktop"),
    ],
)
def test_the_system_says_where_data_belongs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variable: str,
    folder: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert data_folder() == tmp_path / folder


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".local/share/digicom-desktop"),
        ("win32", "AppData/Local/DigiCom Desktop"),
        ("darwin", "Library/Application Support/DigiCom Desktop"),
    ],
)
@pytest.mark.parametrize("value", ["", "relative/place"])
def test_without_a_usable_word_of_the_system_data_lies_in_the_home(
    monkeypatch: pytest.MonkeyPatch, platform: str, folder: str, value: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, value)
    assert data_folder() == Path.home() / folder


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "digicom-desktop"))
    return tmp_path


def test_a_frozen_program_with_the_marker_keeps_its_data_beside_itself(frozen: Path) -> None:
    (frozen / "portable").touch()
    assert data_folder() == frozen / "data"
    assert data_folder(frozen / "other") == frozen / "other"


def test_a_frozen_program_without_the_marker_does_not(frozen: Path) -> None:
    assert data_folder() != frozen / "data"


def test_looking_for_paths_makes_no_folder_and_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from digicom_desktop.paths import data_folder; data_folder();"
        "print([m for m in ('PySide6', 'peewee', 'openpyxl', 'reportlab') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[1]
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, encoding="utf-8"
    )
    assert said.stdout.strip() == "[]"
