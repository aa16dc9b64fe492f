"""What triggers each rule about figures and the plan, and what nearly does."""

from collections.abc import Mapping
from dataclasses import replace

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.plan import Action, ActionState
from digicom_desktop.domain.previous import PreviousAnswer
from tests.domain.review_stage import (
    Case,
    answered,
    case,
    figure,
    firm,
    last_year,
    metric,
    planned,
)

_PLATFORM = frozenset({"platform", "retailer"})


def _revenue(current: str, previous: str = "", employees: str = "86") -> Assessment:
    return metric("revenue", current, previous, firm(employees=employees))


def _cross_border(current: str, previous: str = "") -> Assessment:
    """A trading firm that states what it trades across the border."""
    base = replace(metric("cbec_trade", current, previous), profile=frozenset({"foreign_trade"}))
    return metric("trade_total", "20,000", "20,000", base)


def _platform(id: str, current: str) -> Assessment:
    """A platform with another figure."""
    return replace(metric(id, current), profile=_PLATFORM)


def _online(orders: str, sales: str, before: tuple[str, str] = ("", "")) -> Assessment:
    """A firm with that many orders, and their value."""
    small = replace(firm(revenue="100"), metrics={})
    return metric("orders", orders, before[0], metric("ec_sales", sales, before[1], small))


def _market(users: str, trade: str = "", merchants: str = "") -> Assessment:
    """A platform with that many users and merchants, and what they trade."""
    bare = replace(firm(), metrics={}, profile=_PLATFORM)
    figures = {"platform_users": users, "platform_trade": trade, "platform_merchants": merchants}
    for id, text in figures.items():
        bare = metric(id, text, base=bare)
    return bare


def _helped(farmers: str) -> Assessment:
    """A firm with a revenue of 48.6 万元 that supports so many."""
    return metric("farmers_helped", farmers, base=replace(firm(revenue="48.6"), metrics={}))


def _small(revenue: str, tax: str) -> Assessment:
    """A firm that states nothing but its revenue and its taxes."""
    return metric("tax_paid", tax, base=replace(firm(revenue=revenue, total_assets=""), metrics={}))


def _action(due: str = "2026-06", **fields: object) -> Action:
    known = {"text": "补合同", "owner": "程", **fields}
    return Action("a1", "1.1", due=due, **known)  # type: ignore[arg-type]


