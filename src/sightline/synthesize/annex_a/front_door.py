"""Lists 1 to 4: contacts, early help, referrals, assessments."""

from __future__ import annotations

from sightline.synthesize.annex_a.common import (
    disability,
    earlier_in_twelve_months,
    held_by,
    said,
)
from sightline.synthesize.days import any_date
from sightline.synthesize.view import Row, View


def contacts(view: View) -> list[Row]:
    """List 1."""
    found = [
        (contact.day, child, contact.source)
        for child in view.world.children
        for contact in child.contacts
        if view.since <= contact.day <= view.day
    ]
    found.sort(key=lambda one: (one[0], one[1].number))
    return [
        {**view.about(child), "contact_date": any_date(day), "contact_source": source}
        for day, child, source in found
    ]


def early_help(view: View) -> list[Row]:
    """List 2."""
    return [
        {
            **view.about(child),
            "assessment_start_date": any_date(one.start),
            "assessment_completion_date": view.known(one.end),
            "organisation": one.organisation,
        }
        for child in view.world.children
        for one in child.helps
        if view.lasted(one.start, one.end, view.since)
    ]


def referrals(view: View) -> list[Row]:
    """List 3."""
    rows = []
    for child in view.world.children:
        days = [one.referral for one in child.episodes if one.referral <= view.day]
        if not days or days[-1] < view.since:
            continue
        earlier = earlier_in_twelve_months(days)
        for episode in child.episodes:
            if view.since <= episode.referral <= view.day:
                rows.append(
                    {
                        **view.about(child),
                        "referral_date": any_date(episode.referral),
                        "referral_source": episode.source,
                        "referral_nfa": said(episode.nfa),
                        "referrals_last_12_months": earlier,
                        **held_by(episode.holder(episode.referral)),
                    }
                )
    return rows


def assessments(view: View) -> list[Row]:
    """List 4."""
    return [
        {
            **view.about(child),
            "has_disability": disability(child),
            "assessment_start_date": any_date(one.start),
            "child_seen": said(view.past(one.seen)),
            "assessment_authorised_date": view.known(one.end),
            "needs_support": said(one.support) if view.past(one.end) else None,
            **held_by(episode.holder(min(view.day, one.end - 1))),
        }
        for child in view.world.children
        for episode in child.episodes
        for one in episode.assessments
        if view.lasted(one.start, one.end, view.since)
    ]
