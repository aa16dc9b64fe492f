"""The firm's figures as they come with the program, and whatever an editor can do wrong."""

from pathlib import Path
from string import Formatter

import pytest

from digicom_desktop.domain.metric import COMPANY_FIELDS
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.library.metric_file import check_metrics
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_METRICS = _LIBRARY.metrics()
_FILE = resources_folder() / "metrics.toml"
_UNITS = {metric.id: metric.unit.zh for metric in _METRICS.figures}


def test_every_figure_of_the_public_forms_is_there() -> None:
    assert [metric.id for metric in _METRICS.figures] == [
        "revenue", "total_assets", "profit_total", "employees_end", "it_staff", "tax_paid",
        "rd_spend", "digital_spend", "ec_trade", "ec_sales", "ec_purchase", "online_retail",
        "online_retail_goods", "platform_trade", "self_run_trade", "platform_merchants",
        "platform_merchants_active", "platform_users", "platform_users_active", "orders",
        "trade_total", "cbec_trade", "ip_count", "suppliers_connected", "farmers_helped",
    ]  # fmt: skip


def test_every_figure_is_for_types_of_business_that_an_edition_has() -> None:
    known = {
        kind.id
        for edition in _LIBRARY.edition_ids()
        for kind in _LIBRARY.edition(edition).business_types
    }
    for metric in _METRICS.figures:
        assert metric.business_types <= known, metric.id


def test_figures_of_the_company_are_among_them() -> None:
    assert COMPANY_FIELDS.keys() <= {metric.id for metric in _METRICS.figures}


def test_every_kind_has_its_own_unit() -> None:
    units = {(metric.kind.value, metric.unit.zh) for metric in _METRICS.figures}

    assert {unit for kind, unit in units if kind == "money"} == {"万元"}
    assert {unit for kind, unit in units if kind == "people"} == {"人"}
    assert {unit for kind, unit in units if kind == "count"} == {"家", "万户", "万单", "件", "户"}


@pytest.mark.parametrize("language", list(Language))
def test_every_check_has_its_sentence_with_both_sides(language: Language) -> None:
    sentences = _LIBRARY.words(language).sentences
    for check in _METRICS.checks:
        sentence = sentences[f"metrics.check.{check.id}"]
        said = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        units = {_UNITS[id] for id in (*check.left, *check.right)}
        assert said == ({"left", "right"} if len(units) == 1 else {"left", "base"})
    said = {id for id in sentences if id.startswith("metrics.check.")}
    assert said == {f"metrics.check.{check.id}" for check in _METRICS.checks}


def test_the_file_that_comes_with_the_program_is_whole() -> None:
    assert check_metrics(_FILE)[1] == ()


@pytest.mark.parametrize(
    ("problem", "field", "old", "new"),
    [
        ("syntax", "–", "[[metrics]]", "[[metrics]"),
        ("missing", "metrics[1].kind", 'kind = "money"', ""),
        ("untranslated", "metrics[1].name.en", 'name.en = "Operating revenue"', ""),
        ("untranslated", "metrics[1].name.en", '"Operating revenue"', '"营业收入"'),
        ("not_a_choice", "metrics[1].kind", 'kind = "money"', 'kind = "gold"'),
        ("not_a_choice", "checks[3].relation", 'relation = "equal"', 'relation = "equals"'),
        ("not_a_list", "metrics[1].business_types", "business_types = []", 'business_types = "a"'),
        ("unknown_key", "metrics[1].colour", 'id = "revenue"', 'id = "revenue"\ncolour = "red"'),
        ("unknown_key", "sources.nowhere", "[sources.own]",
         '[sources.nowhere]\nzh = "无"\nen = "none"\n\n[sources.own]'),
        ("missing", "sources.statistic", 'source = "statistics"', 'source = "statistic"'),
        ("missing", "groups.sizes", 'group = "size"', 'group = "sizes"'),
        ("unknown_id", "may_be_negative", '["profit_total"]', '["profit"]'),
        ("unknown_id", "goods_within_retail.left", 'left = ["online_retail_goods"]',
         'left = ["online_goods"]'),
        ("missing", "goods_within_retail.left", 'left = ["online_retail_goods"]', "left = []"),
        ("repeated_id", "metrics", 'id = "total_assets"', 'id = "revenue"'),
        ("repeated_id", "checks", 'id = "retail_within_sales"', 'id = "goods_within_retail"'),
        ("not_a_number", "doubts[1].percent", "percent = 120", "percent = 1.2"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_file_is_named(
    tmp_path: Path, problem: str, field: str, old: str, new: str
) -> None:
    text = _FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "metrics.toml").write_text(text.replace(old, new, 1), encoding="utf-8")

    found = {(f.problem, f.field) for f in check_metrics(tmp_path / "metrics.toml")[1]}

    assert (problem, field) in found
    with pytest.raises(DigicomError, match=r"edition\.broken"):
        Library(tmp_path).metrics()


def test_a_missing_file_is_a_known_failure(tmp_path: Path) -> None:
    with pytest.raises(DigicomError, match=r"edition\.broken\.unreadable") as failure:
        Library(tmp_path).metrics()
    for language in Language:
        assert "metrics.toml" in _LIBRARY.words(language).error(failure.value)
