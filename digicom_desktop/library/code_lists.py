"""JSON files of codes → regions and industries."""

import json
from pathlib import Path
from typing import Any

from digicom_desktop.domain.industry import Industries, IndustryDivision, IndustrySection
from digicom_desktop.domain.region import Region, Regions
from digicom_desktop.domain.text import LocalizedText


def read_regions(path: Path) -> Regions:
    """All divisions of ``regions.json``."""
    return Regions(tuple(_region(node) for node in _load(path)["divisions"]))


def read_industries(path: Path) -> Industries:
    """All sections of ``industries.json``."""
    return Industries(tuple(_section(node) for node in _load(path)["sections"]))


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _region(node: Any) -> Region:
    children = tuple(_region(child) for child in node.get("children", ()))
    return Region(node["code"], node["name"], children, node.get("virtual", False))


def _section(node: Any) -> IndustrySection:
    divisions = tuple(IndustryDivision(d["code"], _name(d)) for d in node["divisions"])
    return IndustrySection(node["code"], _name(node), divisions)


def _name(node: Any) -> LocalizedText:
    return LocalizedText(node["name_zh"], node["name_en"])
