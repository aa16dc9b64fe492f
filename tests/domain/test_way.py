"""The greedy way to the next level of the firm."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given, settings

from digicom_desktop.domain.advice import Change, Need, changed
from digicom_desktop.domain.scoring import Rating, Result, gates_of, score
from digicom_desktop.domain.way import Move, Obstacle, Way, way_to, way_to_next_level
from tests.domain.random_ratings import EDITION, any_ratings, rateable

_IDS = EDITION.item_ids
_NEVER = Rating(not_applicable=True)
_CLAIM, _GRADE, _FIGURE = Need.CLAIM, Need.GRADE, Need.FIGURE


def _after(ratings: Mapping[str, Rating], moves: tuple[Move, ...]) -> Result:
    moved = dict(ratings)
    for move in moves:
        moved[move.item] = changed(moved.get(move.item, Rating()), move.changes)
    return score(EDITION, moved)


@settings(max_examples=200)
@given(rateable())
def test_the_moves_lead_to_the_next_level_and_gain_what_they_say(
    ratings: dict[str, Rating],
) -> None:
    before = score(EDITION, ratings)
    way = way_to_next_level(EDITION, ratings)
    after = _after(ratings, way.moves)

    assert before.level is not None and after.level is not None
    if way.obstacle is None:
        assert way.reached and way.level is not None
        assert after.level >= way.level == before.level + 1
        gained = (after.supported or 0) - (before.supported or 0)
        assert sum(move.gain for move in way.moves) == gained
        assert len({move.item for move in way.moves}) == len(way.moves)
        assert all(move.changes for move in way.moves)
        for move in way.moves:
            assert after.items[move.item].supported == move.to_level
    elif way.obstacle is Obstacle.TOP:
        assert way == Way(4, (), reached=True, obstacle=Obstacle.TOP)
    else:
        # With so many items only the gate of data can stay shut.
        assert way.gate == "data"
        assert all(ratings[id].not_applicable for id in EDITION.method.data_items)


@settings(max_examples=200)
@given(rateable())
def test_the_first_move_brings_a_missing_condition_closer(ratings: dict[str, Rating]) -> None:
    way = way_to_next_level(EDITION, ratings)
    if not way.moves:
        return
    before, gate = score(EDITION, ratings), EDITION.method.gates[(way.level or 1) - 1]
    after = _after(ratings, way.moves[:1])
    now = gates_of(EDITION, after.items, after.supported, gate)

    missing = [
        (then, there) for then, there in zip(before.gates, now, strict=True) if not then.holds
    ]
    assert any(there.have > then.have for then, there in missing)
    if len(missing) == 1:
        assert missing[0][1].have > missing[0][0].have


@settings(max_examples=200)
@given(rateable())
def test_where_evidence_alone_is_missing_nothing_else_is_asked_for(
    ratings: dict[str, Rating],
) -> None:
    result, way = score(EDITION, ratings), way_to_next_level(EDITION, ratings)
    if {gate.id for gate in result.gates if not gate.holds} != {"evidenced"} or not way.moves:
        return
    ready = {
        id
        for id, item in result.items.items()
        if (item.supported or 0) >= (way.level or 0) and item.grade < 2
    }

    for move in way.moves[: len(ready)]:
        assert move.item in ready
        assert move.changes == (Change(_GRADE, 2),)


def test_a_document_at_an_item_that_has_the_level_goes_before_another_item() -> None:
    """Six items at level 2, two of them proved; 2.2 would gain points with a statement or a file.

    A third document is missing, and nothing else: more items at level 2 would never do.
    """
    ratings = dict.fromkeys(_IDS, Rating(1, grade=2))
    ratings |= dict.fromkeys(["1.1", "1.2", "3.1", "3.2", "4.1", "5.1"], Rating(2, grade=1))
    ratings |= dict.fromkeys(["1.3", "6.1"], Rating(2, grade=2)) | {"2.2": Rating(2)}
    way = way_to_next_level(EDITION, ratings)

    assert [(move.item, move.changes) for move in way.moves] == [("1.1", (Change(_GRADE, 2),))]


@given(any_ratings)
def test_without_a_level_or_a_way_there_are_no_moves(ratings: dict[str, Rating]) -> None:
    way = way_to_next_level(EDITION, ratings)

    if score(EDITION, ratings).level is None:
        assert way == Way(None, (), reached=False, obstacle=Obstacle.TOO_FEW)
    if way.obstacle is not None:
        assert way.moves == ()


def test_with_too_few_items_there_is_no_way() -> None:
    ratings = dict.fromkeys(_IDS[:9], _NEVER)

    assert way_to_next_level(EDITION, ratings).obstacle is Obstacle.TOO_FEW


def test_at_the_top_there_is_no_way_further() -> None:
    ratings = dict.fromkeys(_IDS, Rating(4, grade=3, has_figure=True))

    assert way_to_next_level(EDITION, ratings).obstacle is Obstacle.TOP


def test_without_an_item_for_data_level_two_is_out_of_reach() -> None:
    ratings = dict.fromkeys(_IDS, Rating(3, grade=2, has_figure=True))
    ratings |= {"1.1": _NEVER, "2.1": _NEVER}
    way = way_to_next_level(EDITION, ratings)

    assert score(EDITION, ratings).level == 1
    assert way == Way(2, (), reached=False, obstacle=Obstacle.GATE, gate="data")


def test_from_nothing_the_first_level_takes_one_claim_in_each_of_eight_items() -> None:
    """By hand: eight items at level 1 give 20.2 points; two directions and four items come along.

    Any item of another direction serves the gate of directions; the others follow in order.
    """
    way = way_to_next_level(EDITION, {})

    assert (way.level, way.reached) == (1, True)
    assert [move.changes for move in way.moves] == [(Change(_CLAIM, 1),)] * 8
    assert [move.item for move in way.moves] == [
        "1.1", "2.1", "1.2", "1.3", "1.4", "1.5", "2.2", "2.3",
    ]  # fmt: skip


def test_one_figure_at_a_data_item_opens_every_gate_it_can() -> None:
    """The picture of the results page: 1.1 lacks only a figure, 4.1 only a document."""
    ready = Rating(3, grade=2, has_figure=True)
    ratings = {id: Rating(2, grade=1) for id in _IDS}
    ratings |= dict.fromkeys(["1.2", "2.3", "3.1", "5.2", "5.3", "6.1"], ready)
    ratings |= {"1.1": Rating(3, grade=2), "4.1": Rating(3, grade=1, has_figure=True)}
    way = way_to_next_level(EDITION, ratings)

    assert score(EDITION, ratings).level == 2
    assert [(move.item, move.to_level, move.changes) for move in way.moves] == [
        ("1.1", 3, (Change(_FIGURE, 1),)),
        ("4.1", 3, (Change(_GRADE, 2),)),
    ]


def test_evidence_alone_is_a_move_that_gains_no_points() -> None:
    """Six items at level 2 by statements: three of them lack only a document."""
    ratings = dict.fromkeys(_IDS, Rating(2, grade=1))
    way = way_to_next_level(EDITION, ratings)

    assert score(EDITION, ratings).level == 1
    assert [(m.item, m.to_level, m.changes, m.gain) for m in way.moves] == [
        (id, 2, (Change(_GRADE, 2),), Fraction(0)) for id in ("1.1", "1.2", "1.3")
    ]


def test_a_claim_over_two_levels_counts_as_two_changes() -> None:
    """For level 2 one item is missing: 1.2 lacks evidence, 1.1 is two levels below it."""
    ratings = dict.fromkeys(_IDS, Rating(1, grade=3))
    ratings |= dict.fromkeys(_IDS[2:7], Rating(2, grade=3))
    ratings |= {"1.1": Rating(0, grade=3), "1.2": Rating(2), "2.1": Rating(2, grade=3)}
    ratings |= dict.fromkeys(_IDS[8:], Rating(1))
    gate = EDITION.method.gates[1]
    first = way_to(EDITION, {**ratings, "2.1": Rating(1, grade=3)}, gate).moves[0]

    assert (first.item, first.changes) == ("1.2", (Change(_GRADE, 1),))


def test_what_is_to_stay_untouched_does() -> None:
    gate = EDITION.method.gates[1]
    way = way_to(EDITION, {}, gate, untouched=_IDS[:10])

    assert not way.reached and way.gate == "data"
    way = way_to(EDITION, {"1.1": Rating(1)}, gate, untouched=_IDS[:10])
    assert way.reached
    assert not {move.item for move in way.moves} & {*_IDS[:10]}
