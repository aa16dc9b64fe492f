"""What a Linux desktop is told about the program, and what may be shipped with it."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer import deb, licences, package
from tests.checks.source import ROOT

DEBIAN = ROOT / "installer" / "debian"
MIME, MIME_OF_ALL = "application/x-digicom", "application/x-digicom-all"


def _entry() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DEBIAN / "digicom-desktop.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_menu_names_the_program_in_both_languages() -> None:
    entry = _entry()
    assert entry["Name"] == "DigiCom Desktop"
    assert entry["Name[zh_CN]"] == "数商自评"
    assert entry["Terminal"] == "false"


def test_a_double_click_on_a_package_or_on_a_file_with_everything_opens_it() -> None:
    assert _entry()["Exec"] == "digicom-desktop %f"
    assert {MIME, MIME_OF_ALL} <= set(_entry()["MimeType"].split(";"))
    kinds = ElementTree.parse(DEBIAN / "digicom-desktop.xml").getroot()
    named = {kind.get("type") for kind in kinds}
    patterns = {glob.get("pattern") for glob in kinds.iter() if glob.tag.endswith("glob")}
    assert named == {MIME, MIME_OF_ALL}
    assert patterns == {"*.digicom", "*.digicom-all"}


def test_the_software_centre_knows_the_desktop_entry() -> None:
    component = ElementTree.parse(DEBIAN / "digicom-desktop.metainfo.xml").getroot()
    assert component.findtext("launchable") == "digicom-desktop.desktop"
    assert component.findtext("project_license") == "Apache-2.0"


def test_the_package_says_who_and_what_it_is(tmp_path: Path) -> None:
    deb.write_control(tmp_path, {"Depends": "libc6 (>= 2.30)", "Recommends": "libcups2"})
    control = (tmp_path / "DEBIAN" / "control").read_text(encoding="utf-8")
    assert "Version: 0." in control
    assert "Depends: libc6 (>= 2.30)\n" in control
    assert "Recommends: libcups2, xdg-utils\n" in control
    assert not list((tmp_path / "DEBIAN").glob("p*"))  # no script changes anybody's system


def test_a_program_is_told_from_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"\x7fELF and so on")
    (tmp_path / "a.txt").write_bytes(b"text")
    (tmp_path / "empty").write_bytes(b"")
    assert [path.name for path in deb.elf_files(tmp_path)] == ["a.so"]


@pytest.mark.parametrize("name", licences.SHIPPED)
def test_every_library_comes_with_its_licence(name: str) -> None:
    folders = {Path(target).name for _, target in licences.licence_files()}
    of_qt = name in {"pyside6-essentials", "shiboken6"}  # that is LGPL-3.0.txt
    assert of_qt or name in folders


def test_texts_for_what_is_no_library_of_python_are_there() -> None:
    names = {Path(source).name for source, _ in licences.licence_files()}
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "README.txt"} <= names


def test_a_library_that_nobody_has_looked_at_is_noticed() -> None:
    known = ["digicom_desktop.app", "openpyxl.cell", "PySide6.QtCore", "json", "peewee"]
    assert licences.unknown_libraries(known) == set()
    assert licences.unknown_libraries([*known, "pytest"]) == {"pytest"}


def test_recipes_name_no_mirror() -> None:
    recipes = [*(ROOT / "installer").glob("*.py"), *(ROOT / "installer").glob("*.spec")]
    assert len(recipes) > 8
    for path in recipes:
        assert not re.search("https?://", path.read_text(encoding="utf-8")), path.name


def test_wrong_use_tells_what_can_be_built(capsys: pytest.CaptureFixture[str]) -> None:
    assert package.main(["--rpm"]) == 2
    assert "--deb" in capsys.readouterr().err
