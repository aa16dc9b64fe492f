"""The size class of a firm, explained in a sentence."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from digicom_desktop.domain.number import grouped
from digicom_desktop.domain.size_class import Outcome, SizeClass, SizeResult, SizeRule
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words

_LARGER = {SizeClass.MEDIUM: SizeClass.LARGE, SizeClass.SMALL: SizeClass.MEDIUM}
_WAN_IN_A_MILLION = 100


def size_name(result: SizeResult, words: Words) -> str:
    """What stands in a field of the size: the class, 标准未覆盖, or that it is still open."""
    if result.size:
        return words.say(f"company.size.name.{result.size}")
    kind = "uncovered" if result.outcome is Outcome.UNCOVERED else "open"
    return words.say(f"company.size.name.{kind}")


def size_sentence(result: SizeResult, words: Words) -> str:
    """Why the size is what it is, or what is missing to tell."""
    rule = result.rule
    if rule is None or result.best is None:
        return words.say(f"company.size.{result.outcome}")
    said = _sentence(result, rule, result.best, words)
    if not result.is_assumed:
        return said
    industry = rule.name.in_(words.language)
    return words.say("company.size.assumed", sentence=said, industry=industry)


def _sentence(result: SizeResult, rule: SizeRule, best: SizeClass, words: Words) -> str:
    values = {name: value for name, value in result.values.items() if value is not None}
    industry = rule.name.in_(words.language)
    if result.size is None:
        kind = "undetermined" if values else "figures_needed"
        return words.say(
            f"company.size.{kind}",
            industry=industry,
            missing=_listed((words.say(f"company.size.{name}") for name in result.missing), words),
            figures=_figures(values, words),
            size=words.say(f"company.size.class.{best}"),
        )
    if best is SizeClass.MICRO:
        below = result.below(SizeClass.SMALL)
        return words.say(
            "company.size.micro",
            industry=industry,
            figures=_figures({name: values[name] for name in below}, words),
            missed=_bounds(rule, SizeClass.SMALL, below, words),
        )
    larger = _LARGER.get(best)
    return words.say(
        "company.size.reached" if larger else "company.size.largest",
        industry=industry,
        figures=_figures(values, words),
        bounds=_bounds(rule, best, values, words),
        size=words.say(f"company.size.class.{best}"),
        larger=words.say(f"company.size.class.{larger}") if larger else "",
        missed=_bounds(rule, larger, result.below(larger), words) if larger else "",
    )


def _bounds(rule: SizeRule, size: SizeClass, names: Iterable[str], words: Words) -> str:
    return _figures({name: Decimal(rule.bounds[size][name]) for name in names}, words)


def _figures(values: Mapping[str, Decimal], words: Words) -> str:
    said = (
        words.say(f"company.size.figure.{name}", value=grouped(_counted(name, value, words)))
        for name, value in values.items()
    )
    return _listed(said, words)


def _counted(name: str, value: Decimal, words: Words) -> Decimal:
    """Amounts in 万元 are counted in millions where people do not know 万."""
    is_amount = name != "employees"
    return value / _WAN_IN_A_MILLION if is_amount and words.language is Language.EN else value


def _listed(names: Iterable[str], words: Words) -> str:
    """One or two names, joined as the language does."""
    return words.say("company.size.and").join(names)
