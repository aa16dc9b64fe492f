"""What writes each kind of file, and notes in the log what came of it."""

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.files import OnStep
from digicom_desktop.log import Event, Log
from digicom_desktop.ui.export_order import HANDED_OVER, ExportOrder, Write
from digicom_desktop.workspace import Workspace

_WRITTEN = MappingProxyType(
    {
        "workbook": Event.WORKBOOK,
        "pdf": Event.PDF,
        "package": Event.PACKAGE,
        "volume": Event.VOLUME,
    }
)


def export_writers(workspace: Workspace) -> Mapping[str, Write]:
    """What writes each kind of file; any thread."""
    writers: Mapping[str, Write] = {
        "workbook": lambda order, path, on_step: workspace.export_workbook(
            order.report, path, on_step
        ),
        "pdf": lambda order, path, on_step: workspace.export_pdf(
            order.report, path, order.parts, on_step
        ),
        **{kind: partial(_write_source, kind) for kind in HANDED_OVER},
    }
    return {
        kind: partial(_write_noting, workspace.log, _WRITTEN[kind], write)
        for kind, write in writers.items()
    }


def _write_source(kind: str, order: ExportOrder, path: Path, on_step: OnStep) -> None:
    order.hand_over[kind](path, on_step)


def _write_noting(
    log: Log, event: Event, write: Write, order: ExportOrder, path: Path, on_step: OnStep
) -> None:
    begun = time.monotonic()
    with log.noting(Event.NOT_WRITTEN):
        write(order, path, on_step)
    log.note(event, bytes=_size(path), milliseconds=round(1000 * (time.monotonic() - begun)))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # somebody has moved it already
        return 0
