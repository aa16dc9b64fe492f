"""Finding one's way in an edition."""

import pytest

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Library(resources_folder()).edition("mofcom-trial-2")


def test_items_stand_in_the_order_of_the_guideline(edition: Edition) -> None:
    assert edition.item_ids[:6] == ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1")
    assert tuple(item.id for item in edition.items) == edition.item_ids


def test_an_item_is_found_by_its_id(edition: Edition) -> None:
    assert edition.item("4.2").title.zh == "线上线下融合"
    with pytest.raises(KeyError):
        edition.item("7.1")


def test_an_item_knows_its_direction_through_the_edition(edition: Edition) -> None:
    assert edition.direction_of("4.2").name.zh == "深度融合发展"


def test_the_levels_of_an_item_stand_at_their_numbers(edition: Edition) -> None:
    for item in edition.items:
        assert [text.level for text in item.levels] == [0, 1, 2, 3, 4]
