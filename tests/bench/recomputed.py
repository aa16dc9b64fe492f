"""Scores, steps and findings after one answer."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.advice import smallest_steps
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.scoring import Rating, score
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.way import way_to_next_level
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
    edition = session.edition
    ratings = Appraisal(workspace.library, session.current, session.today).ratings
    ready = dict.fromkeys(edition.item_ids, Rating(3, grade=2, has_figure=True))
    for name, rated in (("", ratings), (", from nothing", {}), (", all items at 3", ready)):
        way = median(partial(way_to_next_level, edition, rated), _TIMES)
        yield f"the way to the next level{name}", way, "<= 10"
    result = score(edition, ratings)
    steps = median(partial(smallest_steps, edition, ratings, result), _TIMES)
    yield "the smallest step of every item", steps, "<= 3"
    yield "a whole report", median(lambda: session.report(Language.ZH), 50), "<= 50"
    workspace.close()
