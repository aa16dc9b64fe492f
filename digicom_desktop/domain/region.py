"""Administrative divisions of China: province › city › county, looked up by GB/T 2260 code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """One division; ``virtual`` marks second-level nodes that are no real place (市辖区)."""

    code: str
    name: str
    children: tuple["Region", ...] = ()
    virtual: bool = False

    @property
    def places(self) -> tuple["Region", ...]:
        """The real places below; those below a virtual node stand where it would.

        So a district of 北京市 and a county that its province governs itself are the second step.
        """
        return tuple(
            place
            for child in self.children
            for place in (child.places if child.virtual else (child,))
        )


@dataclass(frozen=True, slots=True)
class Regions:
    """All divisions, as a tree below the provinces. Some cities (东莞市) have no counties.

    ``former`` holds the codes of places that were merged or were given another code.
    """

    provinces: tuple[Region, ...]
    former: frozenset[str] = frozenset()

    def knows(self, code: str) -> bool:
        """Whether there is a place with this code, or once was."""
        return code in self.former or bool(self.path(code))

    def path(self, code: str) -> tuple[Region, ...]:
        """The divisions from the province down to ``code``; empty if there is no such code.

        Codes are abolished over the years, so a stored one may be unknown: no error.
        """
        path: list[Region] = []
        below = self.provinces
        for digits in (2, 4, 6):
            region = next((r for r in below if r.code[:digits] == code[:digits]), None)
            if region is None:
                break
            path.append(region)
            below = region.children
        return tuple(path) if path and path[-1].code == code else ()

    def province(self, code: str) -> Region | None:
        """The province that ``code`` lies in, also of a place that is no more."""
        return next((p for p in self.provinces if code and p.code[:2] == code[:2]), None)

    def steps(self, code: str) -> tuple[Region, ...]:
        """The real places from the province down to ``code``, as a person chooses them."""
        return tuple(region for region in self.path(code) if not region.virtual)

    def full_name(self, code: str) -> str:
        """The name as an address begins with it (江西省上饶市婺源县); "" for an unknown code."""
        return "".join(region.name for region in self.steps(code))


def ways_below(places: Iterable[Region]) -> Iterator[tuple[Region, ...]]:
    """The real places below ``places``, each with those that lead down to it, upper ones first."""
    ways: list[tuple[Region, ...]] = [(place,) for place in places]
    while ways:
        ways = [(*way, below) for way in ways for below in way[-1].places]
        yield from ways
