from pathlib import Path

import pytest

from digicom_desktop.domain.region import Regions
from digicom_desktop.library import Library


@pytest.fixture(scope="module")
def regions() -> Regions:
    return Library(Path(__file__).parents[2] / "resources").regions()


def names(regions: Regions, code: str) -> list[str]:
    return [region.name for region in regions.steps(code)]


def test_a_person_chooses_province_city_and_county(regions: Regions) -> None:
    assert names(regions, "361130") == ["江西省", "上饶市", "婺源县"]


def test_nobody_chooses_a_node_that_is_no_place(regions: Regions) -> None:
    assert names(regions, "110101") == ["北京市", "东城区"]
    (beijing,) = regions.path("110000")
    assert "市辖区" not in {place.name for place in beijing.places}
    assert len(beijing.places) == 16


def test_a_county_under_its_province_stands_beside_the_cities(regions: Regions) -> None:
    (hubei,) = regions.path("420000")
    assert {"武汉市", "仙桃市"} <= {place.name for place in hubei.places}


def test_a_city_without_counties_has_nothing_below(regions: Regions) -> None:
    assert regions.steps("441900")[-1].places == ()


def test_every_real_place_is_reached_by_at_most_three_steps(regions: Regions) -> None:
    for province in regions.provinces:
        for city in province.places:
            for place in (city, *city.places):
                assert regions.steps(place.code)[-1] == place
                assert not any(below.places for below in city.places)


def test_a_place_of_former_days_is_known_and_not_offered(regions: Regions) -> None:
    assert len(regions.former) > 500
    for code in regions.former:
        assert regions.knows(code)
        assert regions.path(code) == ()
    assert regions.knows("361130")
    assert not regions.knows("320594") and not regions.knows("") and not regions.knows("<b>")


def test_an_unknown_code_has_no_steps(regions: Regions) -> None:
    assert regions.steps("999999") == () == regions.steps("<img src=x>")
