"""One step of the self-test after the other: how long each took, and what was wrong."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one step; ``problem`` is a sentence, "" where all was well."""

    id: str
    milliseconds: float
    problem: str = ""


class Steps:
    """Runs steps until one fails, and tells ``on_step`` of each."""

    def __init__(self, words: Words, on_step: Callable[[Step], None]) -> None:
        self._words = words
        self._on_step = on_step
        self.done: list[Step] = []

    @property
    def has_failed(self) -> bool:
        """Whether something was wrong; then no further step is run."""
        return any(step.problem for step in self.done)

    def run(self, id: str, do: Callable[[], None]) -> None:
        """Run ``do`` as the step ``id``, unless one before it failed."""
        if self.has_failed:
            return
        began = time.perf_counter()
        problem = ""
        try:
            do()
        except DigicomError as error:
            problem = self._words.error(error)
        except Exception as error:
            problem = self._words.say("self_test.crash", where=_place(error))
        step = Step(id, round((time.perf_counter() - began) * 1000, 1), problem)
        self.done.append(step)
        self._on_step(step)


def expect(is_so: bool, what: str) -> None:
    """Raise DigicomError ``self_test.not_so`` unless ``is_so``; ``what`` names it in short."""
    if not is_so:
        raise DigicomError("self_test.not_so", what=what)


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
