"""The manual as values: chapters of plain blocks, read from a little markup."""

import re
from dataclasses import dataclass
from enum import StrEnum

_PICTURE = re.compile(r"!\[(?P<caption>[^\]]+)\]\((?P<name>[a-z]+)\)")
_STEP = re.compile(r"(?P<number>\d+\.) (?P<text>.+)")


class BlockKind(StrEnum):
    """What a block is shown as."""

    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    STEP = "step"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class ManualBlock:
    """``mark`` is the number of a step, and the name of a picture, whose caption is ``text``."""

    kind: BlockKind
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the manual."""

    id: str
    title: str
    blocks: tuple[ManualBlock, ...]


def read_chapter(id: str, source: str) -> Chapter:
    """The chapter ``id`` whose first line is "# title".

    Every line is a block: "## heading", "- bullet", "1. step", "![caption](picture)", or text.
    Nothing else means anything. Raises ValueError without a title: our own file is broken then.
    """
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    if not lines or not lines[0].startswith("# "):
        raise ValueError(f"the chapter {id} has no title")
    title = lines[0].removeprefix("# ")
    return Chapter(id, title, tuple(_block(line) for line in lines[1:]))


def _block(line: str) -> ManualBlock:
    if line.startswith("## "):
        return ManualBlock(BlockKind.HEADING, line.removeprefix("## "))
    if line.startswith("- "):
        return ManualBlock(BlockKind.BULLET, line.removeprefix("- "))
    if step := _STEP.fullmatch(line):
        return ManualBlock(BlockKind.STEP, step["text"], step["number"])
    if picture := _PICTURE.fullmatch(line):
        return ManualBlock(BlockKind.PICTURE, picture["caption"], picture["name"])
    return ManualBlock(BlockKind.TEXT, line)
