"""The windows observed in Ofsted's reports and letters published up to August 2026."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.grades import Grade
from sightline.regime.rules.declare import (
    ACROSS_PAUSE,
    AFTER_PAUSE,
    FIRST_ILACS,
    CalibratedWindows,
    Spread,
)
from sightline.regime.visits import Topic

OUTSTANDING, GOOD = Grade.OUTSTANDING, Grade.GOOD
IMPROVE, INADEQUATE = Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE

_GOOD_FIRST = Spread("C-first-good", "days", 1092, 1471, 2057, 13, "good and outstanding together")

CYCLES = {
    (AFTER_PAUSE, OUTSTANDING): Spread("C-outstanding", "days", 1043, 1243, 1309, 8),
    (AFTER_PAUSE, GOOD): Spread("C-good", "days", 1050, 1239, 1400, 30),
    (AFTER_PAUSE, IMPROVE): Spread("C-requires-improvement", "days", 952, 1183, 1316, 19),
    (AFTER_PAUSE, INADEQUATE): Spread(
        "C-inadequate", "days", 910, 1211, 1379, 9, "the least is that of all years"
    ),
    (ACROSS_PAUSE, OUTSTANDING): Spread("C-pause-outstanding", "days", 1211, 1722, 1938, 7),
    (ACROSS_PAUSE, GOOD): Spread("C-pause-good", "days", 1477, 1872, 2128, 27),
    (ACROSS_PAUSE, IMPROVE): Spread("C-pause-requires-improvement", "days", 973, 1645, 2072, 22),
    (ACROSS_PAUSE, INADEQUATE): Spread("C-pause-inadequate", "days", 910, 1393, 1806, 10),
    (FIRST_ILACS, OUTSTANDING): _GOOD_FIRST,
    (FIRST_ILACS, GOOD): _GOOD_FIRST,
    (FIRST_ILACS, IMPROVE): Spread("C-first-requires-improvement", "days", 622, 1463, 1938, 25),
    (FIRST_ILACS, INADEQUATE): Spread("C-first-inadequate", "days", 861, 990, 1224, 14),
}

TOPICS = {
    OUTSTANDING: {
        Topic.FRONT_DOOR: 10,
        Topic.CIN_CP: 5,
        Topic.VULNERABLE_ADOLESCENTS: 2,
        Topic.CHILDREN_IN_CARE: 2,
        Topic.PERMANENCE: 1,
        Topic.CARE_LEAVERS: 4,
        Topic.OLDER_CHILDREN_PLACEMENTS: 0,
    },
    GOOD: {
        Topic.FRONT_DOOR: 24,
        Topic.CIN_CP: 31,
        Topic.VULNERABLE_ADOLESCENTS: 7,
        Topic.CHILDREN_IN_CARE: 12,
        Topic.PERMANENCE: 8,
        Topic.CARE_LEAVERS: 22,
        Topic.OLDER_CHILDREN_PLACEMENTS: 0,
    },
    IMPROVE: {
        Topic.FRONT_DOOR: 51,
        Topic.CIN_CP: 52,
        Topic.VULNERABLE_ADOLESCENTS: 3,
        Topic.CHILDREN_IN_CARE: 15,
        Topic.PERMANENCE: 12,
        Topic.CARE_LEAVERS: 18,
        Topic.OLDER_CHILDREN_PLACEMENTS: 2,
    },
}

OBSERVED_2026_08 = CalibratedWindows(
    id="OBSERVED_2026_08",
    title="Intervals observed in reports published up to August 2026",
    date=date(2026, 8, 31),
    source=Fact(
        "Least, median and most of the intervals from one start to the next. Those after the "
        "pause come from every report; those across it, and after the single inspection "
        "framework, from the reports of 68 authorities. Topics are those of 325 visits counted "
        "by the South East sector-led improvement programme to November 2024.",
        "Ofsted's inspection reports and focused visit letters, 2013 to 2026",
        Sure.PRIMARY,
    ),
    cycles=CYCLES,
    new_authority=Spread(
        "C-new", "months", 12, 16, 20, 6, "without the pause; the middle is halfway"
    ),
    priority_action=Spread(
        "C-priority-action", "months", 9, 14, 19, 18, "the likely span; the whole range is 3 to 31"
    ),
    priority_action_visit=Spread(
        "C-priority-action-visit", "months", 4, 10, 17, 7, "7 of 20 had a visit first"
    ),
    monitoring=Spread("C-monitoring", "months", 3, 4.5, 6, 0, "a span read from accounts"),
    first_monitoring=Spread("C-monitoring-first", "months", 0, 1, 6, 0, "after the plan is due"),
    focused={
        (OUTSTANDING, 1): Spread("C-visit-outstanding", "months", 15, 18.7, 28, 8),
        (GOOD, 1): Spread("C-visit-good", "months", 12, 20.5, 33, 20),
        (IMPROVE, 1): Spread("C-visit-requires-improvement-1", "months", 8, 14.6, 35, 19),
        (IMPROVE, 2): Spread("C-visit-requires-improvement-2", "months", 24, 28.4, 35, 13),
    },
    visits_in_cycle={OUTSTANDING: 1, GOOD: 1, IMPROVE: 2, INADEQUATE: 0},
    topics=TOPICS,
    topic_totals={OUTSTANDING: 24, GOOD: 112, IMPROVE: 165},
    overdue_months=6,
)
