"""Everything that is shipped may be, and comes with its licence."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.licence_terms import ALLOWED, declared, is_allowed, licence_texts, problems
from installer.licences import LEFT_OUT, SHIPPED, licence_files
from installer.trim import EXCLUDED_MODULES
from tests.checks.source import ROOT

OF_QT = {"pyside6-essentials", "shiboken6"}
"""Their wheels hold no text: it is LGPL-3.0.txt of ``installer/licences``."""
METADATA = "Metadata-Version: 2.4\nName: fake\nVersion: 1.0\n"


def runtime() -> set[str]:
    """What an installation of the program brings along, with all that this needs in its turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    waiting: list[str] = list(project["dependencies"])
    while waiting:
        needed = Requirement(waiting.pop())
        name = canonicalize_name(needed.name)
        if needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
            continue
        if name not in found:
            found.add(name)
            waiting += requires(name) or ()
    return found


def test_every_library_that_comes_along_is_known_and_locked() -> None:
    assert runtime() == {*SHIPPED, *LEFT_OUT}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    assert runtime() <= locked


def test_what_is_left_out_is_built_in_nowhere() -> None:
    assert set(LEFT_OUT.values()) <= set(EXCLUDED_MODULES)


@pytest.mark.parametrize("name", [*SHIPPED, *LEFT_OUT])
def test_every_library_is_under_terms_that_are_allowed(name: str) -> None:
    assert declared(name)
    assert list(problems(name)) == []


@pytest.mark.parametrize("name", [*SHIPPED, *LEFT_OUT])
def test_the_text_of_every_licence_is_found(name: str) -> None:
    if name in OF_QT:
        texts: Iterable[Path] = (Path(source) for source, target in licence_files())
        assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {path.name for path in texts}
    else:
        texts = licence_texts(name)
        assert texts
        assert all(path.stat().st_size > 500 for path in texts)


def test_no_library_inside_another_is_under_the_gpl_alone() -> None:
    """pi-heif brings libheif along, and must not bring the x265 that its sister has."""
    texts = [path.read_text(encoding="utf-8") for path in licence_texts("pi-heif")]
    assert any("libheif" in text for text in texts)
    assert not any("x265" in text for text in texts)


def test_fonts_and_data_have_their_sources_and_licences_named() -> None:
    notice = (ROOT / "resources" / "NOTICE.md").read_text(encoding="utf-8")
    for data in (ROOT / "resources").glob("*.json"):
        assert f"`{data.name}`" in notice, data.name
    assert "`metrics.toml`" in notice
    assert "`editions/*/guideline.md`" in notice
    fonts = ROOT / "resources" / "fonts"
    told = (fonts / "README.md").read_text(encoding="utf-8")
    for font in fonts.glob("*.ttf"):
        assert f"`{font.name}`" in told, font.name
    for licence in ("NotoSansSC-OFL.txt", "DejaVuSans-LICENSE.txt"):
        assert (fonts / licence).stat().st_size > 1_000
        assert licence in notice


def test_the_folder_of_licences_names_what_is_no_library_of_python() -> None:
    told = (ROOT / "installer" / "licences" / "README.txt").read_text(encoding="utf-8")
    for name in (
        "Python 3.11",
        "Qt 6.9",
        "libheif",
        "libde265",
        "SQLite",
        "Noto Sans SC",
        "DejaVu",
    ):
        assert name in told


def make_library(folder: Path, fields: str, text: str = "") -> None:
    """A library that says ``fields`` of its terms, installed in ``folder``."""
    info = folder / "fake-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(METADATA + fields, encoding="utf-8")
    (info / "LICENSE").write_text(text, encoding="utf-8")
    record = "fake-1.0.dist-info/METADATA,,\nfake-1.0.dist-info/LICENSE,,\n"
    (info / "RECORD").write_text(record, encoding="utf-8")


@pytest.mark.parametrize(
    "fields",
    [
        "License-Expression: GPL-3.0-only\n",
        "License-Expression: MIT AND GPL-2.0-or-later\n",
        "License: AGPL-3.0\n",
        "License: GNU General Public License (see LICENSE)\n",
        "License: MIT\n"
        "Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)\n",
        "Classifier: License :: OSI Approved :: GNU Affero General Public License v3\n",
        "",
    ],
)
def test_a_library_under_the_gpl_alone_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fields: str
) -> None:
    make_library(tmp_path, fields, "GNU GENERAL PUBLIC LICENSE Version 3")
    monkeypatch.syspath_prepend(tmp_path)
    assert len(list(problems("fake"))) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "License-Expression: LGPL-3.0-only OR GPL-3.0-only\n",
        "License-Expression: (MIT AND Zlib) OR GPL-2.0-only\n",
        "License: BSD license (see license.txt for details)\n",
        "Classifier: License :: OSI Approved :: MIT License\n",
    ],
)
def test_a_library_that_offers_terms_that_are_allowed_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fields: str
) -> None:
    make_library(tmp_path, fields)
    monkeypatch.syspath_prepend(tmp_path)
    assert list(problems("fake")) == []


def test_the_gpl_is_not_among_the_terms() -> None:
    assert not any(is_allowed(f"{kind}GPL-3.0{end}") for kind in ("", "A") for end in ("", "-only"))
    assert not {term for term in ALLOWED if term.startswith(("GPL", "AGPL"))}
