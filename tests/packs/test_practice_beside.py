"""What stands beside a figure over time: the target, stocks and flows, and what is published."""

from __future__ import annotations

from dataclasses import replace

from practice_report import STEADY, comparison, indicator, measure, month, share

from sightline.benchmarks.comparison import YearValue
from sightline.measures.change import Change, change
from sightline.measures.figure import Figure
from sightline.measures.settings import Settings
from sightline.measures.variation.rules import OUTSIDE
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.pdf_charts import over_time as on_paper
from sightline.packs.practice.pdf_indicator import indicator_blocks
from sightline.packs.practice.sentences import STOCK, target_words
from sightline.packs.practice.view_compared import compared
from sightline.packs.practice.view_time import over_time
from sightline.packs.practice_charts import begins_at_nought


def aimed(target: float | None) -> Indicator:
    """The indicator with a target, and the chart that goes with it."""
    changed = change(measure(), STEADY, Settings(targets={"AS02": target} if target else {}))
    return replace(indicator(), change=changed)


def test_a_target_is_drawn_and_named_in_words() -> None:
    view = over_time(aimed(0.85), ())
    assert view is not None
    assert "target: 85% or more" in view["chart"]
    assert "The target: 85% or more." in view["chart"]
    assert "Green, long dashes: the target, 85% or more." in view["key"]


def test_where_no_target_is_set_none_is_drawn() -> None:
    view = over_time(aimed(None), ())
    assert view is not None
    assert "target" not in view["chart"] + view["key"]


def test_the_axis_has_room_for_the_target() -> None:
    dots = [{"when": "2026-10-31", "value": 0.8, "low": 0.7, "high": 0.9}]
    assert not begins_at_nought(dots, True)
    assert begins_at_nought(dots, True, {"value": 0.1, "words": "target"})


def parts() -> Indicator:
    """An indicator shown by age, beside what is published of two ages."""
    made = tuple(
        replace(comparison(), title="Care leavers", part=part, latest=YearValue("2025", n, ""))
        for part, n in (("19 to 21 years", 61.0), ("17 to 18 years", 74.5))
    )
    ages = (share(30, 40, category="19 to 21"), share(9, 10, category="17 to 18"))
    return replace(indicator(), figures=(share(39, 50), *ages), compared=made)


def test_all_parts_of_what_is_published_are_shown() -> None:
    told = compared(parts())["published"]
    older, younger, differs = told["sentences"]
    assert older.startswith("Published: Care leavers (19 to 21 years). Higher is better.")
    assert "61% (2025). The authority's own figure now: 75% (30 of 40)" in older
    assert "74.5% (2025). The authority's own figure now: 90% (9 of 10)" in younger
    assert differs.startswith("The two do not mean the same.")
    assert told["table"]["head"] == ["Part", "Area", "Latest", "The year before", "Change"]
    rows = [row[:3] for row in told["table"]["rows"]]
    assert rows[0] == ["19 to 21 years", "Fernshire", "61% (2025)"]
    assert rows[4] == ["17 to 18 years", "Fernshire", "74.5% (2025)"]
    assert len(rows) == 8


def test_a_part_that_is_not_shown_apart_has_the_figure_of_all() -> None:
    one = replace(parts(), figures=(share(39, 50),))
    whole, *others = compared(one)["published"]["sentences"]
    assert (
        whole == "The authority's own figure now: 78% (39 of 50), 30 April 2026 to 31 October 2026."
    )
    assert not any("own figure" in said for said in others)


def test_on_paper_the_target_is_drawn_and_named() -> None:
    one = aimed(0.85)
    assert one.change is not None
    assert ">target</text>" in on_paper(one.change)
    assert "the target, 85% or more" in str(list(indicator_blocks(one)))
    unset = aimed(None)
    assert unset.change is not None
    assert ">target</text>" not in on_paper(unset.change)


def test_a_target_below_which_to_stay_is_so_many_or_less() -> None:
    overdue = measure("CP11")
    changed = change(overdue, months(10), Settings(targets={"CP11": 0.05}))
    assert target_words(overdue, changed) == "5% or less"


def months(*met: int) -> list[Figure]:
    """A figure for each month, of 100."""
    return [month(len(met) - n, count, 100) for n, count in enumerate(met)]


# Seven in a row above the usual level, and no figure outside the limits.
RUN = (40, 42, 40, 42, 40, 42, 40, 46, 47, 46, 47, 46, 47, 46)
LEAP = (40, 42, 40, 42, 40, 42, 40, 42, 40, 42, 40, 42, 40, 75)


def rules(changed: Change) -> set[str]:
    """The rules by which figures are picked out."""
    return {signal.rule for dot in changed.chart.dots for signal in dot.signals}


def test_a_run_of_a_flow_is_a_change_and_of_a_stock_is_none() -> None:
    """CP11 counts the children on a plan on a day, AS02 the assessments that end in a month."""
    flow = change(measure("AS02"), months(*RUN), Settings())
    stock = change(measure("CP11"), months(*RUN), Settings())
    assert (flow.stock, flow.verdict.change) == (False, "improving")
    assert rules(flow) - {OUTSIDE}
    assert (stock.stock, stock.verdict.change) == (True, "no real change")
    assert rules(stock) == set()


def test_a_stock_outside_its_limits_is_still_picked_out() -> None:
    stock = change(measure("CP11"), months(*LEAP), Settings())
    assert rules(stock) == {OUTSIDE}
    assert stock.verdict.change == "worsening"


def test_the_chart_of_a_stock_says_that_months_share_children() -> None:
    stock = change(measure("CP11"), months(*LEAP), Settings())
    view = over_time(replace(indicator(tuple(months(*LEAP))), change=stock), ())
    assert view is not None
    assert STOCK in view["key"]
    flow = over_time(indicator(), ())
    assert flow is not None
    assert STOCK not in flow["key"]
