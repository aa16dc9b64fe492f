"""How the level of one firm comes about: each gate with what it counts, by name."""

from collections.abc import Iterator

from digicom_desktop.domain.guideline import Edition, LevelGate
from digicom_desktop.domain.scoring import Gate, Result, asked_by_gates, shown_score
from digicom_desktop.domain.words import Words


def level_lines(edition: Edition, result: Result, words: Words) -> Iterator[str]:
    """The level, and each gate of the next one (of the top one once reached)."""
    gate = asked_by_gates(edition.method, result.level)
    if result.level is None or gate is None:
        applying = len(edition.items) - result.not_applicable
        least = edition.method.least_applicable_for_level
        yield words.say("worked.level.too_few", applying=applying, least=least)
        return
    names = {each.level: each.name.in_(words.language) for each in edition.method.gates}
    if result.level:
        yield words.say("worked.level.now", name=names[result.level])
    else:
        yield words.say("worked.level.none")
    if gate.level <= result.level:
        yield words.say("worked.level.top")
    else:
        yield words.say("worked.level.next", name=names[gate.level])
    for each in result.gates:
        yield _gate(edition, result, each, gate, words)


def _gate(edition: Edition, result: Result, gate: Gate, asked: LevelGate, words: Words) -> str:
    have = shown_score(gate.have, (gate.need,)) if gate.id == "score" else str(gate.have)
    counted = words.say("worked.list").join(_counted(edition, result, gate.id, asked, words))
    return words.say(
        f"worked.gate.{gate.id}",
        level=asked.level,
        grade=edition.method.evidenced_grade,
        counted=counted or words.say("worked.gate.nothing"),
        have=have,
        need=gate.need,
        verdict=words.say("worked.gate.holds" if gate.holds else "worked.gate.missed"),
    )


def _counted(
    edition: Edition, result: Result, gate: str, asked: LevelGate, words: Words
) -> list[str]:
    """What a gate counts: items by id, directions by name, data items with their level."""
    items = result.items
    reached = [id for id in edition.item_ids if (items[id].supported or 0) >= asked.level]
    match gate:
        case "items":
            return reached
        case "evidenced":
            return [id for id in reached if items[id].grade >= edition.method.evidenced_grade]
        case "directions":
            return [
                direction.name.in_(words.language)
                for direction in edition.directions
                if any(item.id in reached for item in direction.items)
            ]
        case "data":
            return [_data(result, id, words) for id in edition.method.data_items]
    return []


def _data(result: Result, item: str, words: Words) -> str:
    if not result.items[item].applies:
        return words.say("worked.gate.data_not_applicable", id=item)
    return words.say("worked.gate.data_level", id=item, level=result.items[item].supported or 0)
