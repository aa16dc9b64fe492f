"""All hostile files, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile import cells, kinds, markup, zips
from tests.hostile.good import Case

CORPUS: Mapping[str, Case] = MappingProxyType(
    {**kinds.CASES, **zips.CASES, **markup.CASES, **cells.CASES}
)
