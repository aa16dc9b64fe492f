"""Rules of the check: what was answered, and what is said not to apply."""

from collections.abc import Iterator

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.judgement import warning
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, joined, must_fix, verify

UNANSWERED = must_fix("answers.unanswered")
TO_CONFIRM = must_fix("answers.to_confirm")
TOO_MANY = must_fix("not_applicable.too_many")
NO_REASON = must_fix("not_applicable.no_reason")
PROFILE = explain("profile.empty")
CONTRADICTED = explain("not_applicable.contradicted")
ALL_ALIKE = verify("level.all_alike")
UNUSUAL = verify("not_applicable.unusual")
LATER = hint("answers.later")

RULES = (
    UNANSWERED, TO_CONFIRM, TOO_MANY, NO_REASON, PROFILE, CONTRADICTED, ALL_ALIKE, UNUSUAL, LATER,
)  # fmt: skip

_ALIKE_FROM = 2


def check_profile(reading: Reading) -> Iterator[Finding]:
    """Findings at the business profile."""
    if not reading.assessment.profile:
        yield PROFILE.found("", "profile")


def check_answers(reading: Reading) -> Iterator[Finding]:
    """Findings about several items at once, said once."""
    answers = [answer for _, answer in reading.answers]
    unanswered = [a.item for a in answers if not (a.is_answered or a.to_confirm)]
    to_confirm = [a.item for a in answers if a.to_confirm]
    for rule, items in ((UNANSWERED, unanswered), (TO_CONFIRM, to_confirm)):
        if items:
            place = f"item/{items[0]}#level"
            yield rule.found("", place, items, count=len(items), items=tuple(items))
    yield from _too_many(reading)
    if not (unanswered or to_confirm):
        yield from _all_alike(reading)


def check_answer(reading: Reading, item: Item, answer: Answer) -> Iterator[Finding]:
    """Findings at one item; last year's answer is not looked at before it is this year's."""
    if answer.later:
        yield LATER.found(item.id, f"item/{item.id}#level")
    if answer.not_applicable and not answer.to_confirm:
        yield from _reason(reading, answer)
        yield from _contradicted(reading, answer)
        yield from _unusual(reading, item)


def _too_many(reading: Reading) -> Iterator[Finding]:
    """Also counts what is still to be confirmed: it will be too many all the same."""
    items = [item.id for item, answer in reading.answers if answer.not_applicable]
    most = reading.method.most_not_applicable
    if len(items) > most:
        place = f"item/{items[0]}#not_applicable"
        yield TOO_MANY.found("", place, items, count=len(items), most=most, items=tuple(items))


def _all_alike(reading: Reading) -> Iterator[Finding]:
    levels = [answer.level for _, answer in reading.answers if not answer.not_applicable]
    level = levels[0] if len(levels) > 1 and len({*levels}) == 1 else None
    if level is not None and level >= _ALIKE_FROM:
        place = f"item/{reading.answers[0][0].id}#level"
        yield ALL_ALIKE.found("", place, (level,), count=len(levels), level=level)


def _reason(reading: Reading, answer: Answer) -> Iterator[Finding]:
    count, least = len("".join(answer.reason.split())), reading.method.shortest_reason
    if count < least:
        place = f"item/{answer.item}#not_applicable"
        yield NO_REASON.found(answer.item, place, (answer.reason,), least=least, count=count)


def _contradicted(reading: Reading, answer: Answer) -> Iterator[Finding]:
    """What says that the item does apply; a level above 0 was chosen before it was taken back."""
    evidence = [entry.number for entry in reading.assessment.evidence.of_item(answer.item)]
    grounds = {
        "practices": bool(answer.practices),
        "evidence": bool(evidence),
        "level": bool(answer.level),
    }
    if any(grounds.values()):
        said = [warning(f"review.ground.{name}") for name, holds in grounds.items() if holds]
        values = (sorted(answer.practices), evidence, answer.level or 0)
        place = f"item/{answer.item}#not_applicable"
        yield CONTRADICTED.found(answer.item, place, values, grounds=joined(said))


def _unusual(reading: Reading, item: Item) -> Iterator[Finding]:
    """Excused is only what every chosen type of business may leave out."""
    profile = reading.assessment.profile
    if profile and not profile <= {*item.not_applicable_types}:
        place = f"item/{item.id}#not_applicable"
        yield UNUSUAL.found(item.id, place, sorted(profile))
