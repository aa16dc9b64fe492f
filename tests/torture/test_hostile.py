from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from digicom_desktop.domain.assessment import Assessment
from tests.every_field import CHOSEN, model, name_of, places, text_at, texts_in, with_text
from tests.hostile.all_files import ALL
from tests.hostile.texts import SHORT


def _names(kind: Any, name: str = "") -> set[str]:
    """The fields below ``kind`` whose type is a text, by the names that lead there."""
    found: set[str] = set()
    for part in (kind, *get_args(kind)):
        if part is str and not is_dataclass(kind):
            found.add(name)
        elif is_dataclass(part):
            hints = get_type_hints(part)
            for field in fields(part):
                below = f"{name}.{field.name}".lstrip(".")
                found |= _names(hints[field.name], below)
        elif part is not kind:
            found |= _names(part, name)
    return found


def test_every_field_that_can_hold_a_text_is_tried_or_known_to_be_chosen() -> None:
    tried = {name_of(place) for place in places()}
    keys_only = {"answers", "metrics", "reasons", "evidence.issued", "plan.targets"}
    inside = {"previous.answers", "answers.figures"}
    assert _names(Assessment) - keys_only - inside == tried | CHOSEN


def test_a_text_comes_to_where_it_is_put_and_nowhere_else() -> None:
    for place in places():
        changed = with_text(model(), place, "another")
        assert text_at(changed, place) == "another"
        assert list(texts_in(changed)).count("another") == 1


def test_the_hostile_files_and_texts_are_many() -> None:
    assert len(ALL) >= 250
    assert len(SHORT) >= 40
    assert all(len(text) <= 181 for text in SHORT.values())
