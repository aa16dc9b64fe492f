"""A template that LibreOffice fills in says the same as typing, and computes the same scores."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.clock import local_day, system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.incoming import empty_report, read_file
from digicom_desktop.workspace import Workspace
from tests.edited_workbook import Place, cell_at, sheet_of
from tests.test_incoming import LIBRARY, as_typed, content, template_values

SOFFICE = shutil.which("soffice")
PYTHON = Path("/usr/bin/python3")
UNO = Path("/usr/lib/python3/dist-packages/uno.py")
SCRIPT = Path(__file__).with_name("fill_in_libreoffice.py")


def filled_by_libreoffice(template: Path, values: dict[Place, object], folder: Path) -> Path:
    """``template`` with ``values``, as LibreOffice saves it."""
    workbook = load_workbook(template)
    cells = [
        (sheet_of(workbook, place[0]).title, cell_at(workbook, place).coordinate, value)
        for place, value in values.items()
    ]
    pipe = f"digicom-{os.getpid()}"
    target, profile = folder / "saved.xlsx", folder / "profile"
    server = subprocess.Popen(
        [
            str(SOFFICE),
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        command = [PYTHON, "-E", SCRIPT, pipe, template, target, json.dumps(cells)]
        subprocess.run(list(map(str, command)), check=True, timeout=120)
    finally:
        os.killpg(server.pid, signal.SIGKILL)  # what soffice starts is a process of its own
        server.wait()
    return target


@pytest.mark.skipif(
    SOFFICE is None or not UNO.is_file(), reason="LibreOffice with python3-uno is not installed"
)
def test_a_template_filled_by_libreoffice_is_the_same_as_typing(tmp_path: Path) -> None:
    template = tmp_path / "模板.xlsx"
    report = empty_report(LIBRARY, 2025, Language.ZH, system_clock())
    Workspace.export_workbook(report, template)
    typed = as_typed()

    saved = filled_by_libreoffice(template, template_values(typed), tmp_path)
    hand_in = read_file(LIBRARY, saved)

    assert [note for note in hand_in.notes if note.grave] == []
    assessment = hand_in.assessment(hand_in.differences)
    assert content(assessment) == content(typed)
    # What the formulas of the template came to.
    shown = load_workbook(saved, data_only=True)
    said = Appraisal(LIBRARY, assessment, local_day(system_clock)).report(
        Language.ZH, system_clock()
    )
    for side, score in (("supported", said.supported), ("declared", said.declared)):
        assert f"{cell_at(shown, ('result', side, 'value')).value}" == score.shown
    for item in said.items:
        computed = cell_at(shown, ("items", item.id, "supported")).value
        assert (None if computed == "" else computed) == item.supported, item.id
