"""All hostile files: the suffix, a stroke and what it is → the case."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile import packages
from tests.hostile.corpus import CORPUS
from tests.hostile.good import Case

REFUSED = "?"
"""Expected of what gets any sentence."""


def _refused(case: Case) -> Case:
    return Case(case.build, REFUSED)


ALL: Mapping[str, Case] = MappingProxyType(
    {f".xlsx/{name}": case for name, case in CORPUS.items()}
    | {f".digicom/{name}": case for name, case in packages.CASES.items()}
    | {f".digicom/workbook: {name}": _refused(case) for name, case in CORPUS.items()}
    | {f".xlsx/package: {name}": _refused(case) for name, case in packages.CASES.items()}
)
