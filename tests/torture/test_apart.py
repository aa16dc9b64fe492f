"""Trials in other processes are all told, also those that end their process."""

import os

from tests.torture.apart import Verdict, outcome, verdicts


def _trial(number: int) -> Verdict:
    if number == 1:
        os._exit(3)
    if number == 2:
        raise ValueError("no sentence")
    return Verdict(loss="lost" if number == 4 else "", fault=number != 3, remark="seen")


def test_an_end_and_an_exception_are_crashes_and_the_others_are_done_all_the_same() -> None:
    found = dict(verdicts(_trial, range(5)))
    assert list(found) == [0, 1, 2, 3, 4]
    assert found[1].crash == "the process ended"
    assert "no sentence" in found[2].crash
    row = outcome("row", found.items())
    assert (row.trials, row.faults, row.losses, row.crashes) == (5, 4, 1, 2)
    assert not row.is_good
    assert "trial 4: lost" in row.notes
    assert row.notes[-1] == "3 times seen"
