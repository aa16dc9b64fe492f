"""Which of several checked files belong together: those of one firm and year have one code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digicom_desktop.domain.verdict import Checked, Verdict


@dataclass(frozen=True, slots=True)
class Together:
    """Files and typed codes of one firm and year; ``codes`` has the names that have each code.

    A PDF and a typed code do not say whose they are: "" and None where nothing else does.
    """

    firm: str
    year: int | None
    codes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def code(self) -> str:
        """The code that all of them have, "" where they differ."""
        return self.codes[0][0] if len(self.codes) == 1 else ""

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(names) for _, names in self.codes)


_Whose = tuple[str, int | None]


def together(results: Sequence[tuple[str, Checked]]) -> tuple[Together, ...]:
    """``results``, each with the name of its file, firm by firm; nothing of what stands alone."""
    coded = [(n, c) for n, c in results if c.code and c.verdict is not Verdict.MISTYPED]
    owners = {c.code: _whose(c) for _, c in coded if c.firm}
    firms = set(owners.values())
    # Where all that is known is of one firm, somebody laid the others beside it for a reason.
    only = next(iter(firms)) if len(firms) == 1 else ("", None)
    groups: dict[_Whose, list[tuple[str, str]]] = {}
    for name, checked in coded:
        whose = _whose(checked) if checked.firm else owners.get(checked.code, only)
        groups.setdefault(whose, []).append((name, checked.code))
    return tuple(_group(whose, named) for whose, named in groups.items() if len(named) > 1)


def _whose(checked: Checked) -> _Whose:
    return checked.firm, checked.year


def _group(whose: _Whose, named: Iterable[tuple[str, str]]) -> Together:
    codes: dict[str, list[str]] = {}
    for name, code in named:
        codes.setdefault(code, []).append(name)
    return Together(*whose, tuple((code, tuple(names)) for code, names in codes.items()))
