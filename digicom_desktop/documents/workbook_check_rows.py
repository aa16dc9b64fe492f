"""Report → the formulas that compute the scores once more from the levels that are to be seen.

Only functions that Excel since 2010, WPS and LibreOffice all know; the numbers are the method's.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from digicom_desktop.documents.workbook_formulas import quoted
from digicom_desktop.documents.workbook_values import Formula, Line, Value, chartable, shown
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.report import ItemView, Report, ScoreView
from digicom_desktop.domain.scoring import shown_score

_NO_SCORE = "—"
_EXACT_DIGITS = 9
"""Digits that are safe from the rounding of binary fractions."""
_TOLERANCE = "0.051"
"""Scores are shown to one decimal: half of that is what rounding may differ by."""

_Level = Callable[[ItemView], int | None]
_SIDES: Sequence[tuple[str, _Level]] = (
    ("supported", lambda item: item.supported),
    ("declared", lambda item: item.claimed),
)
_POINTS = {"supported": "supported_points", "declared": "claimed_points"}


def points(report: Report, item: ItemView, column: str, level: int | None) -> Formula:
    """Points of ``item`` by the level in ``column`` of its row; none where it does not apply."""
    each = report.scoring.points_per_level
    nothing = quoted(report.words.say("workbook.not_applicable"))
    text = f'IF([items.claimed@{item.id}]={nothing},"",N([items.{column}@{item.id}])*{each})'
    result = _points(report, item, level)
    return Formula(text, "" if result is None else Decimal(result))


def _points(report: Report, item: ItemView, level: int | None) -> int | None:
    if item.state == "not_applicable":
        return None
    return (level or 0) * report.scoring.points_per_level


def check(report: Report) -> Iterator[Line]:
    """Both scores step by step, and whether they are the ones that this sheet shows."""
    say, scoring = report.words.say, report.scoring
    sides = [_Total(report, side, level) for side, level in _SIDES]
    values = {
        "depth_share": f"{float(scoring.depth_share):g}",
        "breadth_share": f"{float(scoring.breadth_share):g}",
        "best_count": scoring.best_count,
        "points": scoring.points_per_level,
    }
    for row in ("applicable", "best", "all", "exact", "score", "verdict"):
        cells = (getattr(side, row) for side in sides)
        name = say(f"workbook.check.{row}", **values)
        yield Line(row, (name, *cells, say(f"workbook.check_remark.{row}", **values)))


class _Total:
    """The steps to one of the two scores: formulas, and what they come to."""

    def __init__(self, report: Report, side: str, level: _Level) -> None:
        self._report, self._side = report, side
        found = (_points(report, item, level(item)) for item in report.items)
        self._points = sorted((p for p in found if p is not None), reverse=True)
        self._area = f"[items.{_POINTS[side]}]"

    @property
    def applicable(self) -> Formula:
        return Formula(f"COUNT({self._area})", Decimal(len(self._points)), "0")

    @property
    def best(self) -> Formula:
        """The mean of the best; of all where there are fewer."""
        area, count = self._area, self._report.scoring.best_count
        places = ",".join(map(str, range(1, count + 1)))
        best = f"SUMPRODUCT(LARGE({area},{{{places}}}))/{count}"
        text = self._if_any(f"IF({self._cell('applicable')}>{count},{best},{self._mean})")
        return Formula(text, _float(_mean(self._points[:count])))

    @property
    def all(self) -> Formula:
        return Formula(self._if_any(self._mean), _float(_mean(self._points)))

    @property
    def exact(self) -> Formula:
        scoring = self._report.scoring
        depth, breadth = _plain(scoring.depth_share), _plain(scoring.breadth_share)
        total = f"{depth}*{self._cell('best')}+{breadth}*{self._cell('all')}"
        text = self._if_any(f"ROUND({total},{_EXACT_DIGITS})")
        value = self._value
        result = _NO_SCORE if value is None else Decimal(rounded(value, _EXACT_DIGITS)).normalize()
        return Formula(text, result)

    @property
    def score(self) -> Formula:
        """Rounded as scores are shown: never up to a threshold that is missed."""
        exact, limits = self._cell("exact"), self._report.scoring.thresholds
        missed = ",".join(f"AND({exact}<{n},ROUND({exact},1)>={n})" for n in limits)
        rounding = f"IF(OR({missed}),ROUNDDOWN({exact},2),ROUND({exact},1))"
        score = shown_score(self._value, limits)
        return Formula(self._if_any(rounding), _NO_SCORE if score == _NO_SCORE else Decimal(score))

    @property
    def verdict(self) -> Formula:
        cell = f"[result.value@{self._side}]"
        score = self.score.result
        view = self._report.supported if self._side == "supported" else self._report.declared
        return _verdict(self._report, [(self._cell("score"), cell)], score == shown(view.shown))

    @property
    def _value(self) -> Fraction | None:
        scoring = self._report.scoring
        best, all_ = _mean(self._points[: scoring.best_count]), _mean(self._points)
        if best is None or all_ is None:
            return None
        return scoring.depth_share * best + scoring.breadth_share * all_

    @property
    def _mean(self) -> str:
        return f"SUM({self._area})/{self._cell('applicable')}"

    def _cell(self, row: str) -> str:
        return f"[check.{self._side}@{row}]"

    def _if_any(self, text: str) -> str:
        return f"IF({self._cell('applicable')}=0,{quoted(_NO_SCORE)},{text})"


def direction_checks(
    report: Report, id: str, items: Iterable[ItemView], views: Sequence[ScoreView]
) -> tuple[Value, ...]:
    """Both means of a direction once more, and whether they are those beside them."""
    return _mean_checks(report, "directions", id, [(item, 1) for item in items], views)


def characteristic_checks(report: Report, id: str, views: Sequence[ScoreView]) -> tuple[Value, ...]:
    """Both means of a characteristic once more, and whether they are those beside them."""
    weights = report.scoring.weights
    items = [(i, weight) for i in report.items if (weight := weights[i.id].get(id, 0))]
    return _mean_checks(report, "characteristics", id, items, views)


def _mean_checks(
    report: Report,
    block: str,
    id: str,
    items: Sequence[tuple[ItemView, int]],
    views: Sequence[ScoreView],
) -> tuple[Value, ...]:
    """``views`` are the evidence-backed and the declared mean as shown."""
    checks = [_weighted(report, side, level, items) for side, level in _SIDES]
    pairs = [(f"[{block}.check_{side}@{id}]", f"[{block}.{side}@{id}]") for side, _ in _SIDES]
    agree = all(
        check.result == ("" if (value := chartable(view)) is None else value)
        for check, view in zip(checks, views, strict=True)
    )
    return (*checks, _verdict(report, pairs, agree))


def _weighted(
    report: Report, side: str, level: _Level, items: Sequence[tuple[ItemView, int]]
) -> Formula:
    """The weighted mean of points; nothing where no item applies."""
    cells = [(f"[items.{_POINTS[side]}@{item.id}]", weight) for item, weight in items]
    weights = "+".join(f"{weight}*COUNT({cell})" for cell, weight in cells) or "0"
    total = "+".join(f"{weight}*N({cell})" for cell, weight in cells) or "0"
    found = [(_points(report, item, level(item)), weight) for item, weight in items]
    counted = [(p, weight) for p, weight in found if p is not None]
    result: Decimal | str = ""
    if counted:
        sum_ = sum(p * weight for p, weight in counted)
        mean = Fraction(sum_, sum(weight for _, weight in counted))
        result = Decimal(rounded(mean, 1))
    rounding = f"ROUND(ROUND(({total})/({weights}),{_EXACT_DIGITS}),1)"
    return Formula(f'IF(({weights})=0,"",{rounding})', result)


def _verdict(report: Report, pairs: Sequence[tuple[str, str]], agrees: bool) -> Formula:
    """Whether each pair of cells holds the same score, or the same text, or nothing."""
    same = ",".join(
        f"IF(AND(ISNUMBER({a}),ISNUMBER({b})),ABS({a}-{b})<{_TOLERANCE},{a}={b})" for a, b in pairs
    )
    say = report.words.say
    yes, no = say("workbook.verdict.agrees"), say("workbook.verdict.differs")
    return Formula(f"IF(AND({same}),{quoted(yes)},{quoted(no)})", yes if agrees else no)


def _mean(points: Sequence[int]) -> Fraction | None:
    return Fraction(sum(points), len(points)) if points else None


def _float(value: Fraction | None) -> Decimal | str:
    """As a spreadsheet computes it."""
    return _NO_SCORE if value is None else Decimal(f"{float(value):.15g}")


def _plain(share: Fraction) -> str:
    return f"{float(share):g}"
