"""Scores, steps and findings after one answer."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.bench.timing import median

_TIMES = 200


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    session = workspace.add_sample()
    levels = itertools.cycle((1, 2, 3, 4))

    def appraise() -> None:
        answer = replace(session.current.answer("3.2"), level=next(levels))
        assessment = session.current.with_answer(answer)
        appraisal = Appraisal(workspace.library, assessment, session.today)
        _ = (appraisal.result, appraisal.steps, appraisal.findings)

    yield "scores, steps and findings after one answer", median(appraise, _TIMES), "<= 20"
    yield "a whole report", median(lambda: session.report(Language.ZH), 50), "<= 50"
    workspace.close()
