"""What people type into cells, look for in lists, or have written into documents."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

from digicom_desktop.documents.pdf_lines import break_lines
from digicom_desktop.documents.workbook_lines import split_lines, split_units
from digicom_desktop.documents.workbook_lists import Lists
from digicom_desktop.documents.workbook_parts import unescaped
from digicom_desktop.documents.workbook_sheet import as_number
from digicom_desktop.documents.workbook_typed import (
    date_text,
    folded,
    read_items,
    read_level,
    read_ticks,
    read_year,
    same,
    squeezed,
)
from digicom_desktop.documents.workbook_xml import escaped
from digicom_desktop.domain.choice_search import Choice, ChoiceSearch, the_one_meant
from digicom_desktop.domain.name_search import NameSearch, searchable
from digicom_desktop.domain.region import ways_below
from digicom_desktop.domain.text import Language, clean
from tests.domain.random_ratings import EDITION, LIBRARY
from tests.fuzz.subject import Subject, require
from tests.fuzz.typed import text_subject

_CELLS = (
    "三级",
    "Level 3",
    "3.0 级(较好)",
    "2025 年度",
    "1.1、2.3和4.2",
    "☑ 网店；☐ 平台",
    "45000.5",
    "",
)
_NAMES = ("婺源青禾茶业有限公司", "Qing He Tea", "138 0013 8000", "王", "１２３ａｂ", "a.b*c(d")
_PLACES = (
    "江西婺源",
    "360000",
    "浙江省金华市义乌市",
    "网店",
    "零售业",
    "52",
    "我开网店",
    "上饶",
    "",
)
_PARAGRAPH = "本企业于2024年起使用（ERP）系统；日均订单1,200单。See A-B/C, “quoted”。\n"


def cells() -> tuple[Subject, ...]:
    """Readers of cells and lists, and what lays out a text."""
    return (
        text_subject("typed cell", 40, _CELLS, _cell),
        text_subject("looked for", 8, _PLACES, _look_for),
        text_subject("names", 16, _NAMES, _names),
        text_subject("laid out", 20, (*_CELLS, _PARAGRAPH * 3), _lay_out),
    )


@cache
def _lists() -> Lists:
    words = LIBRARY.words(Language.ZH), LIBRARY.words(Language.EN)
    return Lists(EDITION, LIBRARY.regions(), LIBRARY.industries(), LIBRARY.metrics(), *words)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _cell(data: bytes) -> Iterable[str]:
    """A cell is read, and a clean text in it comes back as it is."""
    text, lists = _text(data), _lists()
    level, year = read_level(text, lists.levels), read_year(text)
    require(level is None or 0 <= level <= 4, "a level that there is not")
    require(year is None or 0 <= year <= 9999, "a year that there is not")
    items, known = read_items(text, EDITION.item_ids), set(EDITION.item_ids)
    require(items is None or set(items) <= known, "items that there are not")
    ticked, _ = read_ticks(text, lists.business_types)
    require(ticked <= lists.business_types.keys(), "options that there are not")
    for of_list in (lists.category, lists.ownership, lists.action_state, lists.industry):
        of_list(text)
    number = as_number(text)
    date_text(number)
    require(same(number, number), "a value that is another one")
    whole = clean(text)
    require(unescaped(escaped_twice(whole)) == whole, "another text out of a workbook")
    require(folded(folded(text)) == folded(text), "folded otherwise")
    require(squeezed(squeezed(text)) == squeezed(text), "squeezed otherwise")
    return ()


def escaped_twice(text: str) -> str:
    """``text`` as it comes out of the XML of a cell."""
    element = ElementTree.fromstring(f"<t>{escaped(text)}</t>")
    return element.text or ""


@cache
def _searches() -> tuple[ChoiceSearch, ChoiceSearch]:
    regions, industries = LIBRARY.regions(), LIBRARY.industries()
    below = [
        Choice(way[-1].code, " · ".join(place.name for place in way), way[-1].name, is_further=True)
        for way in ways_below(regions.provinces)
    ]
    provinces = [Choice(place.code, place.name) for place in regions.provinces]
    divisions = [
        Choice(d.code, f"{d.code} {d.name.zh}", d.name.zh, d.words)
        for section in industries.sections
        for d in section.divisions
    ]
    return ChoiceSearch([*provinces, *below]), ChoiceSearch(divisions)


def _look_for(data: bytes) -> Iterable[str]:
    text = _text(data)
    for search in _searches():
        found = search.find(text)
        require(all(a.fit <= b.fit for a, b in pairwise(found)), "the best is not first")
        the_one_meant(found)
        if found:
            require(bool(found[0].shown), "found without a name")
    region = _lists().region(text)
    require(region is None or bool(LIBRARY.regions().path(region)), "a place that there is not")
    return ()


def _names(data: bytes) -> Iterable[str]:
    """No name that is looked for is left in a text, as a person would find it."""
    text = _text(data)
    names = dict.fromkeys(searchable([text, *text.split()]), "*")
    search = NameSearch.of(names)
    for name in names:
        require(search.replaced(name) == "*", f"{name!r} was not found in itself")
    search.replaced(f"前{text}后 {text}")
    return ()


def _lay_out(data: bytes) -> Iterable[str]:
    """Nothing is lost where a text is cut."""
    text = clean(_text(data))
    for pieces in (split_lines(text, 20, 3), split_units(text, 50)):
        require("".join(pieces) == text, "cut otherwise than together")
    for line in text.split("\n"):
        laid = break_lines(line, [9.0 if ord(c) > 255 else 5.0 for c in line], 60, 18)
        kept = "".join(line[start:end] for start, end in laid)
        require("".join(kept.split()) == "".join(line.split()), "characters lost between lines")
    return ()
