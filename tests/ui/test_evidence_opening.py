import hashlib
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.evidence_opening import copy_to_open, kept_content

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


def test_a_file_that_is_gone_meanwhile_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(DigicomError, match=r"store\.evidence\.unreadable"):
        kept_content(tmp_path / "kept", FILE)
