"""The package's own source as syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One module of the package; ``path`` is relative to the project, with slashes."""

    path: str
    tree: ast.Module

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """All calls of a function or method that is named like one of ``names``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called_name(node) in names:
                yield node

    def at(self, node: ast.AST) -> str:
        """Where ``node`` stands, as editors understand it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def read_sources(root: Path) -> list[Source]:
    """Every module of the package in the project folder ``root``."""
    paths = sorted((root / "digicom_desktop").rglob("*.py"))
    return [
        Source(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in paths
    ]


def called_name(call: ast.Call) -> str:
    """The last name of what is called: ``say`` of ``self.words.say(…)``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literal(node: ast.expr | None) -> str | None:
    """The text of a string literal, None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
