"""Rules of the check: claimed levels against practices, figures, evidence and last year."""

from collections.abc import Iterable, Iterator

from digicom_desktop.domain.advice import Change, Need
from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.canonical import Json
from digicom_desktop.domain.finding import Finding, Said
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.judgement import Judgement, warning
from digicom_desktop.domain.review_pair import FigurePair
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, joined, verify
from digicom_desktop.domain.scoring import ItemResult, shown_score
from digicom_desktop.domain.suggestion import suggested_level

NO_FIGURE = explain("level.no_figure")
ABOVE = explain("level.above_practices")
JUMP = explain("level.jump")
FALL = verify("level.fall")
ZERO = verify("level.zero_with_practices")
NOT_BETTER = verify("level.no_better_figure")
WAS_RATED = verify("not_applicable.was_rated")
UNSUPPORTED = hint("level.unsupported")
BELOW = hint("level.below_practices")

RULES = (NO_FIGURE, ABOVE, JUMP, FALL, ZERO, NOT_BETTER, WAS_RATED, UNSUPPORTED, BELOW)

_FAR = 2
"""Levels apart from which two of them do not fit together."""


def check_levels(reading: Reading, item: Item, answer: Answer) -> Iterator[Finding]:
    """Findings about the level of one item, which is this year's."""
    if answer.to_confirm:
        return
    yield from _since_last_year(reading, answer)
    if answer.level is not None and not answer.not_applicable:
        yield from _figures(reading, item, answer.level)
        yield from _practices(reading, item, answer, answer.level)
        yield from _unsupported(reading, item)


def _since_last_year(reading: Reading, answer: Answer) -> Iterator[Finding]:
    previous = reading.assessment.previous
    before = None if previous is None else previous.answer(answer.item).level
    if previous is None or before is None:
        return
    place = f"item/{answer.item}#level"
    if answer.not_applicable:
        if before > 0:
            place = f"item/{answer.item}#not_applicable"
            yield WAS_RATED.found(answer.item, place, (before,), year=previous.year, level=before)
    elif answer.level is not None and abs(answer.level - before) >= _FAR:
        rule, count = (JUMP if answer.level > before else FALL), abs(answer.level - before)
        at = (answer.item, place, (answer.level, before))
        said = {"year": previous.year, "previous": before, "level": answer.level, "count": count}
        yield rule.found(*at, **said)


def _figures(reading: Reading, item: Item, level: int) -> Iterator[Finding]:
    method, pairs = reading.method, reading.figures_of(item.id)
    place, year = f"item/{item.id}#figures", reading.assessment.year
    # A figure that cannot be read is there: what is wrong with it is said elsewhere.
    is_blank = all(p.current.value is None and p.current.problem is None for p in pairs)
    if level >= method.figure_needed_from and is_blank:
        without = method.level_without_figure
        yield NO_FIGURE.found(item.id, place, (level,), level=level, year=year, without=without)
    compared = _compared(item, pairs)
    if level == item.levels[-1].level and compared and not any(compared.values()):
        texts = (text for p in pairs for text in (p.current.text, p.previous.text))
        yield NOT_BETTER.found(item.id, place, (level, *texts), level=level)


def _compared(item: Item, pairs: Iterable[FigurePair]) -> dict[str, bool]:
    """Whether each figure that has both years became better."""
    better = {indicator.id: indicator.better for indicator in item.indicators}
    found = {}
    for pair in pairs:
        now, then = pair.current.value, pair.previous.value
        if now is not None and then is not None:
            found[pair.id] = now > then if better[pair.id] == "up" else now < then
    return found


def _practices(reading: Reading, item: Item, answer: Answer, level: int) -> Iterator[Finding]:
    suggested = suggested_level(item, answer.practices, reading.method)
    values: tuple[Json, ...] = (level, *sorted(answer.practices))
    at = (item.id, f"item/{item.id}#practices", values)
    if level == 0 and answer.practices:
        yield ZERO.found(*at, count=len(answer.practices))
    elif level - suggested >= _FAR:
        ticked = warning("review.ground.ticked", level=suggested)
        nothing = warning("review.ground.none_ticked")
        yield ABOVE.found(*at, level=level, ticked=ticked if answer.practices else nothing)
    elif suggested - level >= _FAR:
        yield BELOW.found(*at, level=level, suggested=suggested)


def _unsupported(reading: Reading, item: Item) -> Iterator[Finding]:
    """What the next step needs and is worth; without a step, what the whole claim lacks."""
    result = reading.source.result.items[item.id]
    if not result.is_held_back:
        return
    step = reading.steps.get(item.id)
    lacks = _lacks(result) if step is None else step.changes
    worth: Said = ""
    if step is not None:
        # A document is added, a statement filled in.
        is_stated = {(lack.need, lack.to) for lack in lacks} == {(Need.GRADE, 1)}
        gain = "review.ground.gain_stated" if is_stated else "review.ground.gain"
        worth = warning(gain, level=step.to_level, gain=shown_score(step.gain))
    yield UNSUPPORTED.found(
        item.id,
        f"item/{item.id}#{_section(lacks)}",
        (result.claimed or 0, result.supported or 0),
        claimed=result.claimed or 0,
        supported=result.supported or 0,
        lacks=joined(
            [_said(change, reading.assessment.year) for change in lacks], "review.ground.both"
        ),
        worth=worth,
    )


def _lacks(result: ItemResult) -> tuple[Change, ...]:
    return tuple(
        Change(Need.FIGURE, 1) if lack == "figure" else Change(Need.GRADE, result.needed_grade)
        for lack in result.lacking
    )


def _said(change: Change, year: int) -> Judgement:
    if change.need is Need.FIGURE:
        return warning("report.lacks.figure", year=year)
    return warning(f"report.lacks.grade_{change.to}")


def _section(lacks: Iterable[Change]) -> str:
    for change in lacks:
        if change.need is Need.GRADE:
            return "statement" if change.to == 1 else "evidence"
    return "figures"
