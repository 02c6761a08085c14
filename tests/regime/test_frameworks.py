"""Frameworks: which is in force when, what each judges, and that a wrong one cannot be declared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from regime_chains import day

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks import FAMILIES, FRAMEWORKS, Area, by_id, framework_for
from sightline.regime.grades import OLDER_SCALE, SCALE
from sightline.regime.visits import KINDS, TOPICS, Kind, Topic

IN_FORCE = [
    ("LAC", "2013-07-08", "LAC_2013"),
    ("SIF", "2013-11-19", "SIF"),
    ("SIF", "2018-06-11", "SIF"),  # Torbay's re-inspection, when ILACS had begun
    ("ILACS", "2018-01-30", "ILACS_2018_01"),
    ("ILACS", "2018-08-31", "ILACS_2018_01"),
    ("ILACS", "2018-09-10", "ILACS_2018_09"),
    ("ILACS", "2022-12-05", "ILACS_2018_09"),
    ("ILACS", "2023-01-16", "ILACS_2023_01"),
    ("ILACS", "2026-03-16", "ILACS_2023_01"),
    ("ILACS", "2026-03-31", "ILACS_2023_01"),
    ("ILACS", "2026-04-01", "ILACS_2026_04"),
    ("ILACS", "2026-05-11", "ILACS_2026_04"),
    ("JTAI", "2016-02-22", "JTAI_2016"),
    ("JTAI", "2019-12-09", "JTAI_2016"),
    ("JTAI", "2022-01-10", "JTAI_2022"),
]


@pytest.mark.parametrize(("family", "start", "expected"), IN_FORCE)
def test_the_framework_goes_by_the_start_of_fieldwork(
    family: str, start: str, expected: str
) -> None:
    """The day before and the day of a change fall under different rules."""
    found = framework_for(family, day(start))
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    ("family", "start"),
    [("ILACS", "2017-12-31"), ("SIF", "2013-06-01"), ("SIF", "2019-01-01"), ("", "2020-01-01")],
)
def test_no_framework_outside_its_time(family: str, start: str) -> None:
    """A date that a family does not cover gives none, rather than the nearest."""
    assert framework_for(family, day(start)) is None
    assert framework_for("ILACS", None) is None


def test_visits_have_arrangements_of_their_own() -> None:
    """A focused or a monitoring visit is found by its kind within the family."""
    found = [
        framework_for("ILACS", date(2022, 1, 26), Kind.FOCUSED_VISIT),
        framework_for("SIF", date(2016, 9, 13), Kind.MONITORING_VISIT),
        framework_for("ILACS", date(2024, 2, 21), Kind.MONITORING_VISIT),
    ]
    expected = ["FOCUSED_2018_01", "MONITORING_2016_05", "MONITORING_2018_01"]
    assert [framework.id for framework in found if framework] == expected
    assert not any(framework.graded for framework in found if framework)


@pytest.mark.parametrize(
    ("framework", "areas"),
    [
        ("LAC_2013", {"overall", "leaders"}),
        (
            "SIF",
            {
                "overall",
                "help_and_protection",
                "in_care",
                "adoption",
                "care_leavers",
                "leaders",
                "lscb",
            },
        ),
        ("ILACS_2018_09", {"leaders", "help_and_protection", "in_care", "overall"}),
        ("ILACS_2023_01", {"leaders", "help_and_protection", "in_care", "care_leavers", "overall"}),
        ("ILACS_2026_04", {"leaders", "help_and_protection", "in_care", "care_leavers"}),
    ],
)
def test_what_each_judges(framework: str, areas: set[str]) -> None:
    """Care leavers are apart from 2023, and overall is gone from April 2026."""
    declared = by_id(framework)
    assert {area.key for area in declared.areas} == areas
    assert declared.has_overall == ("overall" in areas)


def test_only_the_oldest_has_the_older_scale() -> None:
    """Adequate is a grade of 2013 alone."""
    older = [framework.id for framework in FRAMEWORKS if framework.scale == OLDER_SCALE]
    assert older == ["LAC_2013"]
    assert by_id("SIF").scale == SCALE


def test_graded_frameworks_of_one_family_do_not_overlap_or_leave_a_gap() -> None:
    """Each ILACS framework starts on the day after the one before it ends."""
    ilacs = [f for f in FRAMEWORKS if f.family == "ILACS" and f.graded]
    for before, after in pairwise(ilacs):
        assert before.ends is not None
        assert (after.starts - before.ends).days == 1
    assert ilacs[-1].ends is None


def test_every_framework_says_where_it_comes_from() -> None:
    """Each has its facts with sources, and an id of its own."""
    assert len({framework.id for framework in FRAMEWORKS}) == len(FRAMEWORKS)
    assert {framework.family for framework in FRAMEWORKS} == set(FAMILIES)
    assert all(framework.facts for framework in FRAMEWORKS)


SIF = by_id("SIF")
WRONG = [
    ({"id": "sif 2013"}, "an id is capitals"),
    ({"family": "OTHER"}, "not one of"),
    ({"kind": Kind.ARTICLE}, "not a kind of visit"),
    ({"ends": date(2012, 1, 1)}, "ends before it starts"),
    ({"areas": (SIF.areas[0], SIF.areas[0])}, "declared twice"),
    ({"scale": ()}, "go together"),
    ({"joint_care_judgement": True}, "together with children in care or separately"),
    ({"facts": ()}, "at least one fact"),
    ({"title": " "}, "needs a title"),
]


@pytest.mark.parametrize(("change", "says"), WRONG)
def test_a_wrong_declaration_is_refused(change: dict[str, object], says: str) -> None:
    """A framework that contradicts itself is an error that says what is wrong."""
    with pytest.raises(ValueError, match=says):
        replace(SIF, **change)  # type: ignore[arg-type]


def test_an_area_needs_a_known_key_and_a_label() -> None:
    """A misspelt area, or one never printed, is refused."""
    with pytest.raises(ValueError, match="not a judgement area"):
        Area("leadership", ("Leadership",))
    with pytest.raises(ValueError, match="needs the labels"):
        Area("leaders", (" ",))


def test_a_fact_needs_its_source() -> None:
    """There is no fact without a source, and its words say how sure it is."""
    with pytest.raises(ValueError, match="its source"):
        Fact("Two days.", "", Sure.PRIMARY)
    assert str(Fact("Two days.", "letters", Sure.PRIMARY)) == "Two days. (letters; primary)"
    assert all(level.words for level in Sure)


def test_kinds_and_topics_are_the_ones_agreed() -> None:
    """Other rooms write these words into their files."""
    assert [kind.value for kind in Kind] == [
        "inspection",
        "focused_visit",
        "monitoring_visit",
        "joint_inspection",
        "article",
        "other",
        "unreadable",
    ]
    assert [topic.value for topic in Topic] == [
        "front_door",
        "cin_cp",
        "vulnerable_adolescents",
        "children_in_care",
        "permanence",
        "care_leavers",
        "older_children_placements",
        "covid",
        "several",
        "other",
    ]


def test_every_kind_and_topic_is_described() -> None:
    """Each has a title and what it covers; each kind of visit its notice and length."""
    assert set(KINDS) == set(Kind)
    assert set(TOPICS) == set(Topic)
    assert all(about.title and about.covers for about in (*KINDS.values(), *TOPICS.values()))
    assert all(KINDS[kind].notice and KINDS[kind].length for kind in Kind if kind.is_visit)
