"""The lists that turn what is written in a workbook back into ids, in either language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from digicom_desktop.documents.workbook_typed import folded, squeezed
from digicom_desktop.domain.company import CATEGORIES, OWNERSHIPS
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.industry import Industries
from digicom_desktop.domain.metric import Metrics
from digicom_desktop.domain.plan import ActionState
from digicom_desktop.domain.region import Region, Regions
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words

_NO_PLACE = "市辖区"
"""Between a city and its districts, in lists only."""
_SHORTEST = 2
_PLACE_KINDS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "盟",
    "县",
    "区",
    "旗",
)


@dataclass(frozen=True)
class Lists:
    """The lists of one edition; ``words`` are those of the workbook, ``other`` of the other one."""

    edition: Edition
    regions: Regions
    industries: Industries
    metrics: Metrics
    words: Words
    other: Words

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Level by its names, also with the number before them."""
        names: dict[str, int] = {}
        for level, name in enumerate(self.edition.level_names):
            for language in Language:
                said = folded(name.in_(language))
                names |= {said: level, f"{level} {said}": level}
        return names

    @cached_property
    def grades(self) -> Mapping[str, int]:
        """Grade of evidence by its names."""
        names = enumerate(self.edition.grade_names)
        return {folded(name.in_(lang)): grade for grade, name in names for lang in Language}

    @cached_property
    def not_applicable(self) -> frozenset[str]:
        """How people say that an item does not apply."""
        said = (
            self._both("workbook.not_applicable"),
            ("n/a", "na", "not applicable", "does not apply"),
        )
        return frozenset(folded(text) for texts in said for text in texts)

    def _both(self, id: str) -> frozenset[str]:
        return frozenset((self.words.say(id), self.other.say(id)))

    def named(self, ids: Iterable[str], word: Callable[[str], str], value: str) -> str | None:
        """The id among ``ids`` whose name in either language is ``value``; None if none is."""
        wanted = folded(value)
        for id in ids:
            if wanted in {id, *map(folded, self._both(word(id)))}:
                return id
        return None

    def category(self, value: str) -> str | None:
        """The 申报类别 meant."""
        return self.named(CATEGORIES, lambda id: f"company.category.{id}", value)

    def ownership(self, value: str) -> str | None:
        """The 企业性质 meant."""
        return self.named(OWNERSHIPS, lambda id: f"company.ownership.{id}", value)

    def action_state(self, value: str) -> ActionState | None:
        """How far an action is meant to be."""
        found = self.named(ActionState, lambda id: f"report.action.{id}", value)
        return None if found is None else ActionState(found)

    @cached_property
    def business_types(self) -> Mapping[str, str]:
        """Names of the kinds of business in the workbook's language, by id."""
        language = self.words.language
        return {type_.id: type_.name.in_(language) for type_ in self.edition.business_types}

    def industry(self, value: str) -> str | None:
        """The division by its two digits or its name."""
        code = folded(value)[:2]
        if self.industries.division(code) is not None:
            return code
        wanted = squeezed(value)
        for section in self.industries.sections:
            for division in section.divisions:
                if wanted in {squeezed(division.name.in_(language)) for language in Language}:
                    return division.code
        return None

    def region(self, value: str) -> str | None:
        """The place by its code or its names from the province down, with or without 省, 市, 县."""
        wanted = squeezed(value).replace(_NO_PLACE, "")
        if wanted.isdigit():
            return wanted if self.regions.path(wanted) else None
        for spellings in (_exact, _short):
            found = frozenset(_regions(self.regions.provinces, wanted, spellings))
            if len(found) == 1:
                return next(iter(found))
        return None


def _regions(
    places: Iterable[Region], wanted: str, spellings: Callable[[str], Iterable[str]]
) -> Iterator[str]:
    """The codes of all places that ``wanted`` may name; a step between may be left out."""
    for place in places:
        for name in spellings(place.name):
            if wanted == name:
                yield place.code
            elif wanted.startswith(name):
                rest = wanted[len(name) :]
                yield from _regions(place.places, rest, spellings)
                for step in place.places:
                    yield from _regions(step.places, rest, spellings)


def _exact(name: str) -> Iterable[str]:
    """The name, and the name without what kind of place it is."""
    yield name
    for kind in _PLACE_KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= _SHORTEST:
            yield name.removesuffix(kind)
            return


def _short(name: str) -> Iterable[str]:
    """Every beginning of the name, as people shorten names of several peoples."""
    return (name[:length] for length in range(len(name), _SHORTEST - 1, -1))
