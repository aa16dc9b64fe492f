from pathlib import Path

import pytest

from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.torture.acts import lay_desk, use
from tests.torture.person import Person
from tests.torture.promises import FlawError, Look, Place, Step, Versions, violations

_STEPS = (
    Step(1, "begin", {"parts/a": "1"}),
    Step(2, "answer", {"parts/a": "2"}),
    Step(3, "export", {"desk/x": "one"}),
    Step(4, "answer", {"parts/a": "3"}),
    Step(5, "purge", {"parts/a": ""}),
)


@pytest.mark.parametrize(
    ("found", "acknowledged", "broken"),
    [
        ({"parts/a": "2"}, 2, []),
        ({"parts/a": "2", "desk/x": "one"}, 2, []),  # newer by a step than what was told
        ({"parts/a": "1"}, 2, [("parts/a of step 2 is 1", 2)]),
        ({"parts/a": "3"}, 2, [("parts/a of step 2 is 3", 2)]),  # nobody can have written that yet
        ({}, 2, [("parts/a of step 2 is not there", 2)]),
        ({"parts/a": "2"}, 3, [("desk/x of step 3 is not there", 3)]),
        ({"parts/a": "2", "desk/x": "torn"}, 2, [("desk/x of step 0 is torn", 0)]),
        ({"parts/a": "2", "desk/x": "one"}, 3, []),
        ({"desk/x": "one"}, 4, []),  # being removed
        ({"parts/a": "3", "desk/x": "one"}, 5, [("parts/a of step 5 is 3", 5)]),
        ({}, 0, []),
    ],
)
def test_only_what_was_told_or_is_one_step_newer_is_allowed(
    found: Versions, acknowledged: int, broken: list[tuple[str, int]]
) -> None:
    assert list(violations(found, _STEPS, acknowledged, acknowledged + 1)) == broken


def test_what_a_person_was_told_is_found_and_what_is_spoiled_is_not(tmp_path: Path) -> None:
    place, steps = Place(tmp_path), list[Step]()
    library = Library(resources_folder())
    lay_desk(place)
    use(Person(place, lambda what, kept: steps.append(Step(len(steps) + 1, what, kept)), library))
    look = Look(library)
    assert list(violations(look.at(place), steps, len(steps), len(steps))) == []

    (place.desk / "report.pdf").write_bytes(b"torn")
    ((text, _),) = violations(look.at(place), steps, len(steps), len(steps))
    assert text.startswith("desk/report.pdf of step")

    backup = min((place.data / "backups").glob("*.sqlite3"))
    backup.write_bytes(backup.read_bytes()[:9000])
    with pytest.raises(FlawError, match="listed as whole"):
        look.at(place)
