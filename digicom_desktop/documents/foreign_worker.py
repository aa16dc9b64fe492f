"""Has files prepared by another process, and ends it when one of them takes too long."""

import json
import multiprocessing
from collections.abc import Collection
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from digicom_desktop.documents.foreign_child import (
    DISK_FULL,
    PREPARE,
    READ,
    decoded,
    decoded_text,
    serve,
)
from digicom_desktop.documents.foreign_text import ForeignText, Trouble
from digicom_desktop.documents.volume_source import Prepared, Reason
from digicom_desktop.errors import DigicomError

PATIENCE = 20.0
"""Seconds for one file."""
_START = 30.0
"""Seconds in which the process begins on a slow computer; no file is there yet."""
_MOST_ANSWER = 64_000_000
"""Bytes; more than 500 pages full of text."""
_BROKEN = (EOFError, OSError, ValueError, TypeError, KeyError)
"""It broke down over a file, was ended by the system, or answers nonsense."""


class ForeignWorker:
    """One process at a time, begun when first needed and anew after it was ended.

    ``folder`` takes what it writes. Use it in ``with``.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._folder = folder
        self._patience = patience
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._count = 0

    def __enter__(self) -> "ForeignWorker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def prepare(self, path: Path, first: int) -> Prepared:
        """``path`` as objects of a PDF, numbered from ``first``; in ``folder`` for its life.

        SLOW or DAMAGED if there was no answer; raises DigicomError when the disk is full.
        """
        self._count += 1
        into = self._folder / f"{self._count}.objects"
        request = {"job": PREPARE, "path": str(path), "into": str(into), "first": first}
        try:
            answer = self._ask(request)
            if answer == DISK_FULL:
                raise DigicomError("files.disk_full", path=self._folder)
            return decoded(answer, into)
        except TimeoutError:
            return Prepared(reason=Reason.SLOW)
        except _BROKEN:
            self._end()
            return Prepared(reason=Reason.DAMAGED)

    def read(
        self,
        path: Path,
        most: int | None = None,
        known: Collection[str] = (),
        *,
        texts: bool = True,
    ) -> ForeignText:
        """What ``foreign_text.read_foreign`` makes of the PDF at ``path``."""
        request = {"job": READ, "path": str(path), "most": most, "texts": texts}
        try:
            return decoded_text(self._ask({**request, "known": sorted(known)}))
        except TimeoutError:
            return ForeignText(trouble=Trouble.SLOW)
        except _BROKEN:
            self._end()
            return ForeignText(trouble=Trouble.DAMAGED)

    def _ask(self, request: dict[str, object]) -> bytes:
        """The answer; raises TimeoutError, or one of _BROKEN when the process is no more."""
        connection = self._connection or self._begin()
        connection.send_bytes(json.dumps(request).encode("ascii"))
        return self._received(connection, self._patience)

    def _received(self, connection: Connection, patience: float) -> bytes:
        if not connection.poll(patience):
            self._end()
            raise TimeoutError
        return connection.recv_bytes(_MOST_ANSWER)

    def _begin(self) -> Connection:
        # A new interpreter, not a copy of this one: this one has threads and a window.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there,), daemon=True)
        process.start()
        there.close()
        self._process, self._connection = process, here
        self._received(here, _START)
        return here

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None
