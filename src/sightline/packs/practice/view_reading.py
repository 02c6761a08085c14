"""How to read the report: what its words, verdicts and charts mean."""

from __future__ import annotations

from sightline.measures.variation.verdicts import MIN_POINTS
from sightline.measures.variation.words import MIN_CHILDREN
from sightline.packs.practice.model import SHARING, Report

Reading = list[tuple[str, tuple[str, ...]]]

_FIGURES = (
    "A percentage stands with its counts: 79% (41 of 52) is 41 that meet the measure, of 52 that "
    "were judged. Rows that could not be judged are left out, and counted.",
    "Deadlines count those still waiting: what is overdue now counts as not on time.",
)
_CHANGING = (
    "Improving, worsening, or no real change. The answer is read from the latest figure and its "
    "limits, never from two figures compared. A rule must pick the figure out: it lies outside the "
    "limits; it is one of 7 in a row on one side of the usual level; of 7 in a row that rise or "
    "fall; or of 2 out of 3 near the same limit.",
    "Where a measure counts those who are there on a day, neighbouring months share children. Only "
    "a figure outside the limits is then picked out.",
    "Higher or lower than usual is said where no direction is better.",
    f"Too few to tell: fewer than {MIN_POINTS} figures over time, or too few children. A "
    f"percentage of fewer than {MIN_CHILDREN} is drawn but not judged.",
    "The figure at the head of a measure is of its whole window. Those over time are of shorter "
    "windows that share no day, so they vary more.",
)
_TARGET = (
    "Will meet, will miss, or may do either: whether the whole usual range lies on the right side "
    "of the target, on the wrong side, or across it. It is said, and the target drawn, only where "
    "one is set.",
)
_TEAMS = (
    "A team is unusual where chance alone would put 1 team in 500 so far from the figure of all "
    "teams. Smaller teams vary more by chance, so their limits are wider. Teams stand by name: "
    "there is no table of merit. A difference shows where to ask, not who is at fault: teams do "
    "different work.",
    "How much depends on which team is the part of the differences between children that goes "
    "with their team. 0% means that it makes no difference which team a child comes to.",
)
_WAITS = (
    "A curve shows the part still waiting after so many days. Those who wait now are counted, so "
    "that long waits are not left out. Half had arrived by the median.",
)
_CHILDREN = (
    "Lists are sorted by how long something is overdue or has gone on, or by the child's "
    "reference. They say nothing about how great a child's need or risk is.",
    "On paper, lists of children behind a click are printed only where they were opened.",
)
_SMALL_SHARING = (
    "This is the copy for sharing: c stands for a number that is hidden. It is a count from 1 to "
    "5, or one from which such a count could be worked out. Percentages of fewer than 10 are left "
    "out, and there is no list of children.",
)
_SMALL_WORKING = (
    "This is the working copy: counts are true and children are listed by reference. The copy for "
    "sharing hides counts of 1 to 5 and lists no child.",
)
_PUBLISHED = (
    "They are dated, and often a year or more older than the authority's own. The best has place "
    "1. Where the published figure does not mean the same, the report says how.",
)


def how_to_read(report: Report) -> Reading:
    """What the words and charts of the report mean, by heading."""
    return [
        ("Figures", _FIGURES),
        ("Is it really changing?", _CHANGING),
        ("Will it meet the target?", _TARGET),
        ("Teams", _TEAMS),
        ("Waits", _WAITS),
        *([] if report.mode == SHARING else [("Children", _CHILDREN)]),
        ("Small numbers", _SMALL_SHARING if report.mode == SHARING else _SMALL_WORKING),
        ("Published figures", _PUBLISHED),
    ]
