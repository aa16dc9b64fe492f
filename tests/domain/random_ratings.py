"""Random ratings of the items of one edition, for properties."""

from hypothesis import strategies as st

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.scoring import Rating
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

LIBRARY = Library(resources_folder())
EDITION: Edition = LIBRARY.edition("mofcom-trial-2")

rating = st.builds(
    Rating,
    level=st.none() | st.integers(0, 4),
    not_applicable=st.booleans(),
    grade=st.integers(0, 3),
    has_figure=st.booleans(),
)
any_ratings = st.dictionaries(st.sampled_from(EDITION.item_ids), rating)
"""Some items, of which any number may not apply."""

_FEW = EDITION.method.most_not_applicable


@st.composite
def rateable(draw: st.DrawFn) -> dict[str, Rating]:
    """All items, so many of which apply that the firm can have a level."""
    applying = st.builds(
        Rating,
        level=st.none() | st.integers(0, 4),
        grade=st.integers(0, 3),
        has_figure=st.booleans(),
    )
    ratings = {id: draw(applying) for id in EDITION.item_ids}
    for id in draw(st.sets(st.sampled_from(EDITION.item_ids), max_size=_FEW)):
        ratings[id] = Rating(not_applicable=True)
    return ratings
