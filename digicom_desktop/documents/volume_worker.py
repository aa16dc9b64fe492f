"""Has files prepared by another process, and ends it when one of them takes too long."""

import json
import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from digicom_desktop.documents.volume_child import decoded, serve
from digicom_desktop.documents.volume_source import Prepared, Reason

PATIENCE = 20.0
"""Seconds for one file."""
_START = 30.0
"""Seconds more for the first file, in which the process begins on a slow computer."""
_MOST_ANSWER = 4_000_000
"""Bytes; the longest answer that 300 pages can honestly give is much shorter."""


class VolumeWorker:
    """One process at a time, begun when first needed and anew after it was ended.

    ``folder`` takes what it writes. Use it in ``with``.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._folder = folder
        self._patience = patience
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._count = 0

    def __enter__(self) -> "VolumeWorker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def prepare(self, path: Path, first: int) -> Prepared:
        """What ``volume_child.prepare`` makes of ``path``; SLOW or DAMAGED if it never answers."""
        self._count += 1
        into = self._folder / f"{self._count}.objects"
        patience = self._patience + (0 if self._connection else _START)
        connection = self._connection or self._begin()
        try:
            request = {"path": str(path), "into": str(into), "first": first}
            connection.send_bytes(json.dumps(request).encode("utf-8"))
            if not connection.poll(patience):
                self._end()
                return Prepared(reason=Reason.SLOW)
            return decoded(connection.recv_bytes(_MOST_ANSWER), into)
        except (EOFError, OSError, ValueError, TypeError, KeyError):
            # It broke down, or was ended by the system, over this file.
            self._end()
            return Prepared(reason=Reason.DAMAGED)

    def _begin(self) -> Connection:
        # A new interpreter, not a copy of this one: this one has threads and a window.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there,), daemon=True)
        process.start()
        there.close()
        self._process, self._connection = process, here
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
