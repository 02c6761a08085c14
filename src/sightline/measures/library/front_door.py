"""Measures of the front door: contacts and referrals."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Mix, Share
from sightline.measures.asked import SIX_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.front_door import (
    children_contacted,
    contacts,
    referrals,
)
from sightline.measures.rolls.shared import yes

SOURCES = "contact_source"
NO_OUTCOME = (
    "Annex A says nothing of what came of a contact: this is whether a referral of the same child "
    "is on or after the first contact in the window."
)


@measure(
    "FD01", "Contacts received", contacts,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="contacts received in the window",
    denominator="children aged 0 to 17, where the number is set: then twice the half year's",
    leaves_out="contacts without a date", source="Annex A list 1",
    example="""
        child_id | contact_date | met
        A        | 2026-04-30   | yes
        A        | 2026-10-31   | yes
        B        | 2026-04-29   | -
        C        | 2026-11-01   | -
        D        |              | ?
    """,
)  # fmt: skip
def contacts_received(rows: Any, asked: Asked) -> Answer:
    """Each row is a contact about one child."""
    return Count(asked.within(rows.contact_date), yearly=True, unsure=rows.contact_date.isnull())


@measure(
    "FD01b", "Children with a contact", children_contacted,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="children with a contact in the window, each once", denominator="",
    leaves_out="contacts that do not say which child", source="Annex A list 1",
    example="""
        child_id | contact_date | met
        A        | 2026-04-30   | yes
        A        | 2026-10-31   |
        B        | 2026-04-29   | -
                 | 2026-10-01   | ?
    """,
)  # fmt: skip
def children_with_a_contact(rows: Any, asked: Asked) -> Answer:
    """Twice the children of half a year are not those of a year: there is no rate."""
    unknown = rows.child_id.isnull()
    return Count(~unknown, rate=False, unsure=unknown)


@measure(
    "FD02", "Where contacts come from", contacts,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="contacts from each source", denominator="contacts received in the window",
    source="Annex A list 1",
    example="""
        child_id | contact_date | contact_source | met
        A        | 2026-04-30   | 2A             | 2A
        B        | 2026-10-31   | 6              | 6
        C        | 2026-10-31   |                | ?
        D        | 2026-04-29   | 6              | -
    """,
)  # fmt: skip
def contact_sources(rows: Any, asked: Asked) -> Answer:
    """By the code of the source; a blank one is a group too."""
    return Mix(asked.within(rows.contact_date), rows.contact_source, SOURCES)


@measure(
    "FD02b", "Where contacts come from, by kind of source", contacts,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="contacts from each of Ofsted's groups of sources",
    denominator="contacts received in the window", source="Annex A list 1",
    example="""
        child_id | contact_date | contact_source | met
        A        | 2026-04-30   | 3A             | 3A
        B        | 2026-10-31   | 3F             | 3F
        C        |              | 3F             | -
    """,
)  # fmt: skip
def contact_groups(rows: Any, asked: Asked) -> Answer:
    """3A to 3F are health services: the group is found from the code when it is printed."""
    return Mix(asked.within(rows.contact_date), rows.contact_source, SOURCES, by_group=True)


@measure(
    "FD03", "Children with a contact and then a referral", children_contacted,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="children with a referral on or after their first contact in the window",
    denominator="children with a contact in the window, each once",
    leaves_out="contacts that do not say which child", proxy=NO_OUTCOME,
    source="Annex A lists 1 and 3",
    example="""
        child_id | contact_date | met
        A        | 2026-09-01   | yes
        B        | 2026-09-01   | no
        C        | 2026-09-01   | no
        D        | 2026-09-01   | yes
        D        | 2026-09-20   |
                 | 2026-09-01   | ?
        [annex_a.referrals]
        child_id | referral_date
        A        | 2026-09-01
        B        | 2026-08-31
        D        | 2026-09-10
                 | 2026-09-02
    """,
)  # fmt: skip
def referred_after_contact(rows: Any, asked: Asked) -> Answer:
    """The same day counts."""
    return Share(rows.contacts.isnull() | (rows.contacts > 0), rows.referred_after)


@measure(
    "FD04", "Children with more than one contact", children_contacted,
    better=DOWN, theme="front-door", window=SIX_MONTHS,
    numerator="children with two or more contacts in the window",
    denominator="children with a contact in the window, each once",
    leaves_out="contacts that do not say which child", source="Annex A list 1",
    example="""
        child_id | contact_date | met
        A        | 2026-09-01   | yes
        A        | 2026-09-01   |
        B        | 2026-09-01   | no
        B        | 2026-04-29   | -
                 | 2026-09-01   | ?
    """,
)  # fmt: skip
def contacted_again(rows: Any, asked: Asked) -> Answer:
    """Two on one day are two."""
    return Share(rows.contacts.isnull() | (rows.contacts > 0), rows.contacts >= 2)


@measure(
    "FD09", "Referrals received", referrals,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="referrals received in the window",
    denominator="children aged 0 to 17, where the number is set: then twice the half year's",
    leaves_out="referrals without a date", source="Annex A list 3",
    example="""
        child_id | referral_date | met
        A        | 2026-04-30    | yes
        A        | 2026-10-31    | yes
        B        | 2026-04-29    | -
        C        |               | ?
    """,
)  # fmt: skip
def referrals_received(rows: Any, asked: Asked) -> Answer:
    """Each row is a referral of one child."""
    return Count(asked.within(rows.referral_date), yearly=True, unsure=rows.referral_date.isnull())


@measure(
    "FD10", "Referrals with no further action", referrals,
    better=DOWN, theme="front-door", window=SIX_MONTHS,
    numerator="referrals that ended in no further action",
    denominator="referrals in the window that say whether there was further action",
    leaves_out="referrals that do not say", source="Annex A list 3",
    example="""
        child_id | referral_date | referral_nfa | met
        A        | 2026-04-30    | Y            | yes
        B        | 2026-10-31    | N            | no
        C        | 2026-10-01    |              | ?
        D        | 2026-10-01    | X            | ?
        E        | 2026-04-29    | Y            | -
    """,
)  # fmt: skip
def no_further_action(rows: Any, asked: Asked) -> Answer:
    """Yes means that nothing more was done."""
    return Share(asked.within(rows.referral_date), yes(rows.referral_nfa))


@measure(
    "FD11", "Referrals within 12 months of another", referrals,
    better=DOWN, theme="front-door", window=SIX_MONTHS,
    numerator="referrals of a child who was referred in the 12 months before",
    denominator="referrals in the window",
    leaves_out="referrals without the number of earlier ones, where the dates do not tell",
    proxy=(
        "The published figure is of a year. Here each row is judged by the dates of the child's "
        "others; the first by whether the number of referrals before the latest is more than "
        "the list holds. One just under 12 months before it may be missed."
    ),
    source="Annex A list 3",
    example="""
        child_id | referral_date | referrals_last_12_months | met
        A        | 2026-09-01    | 0                        | no
        B        | 2026-09-01    | 1                        | yes
        C        | 2026-06-01    | 1                        | no
        C        | 2026-09-01    | 1                        | yes
        D        | 2026-06-01    | 2                        | yes
        D        | 2026-09-01    | 2                        | yes
        E        | 2026-09-01    |                          | ?
        F        | 2026-09-01    | 0                        | no
        F        | 2026-09-01    | 0                        | no
        G        | 2025-09-01    | 1                        | -
        G        | 2026-09-01    | 1                        | yes
        H        | 2025-08-31    | 0                        | -
        H        | 2026-09-01    | 0                        | no
                 | 2026-09-01    | 0                        | no
                 | 2026-09-02    | 0                        | no
    """,
)  # fmt: skip
def referred_again(rows: Any, asked: Asked) -> Answer:
    """Two on one day are not one after the other."""
    return Share(asked.within(rows.referral_date), rows.again)


@measure(
    "FD12", "Where referrals come from", referrals,
    better=CONTEXT, theme="front-door", window=SIX_MONTHS,
    numerator="referrals from each source", denominator="referrals in the window",
    source="Annex A list 3",
    example="""
        child_id | referral_date | referral_source | met
        A        | 2026-04-30    | 2A              | 2A
        B        | 2026-10-31    |                 | ?
        C        | 2026-04-29    | 6               | -
    """,
)  # fmt: skip
def referral_sources(rows: Any, asked: Asked) -> Answer:
    """By the code of the source; a blank one is a group too."""
    return Mix(asked.within(rows.referral_date), rows.referral_source, SOURCES)


@measure(
    "FD13", "Referrals followed by an assessment", referrals,
    better=UP, lag=1, theme="front-door", window=SIX_MONTHS,
    numerator="referrals with an assessment of the child that began on or after them",
    denominator="referrals with further action, but for those of the last ten working days",
    leaves_out="referrals that do not say whether there was further action",
    proxy="Any later assessment of the child counts: Annex A does not say which one it led to.",
    source="Annex A lists 3 and 4",
    example="""
        child_id | referral_date | referral_nfa | met
        A        | 2026-09-01    | N            | yes
        B        | 2026-09-01    | N            | no
        C        | 2026-09-01    | Y            | -
        D        | 2026-09-01    |              | ?
        E        | 2026-10-18    | N            | no
        F        | 2026-10-19    | N            | -
        [annex_a.assessments]
        child_id | assessment_start_date
        A        | 2026-09-01
        B        | 2026-08-31
    """,
)  # fmt: skip
def assessed_after(rows: Any, asked: Asked) -> Answer:
    """31 October 2026 is a Saturday: the last ten working days are 19 to 30 October."""
    further = (rows.referral_nfa != "Y").fill_null(True)
    of = asked.within(rows.referral_date) & ~rows.too_new & further
    return Share(of, (rows.referral_nfa == "N").ifelse(rows.assessed_on.notnull(), None))
