"""Trends: windows that share no day, and a lag for what needs time to be judged."""

from __future__ import annotations

from datetime import date

from measured_lists import AS_AT, opened

from sightline.measures.library import measures_named
from sightline.measures.settings import Settings
from sightline.measures.trend import month_of_load, months_to, trend_of_load

CARE = """
child_id | cla_start_date | cla_end_date | last_health_assessment_date | legal_status
sept     | 2026-09-10     |              | 2026-09-20                  | V2
october  | 2026-10-05     |              | 2026-10-10                  | V2
"""
ASSESSED = """
child_id | assessment_start_date | assessment_authorised_date
sept     | 2026-08-01            | 2026-09-30
first    | 2026-09-01            | 2026-10-01
last     | 2026-09-01            | 2026-10-31
"""


def test_months_share_no_day_and_leave_none_out() -> None:
    months = months_to(date(2026, 3, 31), 3)
    assert months == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 31)),
    ]


def test_a_load_has_what_happened_since_the_load_before() -> None:
    measures = measures_named("AS02")
    with opened(assessments=ASSESSED) as data:
        (since,) = month_of_load(data, measures, Settings(), date(2026, 9, 30))
        (month,) = month_of_load(data, measures, Settings(), None)
        trend = trend_of_load(data, measures, Settings(), 2)
    assert (since.start, since.end, since.denominator) == (date(2026, 10, 1), AS_AT, 2)
    assert (month.start, month.denominator) == (date(2026, 10, 1), 2)
    assert [f.denominator for f in trend] == [1, 2]


def test_what_needs_time_to_be_judged_is_looked_at_a_month_back() -> None:
    measures = [m for m in measures_named("LA14") if m.roll.key == "children_in_care"]
    with opened(children_in_care=CARE) as data:
        (figure,) = month_of_load(data, measures, Settings(), None)
    # The load before, of 30 September, was looked at up to 30 August.
    assert (figure.start, figure.end) == (date(2026, 8, 31), date(2026, 9, 30))
    assert (figure.numerator, figure.denominator) == (1, 1)
