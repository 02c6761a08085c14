"""Joining: which of the things that documents tell are one and the same event.

In the order of certainty: reports and letters by their days on site; news that states a date;
what later documents say of an earlier inspection; last, news without any date, by its words. What
fits two events is not joined to either, and a note says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sightline.reports.same_event.groups import (
    Fit,
    Group,
    fits,
    fits_news,
    grades_agree,
    grades_differ,
    ordinals_differ,
    topics_differ,
)
from sightline.reports.same_event.spans import Span
from sightline.reports.same_event.tellings import Standing, Telling
from sightline.reports.same_event.words import CLEARLY, ENOUGH, Runs, share

RunsOf = Callable[[Telling], Runs]


def join(tellings: Iterable[Telling], runs_of: RunsOf) -> list[Group]:
    """The events that the tellings of one authority are of, in order.

    ``runs_of`` gives the words of a telling's document (see ``words.runs``); it is asked only
    where a date does not settle the matter.
    """
    told = sorted(tellings, key=_order)
    groups = _officials([t for t in told if t.official])
    for telling in told:
        if telling.source.standing is Standing.NEWS and (telling.stated or telling.own_date):
            _place_news(telling, groups, runs_of)
    for telling in told:
        if not telling.source.standing.first_hand and telling.stated:
            _place(telling, groups, _by_date(telling, groups))
    for telling in told:
        if telling.source.standing is Standing.NEWS and not (telling.stated or telling.own_date):
            _place_undated(telling, groups, runs_of)
    for telling in told:
        if not telling.source.standing.first_hand and not telling.stated:
            _place_earlier(telling, groups)
    return sorted(groups, key=lambda g: g.day)


def _order(telling: Telling) -> tuple[int, int, str, str, int]:
    """The weightiest first, then the most exact; the rest only keeps the order fixed."""
    exact = ("day", "month", "year").index(telling.stated.precision) if telling.stated else 3
    dated = telling.stated.first.isoformat() if telling.stated else ""
    return -telling.source.standing, exact, dated, telling.source.sha256, telling.source.place


def _officials(told: Sequence[Telling]) -> list[Group]:
    """Reports and letters are of one event where their days on site meet.

    One that gives no such days goes by the date it bears.
    """
    groups: list[Group] = []
    for telling in told:
        same = [g for g in groups if g.kind == telling.kind and _same_days(telling, g)]
        if same:
            same[0].join(telling)
        else:
            groups.append(Group([telling]))
    return groups


def _same_days(telling: Telling, group: Group) -> bool:
    if ordinals_differ(telling, group):
        return False
    if telling.stated and group.fieldwork:
        return telling.stated.meets(group.fieldwork)
    own = telling.own_date
    return own is not None and any(own.meets(day) for day in group.reported)


def _by_date(telling: Telling, groups: Iterable[Group]) -> list[tuple[Fit, Group]]:
    """The groups that a stated date fits best.

    A grade that differs rules one out where only the year is stated, or the date fits no better
    than roughly; a month or a day that fits well is joined, and the contradiction is said.
    """
    found = []
    exact = telling.stated and telling.stated.precision != "year"
    for group in groups:
        fit = fits(telling, group)
        if fit and ((exact and fit.rank >= 3) or not grades_differ(telling, group)):
            found.append((fit, group))
    best = max((fit.rank for fit, _ in found), default=0)
    return [(fit, group) for fit, group in found if fit.rank == best]


def _place(telling: Telling, groups: list[Group], found: list[tuple[Fit, Group]]) -> None:
    """Join the one group found; otherwise the telling is an event of its own."""
    agreeing = [(fit, g) for fit, g in found if grades_agree(telling, g)]
    chosen = agreeing if len(agreeing) == 1 else found
    if len(chosen) == 1:
        chosen[0][1].join(telling, chosen[0][0].note)
        return
    groups.append(Group([telling], [_unclear(g for _, g in found)] if found else []))


def _unclear(groups: Iterable[Group]) -> str:
    return f"It may be the same event as that of {' or that of '.join(map(_when, groups))}."


def _when(group: Group) -> str:
    spans: list[Span] = [s for s in (group.fieldwork, *group.mentioned, *group.reported) if s]
    return spans[0].words if spans else "an unknown date"


def _place_news(telling: Telling, groups: list[Group], runs_of: RunsOf) -> None:
    """News that states a date, or that bears one."""
    found = _by_date(telling, groups)
    if not found:
        near = [(fit, g) for g in groups if (fit := fits_news(telling, g))]
        best = max((fit.rank for fit, _ in near), default=0)
        found = [(fit, g) for fit, g in near if fit.rank == best]
        found = [(fit, g) for fit, g in found if not grades_differ(telling, g)]
    if not found and telling.stated is None:
        _place_undated(telling, groups, runs_of)
    elif len(found) > 1 and (same := _by_words(telling, [g for _, g in found], runs_of)):
        same[0].join(telling, same[1])
    else:
        _place(telling, groups, found)


def _place_undated(telling: Telling, groups: list[Group], runs_of: RunsOf) -> None:
    """News without a date: by its words, else as the inspection that followed another."""
    open_to = [g for g in groups if _may_be_undated(telling, g)]
    same = _by_words(telling, open_to, runs_of) or _by_what_came_before(telling, groups)
    if same:
        same[0].join(telling, same[1])
        return
    notes = ["The article does not say when it was."] if telling.own_date is None else []
    if open_to and telling.kind != "inspection":
        notes.append("Its words do not settle which visit it was.")
    groups.append(Group([telling], notes))


def _may_be_undated(telling: Telling, group: Group) -> bool:
    if telling.kind != group.kind or not any(m.source.standing.first_hand for m in group.members):
        return False
    if any(m.source.sha256 == telling.source.sha256 for m in group.members):
        return False
    begun, own = group.fieldwork, telling.own_date
    if begun and own and own.last < begun.first:
        return False
    return not (
        grades_differ(telling, group)
        or topics_differ(telling, group)
        or ordinals_differ(telling, group)
    )


def _by_words(
    telling: Telling, groups: Sequence[Group], runs_of: RunsOf
) -> tuple[Group, str] | None:
    """The one group whose report or letter holds most of the article's words, far before others."""
    own = runs_of(telling)
    if not own:
        return None
    shares = sorted(
        ((_share(own, group, runs_of), n) for n, group in enumerate(groups)), reverse=True
    )
    if not shares or shares[0][0] < ENOUGH:
        return None
    if len(shares) > 1 and shares[0][0] < CLEARLY * shares[1][0]:
        return None
    best = groups[shares[0][1]]
    what = "report or letter" if best.official else "other article"
    note = f"The article is joined by its words: {shares[0][0]:.0%} of them are in the {what}."
    return best, note


