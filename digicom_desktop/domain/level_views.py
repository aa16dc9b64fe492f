"""The firm's level and the conditions of the next one, as a report shows them."""

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.report import FirmLevelView, GateView
from digicom_desktop.domain.scoring import Gate, Result, shown_score
from digicom_desktop.domain.words import Words


def firm_level(edition: Edition, result: Result, words: Words) -> FirmLevelView:
    """The firm's level, and each condition of the next one with have and need."""
    method, level = edition.method, result.level
    names = tuple(gate.name.in_(words.language) for gate in method.gates)
    unrated = words.say("report.level.none")
    following = next(
        (n for g, n in zip(method.gates, names, strict=True) if g.level == (level or 0) + 1), ""
    )
    return FirmLevelView(
        level=level,
        name=names[level - 1] if level else unrated,
        names=names,
        sentence=_level_sentence(edition, result, words, following),
        next_name="" if level is None else following,
        gates=tuple(_gate(gate, words, edition, level) for gate in result.gates),
    )


def _level_sentence(edition: Edition, result: Result, words: Words, following: str) -> str:
    if result.level is None:
        applicable = len(edition.items) - result.not_applicable
        least = edition.method.least_applicable_for_level
        return words.say("report.level.too_few", applicable=applicable, least=least)
    unmet = sum(not gate.holds for gate in result.gates)
    if not unmet:
        return words.say("report.level.top")
    if unmet == 1:
        return words.say("report.level.one_unmet", next=following)
    return words.say("report.level.unmet", next=following, count=unmet)


def _gate(gate: Gate, words: Words, edition: Edition, level: int | None) -> GateView:
    target = min((level or 0) + 1, len(edition.method.gates))
    have = shown_score(gate.have, (gate.need,)) if gate.id == "score" else str(gate.have)
    return GateView(
        id=gate.id,
        name=words.say(
            f"report.gate.{gate.id}",
            level=target,
            grade=edition.method.evidenced_grade,
            items=words.say("report.gate.or").join(edition.method.data_items),
        ),
        have=words.say(f"report.gate_unit.{gate.id}", value=have),
        need=words.say(f"report.gate_unit.{gate.id}", value=gate.need),
        holds=gate.holds,
    )
