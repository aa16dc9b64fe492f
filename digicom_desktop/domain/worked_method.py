"""The scoring method step by step with one firm's own numbers, to be followed with a calculator.

Shares, counts and points are those of the edition's method (guideline.Method).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from digicom_desktop.domain.guideline import Edition, Item
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.scoring import ItemResult, Rating, Result, shown_score, thresholds
from digicom_desktop.domain.words import Words
from digicom_desktop.domain.worked_level import level_lines

_PLACES = 4
"""Decimals of a number on the way; what is shown is rounded from the exact fraction."""


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One step of the calculation with its lines."""

    title: str
    lines: tuple[str, ...]


def worked(
    edition: Edition, ratings: Mapping[str, Rating], result: Result, words: Words
) -> tuple[WorkedStep, ...]:
    """How the scores and the level of ``result``, that of ``ratings``, come about.

    Where no item applies there is no score, and the steps end with that sentence.
    """
    return tuple(_Working(edition, ratings, result, words).steps())


class _Working:
    def __init__(
        self, edition: Edition, ratings: Mapping[str, Rating], result: Result, words: Words
    ) -> None:
        self._edition, self._method, self._words = edition, edition.method, words
        self._ratings, self._result = ratings, result
        self._applying = [i for i in edition.items if result.items[i.id].applies]
        self._count = min(self._method.best_count, len(self._applying))
        """How many the best ones are."""

    def steps(self) -> Iterator[WorkedStep]:
        yield self._step("items", (self._item(item) for item in self._edition.items))
        yield self._step("applicable", [self._applicable()])
        if not self._applying:
            return
        yield self._step("best", self._best())
        yield self._step("all", [self._all()])
        yield self._step("supported", self._total(self._result.supported, _supported))
        yield self._step("declared", self._declared())
        yield self._step("level", level_lines(self._edition, self._result, self._words))

    def _step(self, name: str, lines: Iterable[str]) -> WorkedStep:
        return WorkedStep(self._say(f"{name}.title", count=self._count), tuple(lines))

    def _say(self, id: str, /, **values: object) -> str:
        return self._words.say(f"worked.{id}", **values)

    def _item(self, item: Item) -> str:
        result = self._result.items[item.id]
        name = self._say("item", id=item.id, title=item.title.in_(self._words.language))
        if not result.applies:
            return self._say("item.not_applicable", item=name)
        if result.claimed is None:
            return self._say("item.unanswered", item=name)
        level, each = _supported(result), self._method.points_per_level
        return self._say(
            "item.answered",
            item=name,
            claimed=result.claimed,
            evidence=self._evidence(item, result),
            level=level,
            each=each,
            points=level * each,
        )

    def _evidence(self, item: Item, result: ItemResult) -> str:
        """What the cap of an item follows from."""
        grade, method = result.grade, self._method
        name = self._edition.grade_names[grade].in_(self._words.language)
        said = self._say("item.grade", grade=grade, name=name, cap=method.grade_caps[grade])
        if (result.claimed or 0) < method.figure_needed_from:
            return said
        has_figure = self._ratings.get(item.id, Rating()).has_figure
        figure = "item.figure" if has_figure else "item.no_figure"
        return said + self._say(figure, cap=method.level_without_figure)

    def _applicable(self) -> str:
        total, applying = len(self._edition.items), len(self._applying)
        if not applying:
            return self._say("no_score")
        return self._say("applicable", total=total, out=total - applying, applying=applying)

    def _points(self, level: Callable[[ItemResult], int]) -> list[tuple[str, int]]:
        """The applicable items with their points, best first, equal ones in edition order."""
        each = self._method.points_per_level
        points = [(i.id, level(self._result.items[i.id]) * each) for i in self._applying]
        return sorted(points, key=lambda pair: -pair[1])

    def _best(self) -> Iterator[str]:
        best = self._points(_supported)[: self._count]
        if self._count < self._method.best_count:
            yield self._say("best.fewer", applying=self._count, best=self._method.best_count)
        yield self._listed(best)
        total = sum(points for _, points in best)
        yield self._say(
            "best",
            terms=" + ".join(str(points) for _, points in best),
            sum=total,
            count=self._count,
            mean=_equals(Fraction(total, self._count)),
        )

    def _listed(self, points: Iterable[tuple[str, int]]) -> str:
        each = (self._say("points", id=id, points=value) for id, value in points)
        return self._say("list").join(each)

    def _all(self) -> str:
        total, count = sum(p for _, p in self._points(_supported)), len(self._applying)
        return self._say("all", sum=total, count=count, mean=_equals(Fraction(total, count)))

    def _total(self, score: Fraction | None, level: Callable[[ItemResult], int]) -> Iterator[str]:
        """The formula with its numbers, its exact value, and how that is shown."""
        points, method = [value for _, value in self._points(level)], self._method
        best, all_ = sum(points[: self._count]), sum(points)
        depth = method.depth_share * Fraction(best, self._count)
        breadth = method.breadth_share * Fraction(all_, len(points))
        parts = f"{_decimal(depth)} + {_decimal(breadth)}"
        is_exact = _is_decimal(depth) and _is_decimal(breadth)
        yield self._say(
            "total",
            depth=_share(method.depth_share),
            best=best,
            count=self._count,
            breadth=_share(method.breadth_share),
            all=all_,
            applying=len(points),
            parts=f"= {parts}" if is_exact else f"≈ {parts}",
            result=_equals(depth + breadth),
        )
        yield from self._shown(depth + breadth, score)

    def _shown(self, exact: Fraction, score: Fraction | None) -> Iterator[str]:
        """The exact value where it can be read, or is needed to see why it is cut off."""
        shown, rounded_ = shown_score(score, thresholds(self._method)), shown_score(score)
        if shown == rounded_ and not _is_decimal(exact):
            yield self._say("shown.rounded", shown=shown)
            return
        yield self._say("shown", exact=exact, shown=shown)
        if shown != rounded_:
            yield self._say("shown.two_decimals", rounded=rounded_)

    def _declared(self) -> Iterator[str]:
        yield self._say("declared")
        yield self._listed(self._points(_claimed)[: self._count])
        yield from self._total(self._result.declared, _claimed)


def _claimed(result: ItemResult) -> int:
    return result.claimed or 0


def _supported(result: ItemResult) -> int:
    return result.supported or 0


def _decimal(value: Fraction) -> str:
    """``value`` to four decimals, half up, without trailing zeros."""
    return rounded(value, _PLACES).rstrip("0").rstrip(".")


def _is_decimal(value: Fraction) -> bool:
    """Whether four decimals are all of ``value``."""
    return Fraction(_decimal(value)) == value


def _equals(value: Fraction) -> str:
    return f"{'=' if _is_decimal(value) else '≈'} {_decimal(value)}"


def _share(share: Fraction) -> str:
    """A share as a decimal, or as a fraction in brackets where that would not be all of it."""
    return _decimal(share) if _is_decimal(share) else f"({share})"
