from pathlib import Path
from random import Random

from tests.fuzz.runs import run
from tests.fuzz.subject import Subject
from tests.fuzz.subjects import round_of
from tests.fuzz.tally import Tally

_SEED = 7
_RUNS = 1_500


def test_bad_input_raises_nothing_but_known_errors(tmp_path: Path) -> None:
    """The longer run is ``python -m tests.fuzz --runs 1000000``."""
    tally = Tally()
    print(f"seed {_SEED}")
    assert list(run(tmp_path, _SEED, range(_RUNS), tally)) == []
    assert tally.runs == _RUNS


def test_most_input_comes_past_the_first_gate_and_reaches_most_sentences(tmp_path: Path) -> None:
    tally = Tally()
    assert list(run(tmp_path, _SEED, range(_RUNS), tally)) == []
    assert tally.turned_away < tally.runs // 5
    assert len(tally.reached("guard.")) >= 15


def test_number_and_seed_make_an_input_again(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
    one, other = _first_of_each(tmp_path / "a"), _first_of_each(tmp_path / "b")
    for first, second in zip(one, other, strict=True):
        assert first.name == second.name
        inputs = [[s.make(Random(f"7/{n}")) for n in range(3)] for s in (first, second)]
        # The time of writing stands in a workbook as the program writes it.
        assert inputs[0] == inputs[1] or "content" in first.name


def _first_of_each(folder: Path) -> list[Subject]:
    return list({subject.name: subject for subject in round_of(folder)}.values())