def _share(own: Runs, group: Group, runs_of: RunsOf) -> float:
    """How much of the article the group's own documents hold: its letter if there is one."""
    first_hand = [m for m in group.members if m.source.standing.first_hand]
    told = [m for m in first_hand if m.official] or first_hand
    return max((share(own, runs_of(member)) for member in told), default=0.0)


def _by_what_came_before(telling: Telling, groups: Sequence[Group]) -> tuple[Group, str] | None:
    """An inspection that followed one the article dates, where the grades agree.

    Only where no report is there to compare words with, and one inspection alone qualifies.
    """
    before = next((g for g in groups if _told_of_before(telling, g)), None)
    if before is None or telling.kind != "inspection":
        return None
    later = [g for g in groups if g.kind == "inspection" and g.day > before.day]
    if not later:
        return None
    following = min(later, key=lambda g: g.day)
    if following.official or not grades_agree(telling, following):
        return None
    if sum(grades_agree(telling, g) for g in later) > 1:
        return None
    note = f"The undated article is of the inspection that followed that of {_when(before)}."
    return following, note


def _told_of_before(telling: Telling, group: Group) -> bool:
    """Whether the same article tells of that group as the inspection before."""
    return any(
        m.source.sha256 == telling.source.sha256 and m.source.standing is Standing.LATER_NEWS
        for m in group.members
    )


def _place_earlier(telling: Telling, groups: list[Group]) -> None:
    """An earlier inspection of which only the grade is told: the one before the article's own."""
    own = next(
        (
            g
            for g in groups
            if any(
                m.source.sha256 == telling.source.sha256 and m.source.standing is Standing.NEWS
                for m in g.members
            )
        ),
        None,
    )
    before = [g for g in groups if g.kind == telling.kind and own and g.day < own.day]
    latest = max(before, key=lambda g: g.day, default=None)
    if latest is not None and grades_agree(telling, latest):
        latest.join(telling, "News names its grade without its date.")
        return
    groups.append(Group([telling], ["The article does not say when it was."]))
