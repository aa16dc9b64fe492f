"""Prepares files for the volume in a process of its own: what a foreign file does ends there."""

from __future__ import annotations

import json
import logging
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digicom_desktop.documents.volume_source import Prepared, Reason, Sheet

if TYPE_CHECKING:
    from digicom_desktop.documents.volume_objects import ObjectWriter

_MEMORY = 1 << 30
"""Bytes that a file may make the process take, where the system can be told so."""
_HEAD = 1024
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")


def serve(connection: Connection) -> None:
    """Answer one request after the other until the other side is gone.

    Requests and answers are JSON: bytes that come out of here are never objects.
    """
    _limit_memory()
    logging.disable()  # parsers say what they think of a file, in words from inside it
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        found = prepare(Path(request["path"]), Path(request["into"]), request["first"])
        connection.send_bytes(encoded(found))


def prepare(path: Path, into: Path, first: int) -> Prepared:
    """Write the pages of ``path`` to ``into`` as objects of a PDF, numbered from ``first``."""
    from digicom_desktop.documents.volume_objects import ObjectWriter, TooManyBytesError

    try:
        with into.open("wb") as to:
            writer = ObjectWriter(to, first)
            found = _prepare(path, writer)
            if not found.sheets:
                return found
            return Prepared(found.sheets, writer.offsets)
    except (MemoryError, TooManyBytesError):
        return Prepared(reason=Reason.SLOW)
    except Exception:  # whatever a parser makes of a file that no honest program wrote
        return Prepared(reason=Reason.DAMAGED)


def encoded(prepared: Prepared) -> bytes:
    """``prepared``, its path left out, as JSON."""
    value = {
        "sheets": [[s.number, s.width, s.height, s.is_picture] for s in prepared.sheets],
        "offsets": prepared.offsets,
        "reason": prepared.reason,
        "pages": prepared.pages,
    }
    return json.dumps(value).encode("ascii")


def decoded(answer: bytes, path: Path) -> Prepared:
    """What ``encoded`` made; the objects lie in ``path``."""
    value: Any = json.loads(answer)
    reason = value["reason"]
    return Prepared(
        tuple(Sheet(*sheet) for sheet in value["sheets"]),
        tuple(value["offsets"]),
        path,
        None if reason is None else Reason(reason),
        value["pages"],
    )


def _prepare(path: Path, writer: ObjectWriter) -> Prepared:
    from digicom_desktop.documents.volume_image import prepare_image

    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head:
        from digicom_desktop.documents.volume_pdf import prepare_pdf

        return prepare_pdf(path, writer)
    if head.startswith(_OFFICE):
        return Prepared(reason=Reason.OFFICE)
    found = prepare_image(path, writer)
    if found is not None:
        return found
    return Prepared(reason=_kind(head))


def _kind(head: bytes) -> Reason:
    """Why a file that no library takes for a picture is none."""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return Reason.HEIC
    return Reason.DAMAGED if head.startswith(_PICTURES) else Reason.KIND


def _limit_memory() -> None:
    """Refuse more than _MEMORY; Windows has no such limit, there the time-out must do."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
