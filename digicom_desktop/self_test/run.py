"""The self-test from beginning to end, and what it prints."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from PySide6.QtCore import qVersion
from PySide6.QtGui import QPixmap

from digicom_desktop import __version__
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.library import Library
from digicom_desktop.paths import data_folder, resources_folder
from digicom_desktop.self_test.exchange import ExchangeTrial
from digicom_desktop.self_test.network import NetworkWatch
from digicom_desktop.self_test.steps import Step, Steps, expect
from digicom_desktop.self_test.window import WindowTrial
from digicom_desktop.ui import icons

OK, PROBLEM = 0, 1
_LONGEST = 180.0
"""Seconds after which it is over whatever happens: nobody waits for a dialog that asks."""


def main(language: Language, *, as_json: bool) -> int:
    """Try the whole program in a folder that is gone afterwards; the exit status."""
    _settle_display()
    words = Library(resources_folder()).words(language)
    steps = Steps(words, lambda step: None if as_json else _say(_line(step, words)))
    began = time.perf_counter()
    limit = Timer(_LONGEST, _give_up, [words])
    limit.daemon = True
    limit.start()
    with TemporaryDirectory(prefix="digicom-self-test-", ignore_cleanup_errors=True) as folder:
        _run(steps, Path(folder), language)
    limit.cancel()
    seconds = time.perf_counter() - began
    _say(_as_json(steps.done, seconds) if as_json else _end(steps, words, seconds))
    return PROBLEM if steps.has_failed else OK


def _settle_display() -> None:
    """Where there is no screen the window is drawn in memory."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, named)):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _run(steps: Steps, folder: Path, language: Language) -> None:
    network = NetworkWatch()
    data, files = data_folder(folder / "data"), folder / "files"
    files.mkdir()
    steps.run("content", _read_content)
    trial = WindowTrial(data, language)
    steps.run("window", lambda: trial.open(Language.ZH))
    steps.run("look", trial.require_looks)
    _fill_in(steps, trial)
    _exchange(steps, trial, files)
    steps.run("english", lambda: _open_again(trial, Language.EN))
    steps.run("close", trial.close)
    steps.run("offline", network.require_silence)


def _fill_in(steps: Steps, trial: WindowTrial) -> None:
    sample = Library(resources_folder()).sample().company
    typed = []
    steps.run(
        "fill_in", lambda: typed.append(trial.fill_in(sample.year, sample.legal_representative))
    )

    def compare() -> None:
        _open_again(trial, Language.ZH)
        (id, said) = typed[0]
        expect(trial.workspace.open(id).current == said, "reopened")

    steps.run("reopen", compare)


def _exchange(steps: Steps, trial: WindowTrial, files: Path) -> None:
    if steps.has_failed:
        return
    picture = files / "picture.jpg"
    exchange = ExchangeTrial(trial.workspace, files)
    steps.run("evidence", lambda: exchange.add_evidence(_draw(picture)))
    steps.run("pages", lambda: trial.show_all(exchange.session))
    steps.run("finalise", exchange.finalise)
    steps.run("workbook", exchange.export_workbook)
    steps.run("pdf", exchange.export_pdf)
    steps.run("package", exchange.export_package)
    steps.run("volume", exchange.export_volume)
    steps.run("bring_in", exchange.bring_in)
    steps.run("check", exchange.check)


def _read_content() -> None:
    """Everything that lies in resources/, whole and checked."""
    library = Library(resources_folder())
    for id in library.edition_ids():
        expect(len(library.edition(id).items) > 0, id)
    for read in (library.regions, library.industries, library.metrics, library.size_standard):
        read()
    for language in Language:
        expect(len(library.words(language).sentences) > 0, language)


def _open_again(trial: WindowTrial, language: Language) -> None:
    trial.close()
    trial.open(language)


def _draw(path: Path) -> Path:
    """The program's own mark as a photo of a camera."""
    picture: QPixmap = icons.application_icon().pixmap(256)
    expect(picture.toImage().save(str(path)), path.name)
    return path


def _line(step: Step, words: Words) -> str:
    said = words.say(f"self_test.step.{step.id}")
    line = words.say("self_test.line", ms=f"{step.milliseconds:6.0f}", step=said)
    return f"{line}\n{step.problem}" if step.problem else line


def _end(steps: Steps, words: Words, seconds: float) -> str:
    id = "self_test.failed" if steps.has_failed else "self_test.passed"
    return words.say(id, seconds=f"{seconds:.1f}", version=__version__)


def _as_json(done: Sequence[Step], seconds: float) -> str:
    said = {
        "version": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": platform.platform(),
        "passed": not any(step.problem for step in done),
        "seconds": round(seconds, 3),
        "steps": [asdict(step) for step in done],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _give_up(words: Words) -> None:
    _say(words.say("self_test.too_long"))
    os._exit(PROBLEM)


def _say(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