CASES: Mapping[str, tuple[Case, ...]] = {
    "figure.typed": (
        case(figure("1.1.k1", "约一成"), figure("1.1.k1", "10.5 %"), "1.1.k1"),
        case(figure("1.1.k1", "11", "一成"), figure("1.1.k1", "11", ""), "1.1.k1.previous"),
        # What does not apply, or waits to be confirmed, is not looked at.
        case(
            figure("2.2.k1", "许多"),
            answered("2.2", figure("2.2.k1", "许多"), not_applicable=True),
            "2.2.k1",
        ),
        case(
            figure("2.2.k1", "许多"),
            answered("2.2", figure("2.2.k1", "许多"), to_confirm=True),
            "2.2.k1",
        ),
    ),
    "metric.typed": (
        case(metric("ec_sales", "若干"), metric("ec_sales", "2,590万"), "metrics.ec_sales"),
        case(
            metric("revenue", "4,860", "4,21"),
            metric("revenue", "4,860", "4,210"),
            "metrics.revenue.previous",
        ),
        # The assessed year of some stands among the firm's fields and is judged there.
        case(metric("tax_paid", "-1"), metric("revenue", "-1", "4,210"), "metrics.tax_paid"),
        # What does not apply to the firm is not asked for.
        case(
            replace(metric("platform_users", "许多"), profile=_PLATFORM),
            metric("platform_users", "许多"),
            "metrics.platform_users",
        ),
    ),
    "metric_check": (
        case(
            metric("online_retail_goods", "2,505"),
            metric("online_retail_goods", "2,504.01"),
            "metrics.goods_within_retail",
            metric("online_retail_goods", "2,506"),
        ),
        case(
            metric("ec_trade", "2,686", "2,030"),
            metric("ec_trade", "2,686", "2,034"),
            "metrics.trade_is_sales_plus_purchases.previous",
        ),
        case(
            metric("it_staff", "87", "11"),
            metric("it_staff", "87", "11", firm(employees="许多")),
            "metrics.it_staff_within_employees",
        ),
    ),
    "metric_doubt": (
        case(
            metric("ec_sales", "5,833", "1,963"),
            metric("ec_sales", "5,832", "1,963"),
            "metrics.sales_above_revenue",
            metric("ec_sales", "5,900", "1,963"),
        ),
        # Orders are counted in ten thousands: 2568 of them are 0.2568, or 2568单.
        case(_online("2568", "90"), _online("2568单", "90"), "metrics.orders_below_one_yuan"),
        case(_online("91", "90"), _online("90", "90"), "metrics.orders_below_one_yuan"),
        case(
            _online("20.6", "90", before=("2568", "85")),
            _online("20.6", "90", before=("", "85")),
            "metrics.orders_below_one_yuan.previous",
        ),
        case(_online("1单", "10.5"), _online("1单", "10"), "metrics.orders_above_100_000_yuan"),
        case(
            _market(users="25000", trade="800"),
            _market(users="25000户", trade="800"),
            "metrics.users_below_one_yuan",
        ),
        case(
            _market(users="0.5", merchants="8000"),
            _market(users="0.8", merchants="8000"),
            "metrics.merchants_above_users",
        ),
        case(_helped("48601"), _helped("48600"), "metrics.farmers_below_ten_yuan"),
    ),
    "figure.share": (
        case(
            figure("1.1.k1", "100.01"),
            figure("1.1.k1", "100"),
            "1.1.k1",
            figure("1.1.k1", "730"),
        ),
        case(
            figure("1.1.k1", "1", "-0.1"),
            figure("1.1.k1", "1", "0"),
            "1.1.k1.previous",
        ),
        # Net promoters are counted from -100 to 100, and days are no share.
        case(figure("1.1.k1", "-5"), figure("6.3.k2", "-5"), "1.1.k1"),
        case(figure("1.1.k1", "120"), figure("1.1.k2", "120"), "1.1.k1"),
    ),
    "figure.percent_over": (
        case(
            figure("1.4.k2", "100.01"),
            figure("1.4.k2", "100"),
            "1.4.k2",
            figure("1.4.k2", "730"),
        ),
        case(
            figure("1.4.k2", "1", "-0.1"),
            figure("1.4.k2", "1", "0"),
            "1.4.k2.previous",
        ),
        # Net promoters are counted from -100 to 100, and days are no share.
        case(figure("1.4.k2", "-5"), figure("6.3.k2", "-5"), "1.4.k2"),
        case(figure("1.4.k2", "120"), figure("2.2.k1", "120"), "1.4.k2"),
    ),
    "figure.twice": (
        # The same in another unit, rounded, or blank on one side, it is one figure.
        case(
            figure("4.3.k1", "950", base=_cross_border("978")),
            figure("4.3.k1", "9,780,000元", base=_cross_border("978.00")),
            "4.3.k1",
            figure("4.3.k1", "951", base=_cross_border("978")),
        ),
        case(
            figure("4.3.k1", "950", "810", _cross_border("950", "801")),
            figure("4.3.k1", "950", "810", _cross_border("950", "")),
            "4.3.k1.previous",
        ),
        # What does not apply to the firm stands nowhere.
        case(
            figure("4.3.k1", "950", base=_cross_border("978")),
            figure("4.3.k1", "950", base=replace(_cross_border("978"), profile=_PLATFORM)),
            "4.3.k1",
        ),
    ),
    "figure.differs_from_last_year": (
        case(
            last_year(metrics={"tax_paid": "170.99"}),
            last_year(metrics={"tax_paid": "1,710,000元"}),
            "metrics.tax_paid.previous",
            last_year(metrics={"tax_paid": "170"}),
        ),
        case(
            last_year({"2.2": PreviousAnswer(figures={"2.2.k1": "42"})}),
            last_year({"2.2": PreviousAnswer(figures={"2.2.k1": "41.0"})}),
            "2.2.k1.previous",
        ),
        # Blank or unreadable then or now, there is nothing to compare; nor two years before.
        case(
            last_year(metrics={"tax_paid": "170"}),
            last_year(metrics={"tax_paid": "许多"}),
            "metrics.tax_paid.previous",
        ),
        case(
            last_year(metrics={"tax_paid": "170"}),
            last_year(metrics={"tax_paid": "170"}, base=metric("tax_paid", "196")),
            "metrics.tax_paid.previous",
        ),
        case(
            last_year(metrics={"tax_paid": "170"}),
            last_year(metrics={"tax_paid": "170"}, year=2023),
            "metrics.tax_paid.previous",
        ),
    ),
    "figure.like_yuan": (
        # 5,000 times the other year,
        case(
            metric("tax_paid", "5000", "1"),
            metric("tax_paid", "4999", "1"),
            "metrics.tax_paid",
            metric("tax_paid", "5000", "0.99"),
        ),
        case(
            metric("tax_paid", "1", "5000"),
            metric("tax_paid", "1", "4999"),
            "metrics.tax_paid.previous",
        ),
        # 10,000 万元 of revenue a head,
        case(
            _revenue("20000", employees="2"),
            _revenue("19999.99", employees="2"),
            "company.revenue",
            _revenue("20000", employees="1"),
        ),
        # 100,000 万元 of assets,
        case(
            firm(total_assets="8,600,000"),
            firm(total_assets="8,599,999"),
            "company.total_assets",
        ),
        # a part of revenue or cost from 10 times the revenue on, gains and losses alike,
        case(
            metric("tax_paid", "48,600", "171"),
            metric("tax_paid", "48,599", "171"),
            "metrics.tax_paid",
            metric("tax_paid", "48,601", "171"),
        ),
        case(
            metric("profit_total", "-48,600"),
            metric("profit_total", "-48,599"),
            "metrics.profit_total",
        ),
        case(figure("5.1.k2", "48,600"), figure("5.1.k2", "48,599"), "5.1.k2"),
        # of the other year where that of its own is not known,
        case(
            metric("tax_paid", "", "48,600", _revenue("4,860", "")),
            metric("tax_paid", "", "48,600", _revenue("若干", "0")),
            "metrics.tax_paid.previous",
        ),
        # but what investors pay for is no 元 while it is small,
        case(_small("15", "1,000"), _small("15", "999"), "metrics.tax_paid"),
        # trade that an agent states in full from 50 times,
        case(
            figure("4.3.k1", "243,000"),
            figure("4.3.k1", "242,999"),
            "4.3.k1",
        ),
        case(metric("ec_sales", "243,000"), metric("ec_sales", "242,999"), "metrics.ec_sales"),
        # what passes over a platform from 100,000 times,
        case(
            _platform("platform_trade", "486,000,000"),
            _platform("platform_trade", "485,999,999"),
            "metrics.platform_trade",
        ),
        case(
            metric("ec_trade", "5,783,400"),
            _platform("ec_trade", "5,783,400"),
            "metrics.ec_trade",
        ),
        # and anything else from 1,000 times.
        case(
            figure("1.5.k2", "4,860,000"),
            figure("1.5.k2", "4,859,999"),
            "1.5.k2",
        ),
        # In its first year or two a firm may well grow 5,000 times.
        case(
            metric("tax_paid", "5000", "1"),
            metric("tax_paid", "5000", "1", firm(founded="2024-05")),
            "metrics.tax_paid",
        ),
        # Nothing is a multiple of nothing, nor of what cannot be read.
        case(
            metric("tax_paid", "5000", "1"),
            metric("tax_paid", "5000", "0", _revenue("若干", "0")),
            "metrics.tax_paid",
        ),
        # Shares and counts have no 元.
        case(
            metric("tax_paid", "9000", "1"),
            metric("farmers_helped", "9000", "1"),
            "metrics.tax_paid",
        ),
    ),
    "figure.tenfold": (
        case(
            metric("tax_paid", "100", "10"),
            metric("tax_paid", "99.99", "10"),
            "metrics.tax_paid",
            metric("tax_paid", "100", "9"),
        ),
        case(_revenue("42,100", "4,210"), _revenue("42,099", "4,210"), "company.revenue"),
        # Ten where there was one says nothing, eleven does; so do ten points of a share.
        case(figure("2.1.k1", "11", "1"), figure("2.1.k1", "10", "1"), "2.1.k1"),
        case(figure("1.1.k1", "11", "1"), figure("1.1.k1", "10.9", "1"), "1.1.k1"),
        # Of what is counted in 万, ten things are 0.001.
        case(
            metric("orders", "0.02", "0.002"), metric("orders", "0.001", "0.0001"), "metrics.orders"
        ),
        case(metric("tax_paid", "100", "10"), metric("tax_paid", "100", "0"), "metrics.tax_paid"),
        # A year that was not whole is no measure.
        case(
            metric("tax_paid", "100", "10", firm(founded="2024-01-01")),
            metric("tax_paid", "100", "10", firm(founded="2024-01-02")),
            "metrics.tax_paid",
        ),
        # What looks like 元 did not grow.
        case(metric("tax_paid", "4999", "1"), metric("tax_paid", "5000", "1"), "metrics.tax_paid"),
    ),
    "figure.fall": (
        case(
            metric("tax_paid", "19.99", "100"),
            metric("tax_paid", "20", "100"),
            "metrics.tax_paid",
            metric("tax_paid", "19", "100"),
        ),
        # From a profit into a loss, but not from one loss to the next.
        case(
            metric("profit_total", "-1", "20"),
            metric("profit_total", "-100", "-20"),
            "metrics.profit_total",
        ),
        case(figure("1.1.k1", "2", "12"), figure("1.1.k1", "0.03", "0.18"), "1.1.k1"),
        case(
            figure("1.1.k1", "2", "12"),
            figure("1.1.k1", "2", "12", firm(founded="2024")),
            "1.1.k1",
        ),
        case(metric("tax_paid", "1", "4999"), metric("tax_paid", "1", "5000"), "metrics.tax_paid"),
    ),
    "figure.unchanged": (
        case(
            metric("tax_paid", "171.00", "171"),
            metric("tax_paid", "171.01", "171"),
            "metrics.tax_paid",
            metric("tax_paid", "172", "172"),
        ),
        case(metric("tax_paid", "5", "5"), metric("tax_paid", "0", "0"), "metrics.tax_paid"),
        case(metric("tax_paid", "5", "5"), metric("ip_count", "5", "5"), "metrics.tax_paid"),
    ),
    "plan.due_typed": (
        case(planned(_action("年底")), planned(_action("2026年")), "a1"),
        case(planned(_action("年底")), planned(_action("")), "a1"),
    ),
    "plan.past_due": (
        case(
            planned(_action("2026-02-11")),
            planned(_action("2026-02-12")),
            "a1",
            planned(_action("2026-02-10")),
        ),
        case(planned(_action("2026-01")), planned(_action("2026-02")), "a1"),
        case(
            planned(_action("2026-01")),
            planned(_action("2026-01", state=ActionState.DONE)),
            "a1",
        ),
    ),
    "plan.no_owner": (
        case(planned(_action(owner=" ")), planned(_action(owner="程"))),
        case(planned(_action(owner="")), planned(_action(owner="", state=ActionState.DROPPED))),
    ),
    "plan.no_text": (case(planned(_action(text="")), planned(_action(text="补"))),),
    "plan.target_reached": (
        case(
            planned(targets={"1.1": 4}),
            replace(answered("1.1", level=3), plan=planned(targets={"1.1": 4}).plan),
            "1.1",
        ),
        # A target below the claim is none below what counts.
        case(
            replace(answered("2.2", level=2), plan=planned(targets={"2.2": 2}).plan),
            replace(answered("1.3", level=4), plan=planned(targets={"1.3": 3}).plan),
            "2.2",
        ),
        case(
            planned(targets={"1.1": 3}),
            replace(answered("1.1", not_applicable=True), plan=planned(targets={"1.1": 3}).plan),
            "1.1",
        ),
        case(
            planned(targets={"1.1": 3}),
            replace(answered("1.1", to_confirm=True), plan=planned(targets={"1.1": 3}).plan),
            "1.1",
        ),
    ),
}
