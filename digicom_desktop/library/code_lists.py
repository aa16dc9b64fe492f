"""JSON files of codes → regions, industries and size classes."""

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

from digicom_desktop.domain.industry import Industries, IndustryDivision, IndustrySection
from digicom_desktop.domain.region import Region, Regions
from digicom_desktop.domain.size_class import GroupQuestion, SizeClass, SizeRule, SizeStandard
from digicom_desktop.domain.text import LocalizedText


def read_regions(path: Path) -> Regions:
    """All divisions of ``regions.json``, and the codes of former ones."""
    lists = _load(path)
    former = frozenset(code for codes in lists["former"] for code in codes.split())
    return Regions(tuple(_region(node) for node in lists["divisions"]), former)


def read_industries(path: Path) -> Industries:
    """All sections of ``industries.json``."""
    return Industries(tuple(_section(node) for node in _load(path)["sections"]))


def read_size_standard(path: Path) -> SizeStandard:
    """The rows and divisions of ``size_classes.json``."""
    standard = _load(path)
    rules = [_size_rule(node) for node in standard["industries"]]
    divisions = standard["divisions"]
    asked = {code: node for code, node in divisions.items() if isinstance(node, dict)}
    return SizeStandard(
        rules=MappingProxyType({rule.id: rule for rule in rules}),
        divisions=MappingProxyType({c: id for c, id in divisions.items() if c not in asked}),
        questions=MappingProxyType({code: _question(node) for code, node in asked.items()}),
    )


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _region(node: Any) -> Region:
    children = tuple(_region(child) for child in node.get("children", ()))
    return Region(node["code"], node["name"], children, node.get("virtual", False))


def _section(node: Any) -> IndustrySection:
    divisions = tuple(
        IndustryDivision(d["code"], _name(d), tuple(d.get("words", ()))) for d in node["divisions"]
    )
    return IndustrySection(node["code"], _name(node), divisions)


def _size_rule(node: Any) -> SizeRule:
    bounds = {SizeClass(size): MappingProxyType(b) for size, b in node["lower_bounds"].items()}
    return SizeRule(node["id"], _name(node), MappingProxyType(bounds))


def _question(node: Any) -> GroupQuestion:
    return GroupQuestion(MappingProxyType(node["groups"]), node["default"])


def _name(node: Any) -> LocalizedText:
    return LocalizedText(node["name_zh"], node["name_en"])
