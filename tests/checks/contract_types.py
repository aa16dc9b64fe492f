"""Two kinds of import contract that import-linter lacks."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from importlinter import Contract, ContractCheck, fields, output

if TYPE_CHECKING:
    from grimp import ImportGraph


class _DirectImports(Contract):
    """Looks at each import by itself, and names those that break the rule."""

    def check(self, graph: "ImportGraph", verbose: bool) -> ContractCheck:
        illegal = [f"{importer} -> {imported}" for importer, imported in self._illegal(graph)]
        return ContractCheck(kept=not illegal, metadata={"illegal": illegal})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["illegal"]:
            output.print_error(f"- {line}", bold=False)

    def _illegal(self, graph: "ImportGraph") -> Iterator[tuple[str, str]]:
        raise NotImplementedError


class PureContract(_DirectImports):
    """What a package may import is named; all else is forbidden, so no list can be too short.

    - source_modules: packages, each with all that is in it; they may import themselves.
    - allowed_modules: packages they may import, external ones included.
    """

    type_name = "pure"

    source_modules: Any = fields.ListField(subfield=fields.StringField())
    allowed_modules: Any = fields.ListField(subfield=fields.StringField())

    def _illegal(self, graph: "ImportGraph") -> Iterator[tuple[str, str]]:
        for source in self.source_modules:
            # Raises for a source that does not exist, which would be green for ever.
            for importer in sorted({source} | graph.find_descendants(source)):
                for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                    if not _inside(imported, [*self.source_modules, *self.allowed_modules]):
                        yield importer, imported


class MonopolyContract(_DirectImports):
    """Some libraries have one home: nobody else imports them, whether or not anybody does yet.

    - libraries: top-level modules, of the standard library or installed.
    - homes: the packages of ours that may import them; none for what nobody may.
    """

    type_name = "monopoly"

    libraries: Any = fields.ListField(subfield=fields.StringField())
    homes: Any = fields.ListField(subfield=fields.StringField())

    def _illegal(self, graph: "ImportGraph") -> Iterator[tuple[str, str]]:
        for home in self.homes:
            graph.find_children(home)  # raises for a home that does not exist
        for library in set(self.libraries) & graph.modules:
            for importer in sorted(graph.find_modules_that_directly_import(library)):
                if not _inside(importer, self.homes):
                    yield importer, library


def _inside(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)
