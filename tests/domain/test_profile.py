from pathlib import Path

import pytest

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.profile import doubtful_items
from digicom_desktop.library import Library


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = Library(Path(__file__).parents[2] / "resources")
    return library.edition(library.newest_edition_id())


def test_nothing_is_in_doubt_before_a_type_is_chosen(edition: Edition) -> None:
    assert doubtful_items(edition, frozenset()) == ()


def test_an_item_is_in_doubt_only_if_every_chosen_type_may_leave_it_out(edition: Edition) -> None:
    types = [kind.id for kind in edition.business_types]
    for first in types:
        for second in types:
            for item in doubtful_items(edition, {first, second}):
                assert {first, second} <= set(edition.item(item).not_applicable_types)


def test_never_more_items_are_in_doubt_than_may_be_left_out(edition: Edition) -> None:
    most = edition.method.most_not_applicable
    for kind in edition.business_types:
        assert len(doubtful_items(edition, {kind.id})) <= most


def test_some_type_has_an_item_in_doubt(edition: Edition) -> None:
    assert any(doubtful_items(edition, {kind.id}) for kind in edition.business_types)
