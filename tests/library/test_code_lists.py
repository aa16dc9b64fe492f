"""Regions and industries as they come with the program."""

import pytest

from digicom_desktop.domain.region import Region
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())


def _all(region: Region) -> list[Region]:
    return [region, *(inner for child in region.children for inner in _all(child))]


def test_all_provinces_cities_and_counties_are_there() -> None:
    provinces = _LIBRARY.regions().provinces
    assert len(provinces) == 34
    everything = [region for province in provinces for region in _all(province)]
    assert len(everything) == 3223
    assert len({region.code for region in everything}) == 3223
    counties = [c for p in provinces for city in p.children for c in city.children]
    assert len(counties) == 2847


def test_every_region_is_found_by_its_code() -> None:
    regions = _LIBRARY.regions()
    for province in regions.provinces:
        for region in _all(province):
            assert regions.path(region.code)[-1] is region


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("361130", "江西省上饶市婺源县"),
        ("361100", "江西省上饶市"),
        ("110101", "北京市东城区"),
        ("110100", "北京市"),
        ("429004", "湖北省仙桃市"),
        ("441900", "广东省东莞市"),
        ("810000", "香港特别行政区"),
        ("500112", ""),
        ("", ""),
        ("36", ""),
        ("婺源县", ""),
    ],
)
def test_a_full_name_reads_like_an_address(code: str, name: str) -> None:
    assert _LIBRARY.regions().full_name(code) == name


def test_all_sections_and_divisions_are_there_in_both_languages() -> None:
    sections = _LIBRARY.industries().sections
    assert "".join(section.code for section in sections) == "ABCDEFGHIJKLMNOPQRST"
    divisions = [division for section in sections for division in section.divisions]
    assert len(divisions) == len({division.code for division in divisions}) == 97
    names = [section.name for section in sections] + [division.name for division in divisions]
    assert all(name.zh and name.en for name in names)


def test_a_division_leads_to_its_section() -> None:
    industries = _LIBRARY.industries()
    division, section = industries.division("52"), industries.section_of("52")
    assert division is not None
    assert section is not None
    assert (section.code, section.name.zh, division.name.zh) == ("F", "批发和零售业", "零售业")
    assert industries.section("F") is section


@pytest.mark.parametrize("code", ["", "00", "5", "520", "F"])
def test_an_unknown_division_is_none(code: str) -> None:
    assert _LIBRARY.industries().division(code) is None
    assert _LIBRARY.industries().section_of(code) is None
