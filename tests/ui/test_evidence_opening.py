import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import room_for_name
from digicom_desktop.ui.evidence_opening import OpenedCopies, copy_to_open, kept_content

CONTENT = b"an invoice of 12 May"
FILE = EvidenceFile("invoice.txt", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())


def test_a_copy_that_is_opened_is_what_was_attached(tmp_path: Path) -> None:
    (kept := tmp_path / "kept").write_bytes(CONTENT)
    copy_to_open(kept, FILE, tmp_path / "invoice.txt")
    assert (tmp_path / "invoice.txt").read_bytes() == CONTENT


def test_a_file_that_the_disk_has_altered_is_not_handed_out(tmp_path: Path) -> None:
    (kept := tmp_path / "kept").write_bytes(CONTENT.replace(b"12", b"13"))
    with pytest.raises(DigicomError, match=r"store\.evidence\.altered"):
        copy_to_open(kept, FILE, tmp_path / "invoice.txt")
    assert not (tmp_path / "invoice.txt").exists()
    with pytest.raises(DigicomError, match=r"store\.evidence\.altered"):
        kept_content(kept, FILE)


def test_a_copy_that_is_gone_meanwhile_is_not_told_as_a_file_that_was_not_added(
    tmp_path: Path,
) -> None:
    with pytest.raises(DigicomError, match=r"store\.evidence\.copy_unreadable"):
        kept_content(tmp_path / "kept", FILE)


def test_a_copy_with_a_long_name_is_opened_under_a_shorter_one(qapp: QApplication) -> None:
    """Windows takes 259 characters of the whole path."""
    file = EvidenceFile(f"{'很长的名称' * 60}.pdf", 1, "0" * 64)
    place = OpenedCopies.of_application().place_for(file)
    assert place.suffix == ".pdf"
    assert len(place.name.encode()) <= room_for_name(place.parent) + len(".pdf")
    place.write_bytes(b"x")
