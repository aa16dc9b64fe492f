"""Writes the evidence volume (佐证材料汇编)."""

from collections.abc import Callable
from pathlib import Path

from digicom_desktop.documents.fonts import load_fonts
from digicom_desktop.documents.foreign_worker import ForeignWorker
from digicom_desktop.documents.pdf_paragraph import Typesetter
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.volume_check import check_volume
from digicom_desktop.documents.volume_file import write_joined
from digicom_desktop.documents.volume_pages import draw_volume
from digicom_desktop.documents.volume_source import Piece, Prepared, Reason, VolumeSource
from digicom_desktop.domain.report import EvidenceView
from digicom_desktop.domain.text import Language
from digicom_desktop.files import sha256_of
from digicom_desktop.passing_folder import PassingFolder
from digicom_desktop.paths import resources_folder

__all__ = ["VolumeSource", "check_volume", "write_volume"]

OnFile = Callable[[int, int], None]
"""Told before each piece how many are done, of how many; what it raises ends everything."""


def _nobody(done: int, count: int) -> None:
    pass


def write_volume(source: VolumeSource, path: Path, on_file: OnFile = _nobody) -> None:
    """Write the evidence of ``source`` as one PDF at ``path``; equal input is equal bytes.

    A file that cannot be merged has a divider that says why. Any thread; files are opened in a
    process of its own.
    """
    report = source.report
    type_ = Typesetter(load_fonts(resources_folder() / "fonts"), report.language is not Language.ZH)
    with PassingFolder() as folder:
        pieces = _prepare(source, folder, on_file)
        drawn, uses = draw_volume(Setting(report, type_), pieces)
        with path.open("wb") as to:
            write_joined(drawn, uses, [piece.prepared for piece in pieces], to)


def _prepare(source: VolumeSource, folder: Path, on_file: OnFile) -> list[Piece]:
    entries = source.report.evidence
    pieces: list[Piece] = []
    first = 1
    with ForeignWorker(folder) as worker:
        for n, entry in enumerate(entries):
            on_file(n, len(entries))
            prepared = _prepare_one(source, entry, worker, first)
            first += len(prepared.offsets)
            pieces.append(Piece(entry, prepared))
    on_file(len(entries), len(entries))
    return pieces


def _prepare_one(
    source: VolumeSource, entry: EvidenceView, worker: ForeignWorker, first: int
) -> Prepared:
    if not entry.file_name:
        return Prepared(reason=Reason.NO_FILE)
    path = source.files.get(entry.file_sha256)
    try:
        if path is None or not path.is_file():
            return Prepared(reason=Reason.MISSING)
        if sha256_of(path).hex() != entry.file_sha256:
            return Prepared(reason=Reason.CHANGED)
    except OSError:
        return Prepared(reason=Reason.MISSING)
    return worker.prepare(path, first)
