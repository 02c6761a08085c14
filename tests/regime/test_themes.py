"""Themes, and the National Framework's tags in every form that they are printed in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.regime.themes import (
    TAGS,
    THEME_IDS,
    THEMES,
    by_id,
    framework_tags,
    in_area,
    on_topic,
    parse_framework_tag,
)
from sightline.regime.visits import Topic

IDS = """
front-door early-help child-protection-enquiries assessment planning visits direct-work
childs-voice family-partnership multi-agency conferences-reviews pre-proceedings-court risk
exploitation-missing disabled-children private-fostering allegations homeless-16-17
unaccompanied-children children-in-care permanence placements foster-carers adoption
returning-home family-time health education care-leavers leavers-accommodation leavers-eet
leadership corporate-parenting self-evaluation performance-information quality-assurance
management-oversight supervision workforce-stability caseloads staff-development staff-culture
practice-model drift-delay recording equality-diversity
"""


def test_the_themes_are_the_guide_s_in_its_order() -> None:
    """The labels of sentences go by these ids in this order."""
    assert list(THEME_IDS) == IDS.split()


def test_every_topic_of_a_focused_visit_has_themes() -> None:
    """A visit on any of the seven topics touches some theme."""
    general = {Topic.COVID, Topic.SEVERAL, Topic.OTHER}
    assert {topic for topic in Topic if on_topic(topic)} == set(Topic) - general


def test_every_practice_area_and_framework_outcome_has_themes() -> None:
    """No judgement, outcome or enabler is left without a theme."""
    assert all(in_area(a) for a in ("leaders", "help_and_protection", "in_care", "care_leavers"))
    linked = {tag for theme in THEMES for tag in theme.framework}
    assert linked == {tag for tag in TAGS if not tag.startswith("principle")}


@pytest.mark.parametrize(
    ("theme", "area", "tag"),
    [
        ("front-door", "help_and_protection", "outcome-3"),
        ("family-partnership", "help_and_protection", "outcome-2"),
        ("permanence", "in_care", "outcome-4"),
        ("leavers-eet", "care_leavers", "outcome-4"),
        ("multi-agency", "help_and_protection", "enabler-1"),
        ("leadership", "leaders", "enabler-2"),
        ("supervision", "leaders", "enabler-3"),
    ],
)
def test_foremost_links(theme: str, area: str, tag: str) -> None:
    """A theme's first area and framework id are its foremost."""
    assert by_id(theme).areas[0] == area
    assert by_id(theme).framework[0] == tag


def test_a_theme_with_an_unknown_link_is_refused() -> None:
    """A misspelt area or framework id cannot be declared."""
    with pytest.raises(ValueError, match="areas"):
        replace(by_id("risk"), areas=("help",))
    with pytest.raises(ValueError, match="framework ids"):
        replace(by_id("risk"), framework=("outcome-9",))
    with pytest.raises(ValueError, match="needs an id"):
        replace(by_id("risk"), covers="")


PRINTED = [
    ("(outcome three, national framework)", "outcome-3"),
    ("(Outcome 3)", "outcome-3"),
    ("(Principle 1)", "principle-1"),
    ("(principle 2, national framework)", "principle-2"),
    ("(National Framework enabler two)", "enabler-2"),
    ("[ Outcome 4, national framework]", "outcome-4"),
    ("outcome 3: national framework", "outcome-3"),
    ("outcome 1: national framework", "outcome-1"),
    ("(Enabler: the workforce is equipped and effective, national framework)", "enabler-3"),
    ("enabler 2, leaders drive conditions for effective practice", "enabler-2"),
    ("(Enabler 3, National Framework).", "enabler-3"),
    ("(Outcome Four, National Framework", "outcome-4"),
    ("(outcome\n4, national framework)", "outcome-4"),
    ("(OUTCOME ONE, NATIONAL FRAMEWORK)", "outcome-1"),
    ("(Enabler: multi-agency working is prioritised and effective)", "enabler-1"),
    ("(Outcome: children are safe in and outside of their homes)", "outcome-3"),
    ("outcome: supported by their family network", "outcome-2"),
    ("The frequency of supervision. (enabler 3, national framework)", "enabler-3"),
]


@pytest.mark.parametrize(("printed", "tag"), PRINTED)
def test_printed_tags(printed: str, tag: str) -> None:
    """Figures or words, brackets or none, number or the tag's own words: one id."""
    assert parse_framework_tag(printed) == tag


@pytest.mark.parametrize(
    "printed",
    ["", "outcome 9", "enabler 4", "improve outcomes for 3 children", "better outcomes", "3"],
)
def test_words_that_are_no_tag(printed: str) -> None:
    """Ordinary words, and numbers that the framework does not have, give none."""
    assert parse_framework_tag(printed) is None


def test_several_tags_in_one_pair_of_brackets() -> None:
    """Each is given once, in the order printed."""
    assert framework_tags("(outcomes 3 and 1, national framework)") == ("outcome-3", "outcome-1")
    both = "(Outcome 4 and enabler two; outcome four)"
    assert framework_tags(both) == ("outcome-4", "enabler-2")


NUMBERS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six"}


@given(st.sampled_from(sorted(TAGS)), st.booleans(), st.booleans())
def test_every_tag_is_read_back(tag: str, in_words: bool, upper: bool) -> None:
    """Any of them, in figures or in words, small or capital, comes back as itself."""
    kind, number = tag.split("-")
    printed = f"({kind} {NUMBERS[number] if in_words else number}, national framework)"
    assert parse_framework_tag(printed.upper() if upper else printed) == tag
