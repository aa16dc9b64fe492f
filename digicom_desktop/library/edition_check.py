"""One folder → its edition, or everything that is wrong with it."""

from pathlib import Path

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.library.edition_files import ParsedFiles, files_hash, item_of, read_files
from digicom_desktop.library.edition_index import INDEX, RELEASED
from digicom_desktop.library.edition_reader import build_edition
from digicom_desktop.library.edition_rules import broken_rules
from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.toml_table import NO_ITEM, Reading


def check_edition(folder: Path, released: str = "") -> tuple[EditionFinding, ...]:
    """Everything an editor has to mend in the edition in ``folder``; empty if it is whole.

    In three steps, because the mistakes of one would drown in those that follow from them: files
    that cannot be parsed; then values that are missing or of the wrong kind; then rules between
    the parts. An edition that was ``released`` under a SHA-256 must still have it.
    """
    return _read(folder, released)[1]


def load_edition(folder: Path, released: str = "") -> Edition:
    """The edition in ``folder``, named after it; the first finding as DigicomError if broken."""
    edition, findings = _read(folder, released)
    if edition is None:
        raise findings[0].error()
    return edition


def _read(folder: Path, released: str) -> tuple[Edition | None, tuple[EditionFinding, ...]]:
    """The edition with no findings, or None with at least one."""
    try:
        contents = read_files(folder)
    except OSError as error:
        file = Path(error.filename or folder).name
        return None, (EditionFinding("unreadable", file, item_of(file), NO_ITEM, {}),)
    sha256 = files_hash(contents)
    if released and sha256 != released:
        values = {"edition": folder.name, "sha256": sha256}
        return None, (
            EditionFinding("altered", INDEX, NO_ITEM, f"{RELEASED}.{folder.name}", values),
        )
    files = ParsedFiles(contents)
    if files.findings:
        return None, tuple(files.findings)
    reading = Reading()
    edition = build_edition(folder.name, sha256, files, reading)
    reading.report_unknown_keys()
    findings = (
        *files.findings,
        *(reading.findings or broken_rules(edition, files.item_ids)),
    )
    return (None, findings) if findings else (edition, ())
