"""What became of the runs: how many, how quick, and what was said of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.fuzz.subject import Subject


@dataclass
class Count:
    """Of one subject: ``turned_away`` at the first gate, ``seconds`` of one core in all."""

    runs: int = 0
    turned_away: int = 0
    seconds: float = 0.0
    said: "Counter[str]" = field(default_factory=Counter)


@dataclass
class Tally:
    """Of all subjects, by name."""

    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, subject: Subject, said: Iterable[str], seconds: float) -> None:
        """One more run, of which ``said`` was said."""
        count = self.counts.setdefault(subject.name, Count())
        ids = set(said) or {"read"}
        count.runs += 1
        count.turned_away += not ids.isdisjoint(subject.gate)
        count.seconds += seconds
        count.said.update(ids)

    @property
    def runs(self) -> int:
        """All of them."""
        return sum(count.runs for count in self.counts.values())

    @property
    def turned_away(self) -> int:
        """Those that did not come past the first gate."""
        return sum(count.turned_away for count in self.counts.values())

    def reached(self, prefix: str) -> frozenset[str]:
        """The ids that begin with ``prefix`` and were said."""
        ids = {id for count in self.counts.values() for id in count.said}
        return frozenset(id for id in ids if id.startswith(prefix))

    def lines(self) -> Iterable[str]:
        """A line for each subject: runs, runs a second, how many were let in, what was said."""
        for name, count in self.counts.items():
            pace = count.runs / count.seconds if count.seconds else 0
            let_in = 100 * (count.runs - count.turned_away) / count.runs
            said = ", ".join(f"{id} {n}" for id, n in count.said.most_common(5))
            yield f"{name:<24}{count.runs:>9}{pace:>9.0f}/s{let_in:>5.0f} %  {said}"
