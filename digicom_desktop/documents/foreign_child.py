"""Opens files of others in a process of its own: whatever they do ends there."""

import json
import logging
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any

from digicom_desktop.documents.foreign_text import (
    ForeignPage,
    ForeignText,
    Trouble,
    read_foreign,
)
from digicom_desktop.documents.volume_image import prepare_image
from digicom_desktop.documents.volume_objects import ObjectWriter, TooManyBytesError
from digicom_desktop.documents.volume_pdf import prepare_pdf
from digicom_desktop.documents.volume_source import Prepared, Reason, Sheet
from digicom_desktop.files import is_disk_full

PREPARE, READ = "prepare", "read"
"""What can be asked for."""
DISK_FULL = b"{}"
"""The answer when it was not the file that failed."""
_MEMORY = 1 << 30
"""Bytes that a file may make the process take, where the system can be told so."""
_HEAD = 1024
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")


def serve(connection: Connection) -> None:
    """Say that all is loaded, and answer one request after the other until the other side is gone.

    Requests and answers are JSON: bytes that come out of here are never objects.
    """
    _end_with_parent()
    _limit_memory()
    _be_quiet()
    with suppress(OSError):  # gone meanwhile
        connection.send_bytes(b"ready")
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        connection.send_bytes(_answer(request))


def _answer(request: Any) -> bytes:
    path = Path(request["path"])
    if request["job"] == READ:
        return encoded_text(read(path, request["most"], request["known"], request["texts"]))
    try:
        return encoded(prepare(path, Path(request["into"]), request["first"]))
    except OSError:
        return DISK_FULL


def read(path: Path, most: int | None, known: list[str], texts: bool) -> ForeignText:
    """What ``foreign_text.read_foreign`` makes of the PDF at ``path``."""
    try:
        return read_foreign(path, most, known, texts=texts)
    except MemoryError:
        return ForeignText(trouble=Trouble.SLOW)
    except Exception:  # as below
        return ForeignText(trouble=Trouble.DAMAGED)


def prepare(path: Path, into: Path, first: int) -> Prepared:
    """Write the pages of ``path`` to ``into`` as objects of a PDF, numbered from ``first``.

    Raises OSError when there is no room for them.
    """
    try:
        with into.open("wb") as to:
            writer = ObjectWriter(to, first)
            found = _prepare(path, writer)
            if not found.sheets:
                return found
            return Prepared(found.sheets, writer.offsets)
    except (MemoryError, TooManyBytesError):
        return Prepared(reason=Reason.SLOW)
    except OSError as error:
        if is_disk_full(error):
            raise
        return Prepared(reason=Reason.DAMAGED)
    except Exception:  # whatever a parser makes of a file that no honest program wrote
        return Prepared(reason=Reason.DAMAGED)


def encoded_text(text: ForeignText) -> bytes:
    """``text`` as JSON."""
    return json.dumps(asdict(text)).encode("ascii")


def decoded_text(answer: bytes) -> ForeignText:
    """What ``encoded_text`` made."""
    value: Any = json.loads(answer)
    pages = (
        ForeignPage(page["text"], page["drawn"], page["pictures"], tuple(page["marks"]))
        for page in value.pop("pages")
    )
    trouble = value.pop("trouble")
    found = None if trouble is None else Trouble(trouble)
    return ForeignText(**value, pages=tuple(pages), trouble=found)


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
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head:
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


def _be_quiet() -> None:
    """Say nothing: parsers tell what they think of a file in words from inside it."""
    logging.disable()
    # Whoever asked ends this process; Ctrl+C reaches both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # a window of Windows has nowhere to say anything
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)


def _end_with_parent() -> None:
    """End when the program is killed, whatever a file keeps this process busy with."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _limit_memory() -> None:
    """Refuse more than _MEMORY; Windows has no such limit, there the time-out must do."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
