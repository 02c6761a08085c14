"""Planters of fields: blanks, codes, dates and numbers that cannot be read or cannot be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from sightline.kit.calendar import add_working_days
from sightline.standards import standard
from sightline.standards.columns import Date
from sightline.synthesize.dirt.declare import Change, Place, age_on, plants
from sightline.synthesize.dirt.events import CHILDREN, LISTS
from sightline.synthesize.printed import Printed

_LONGEST_ID = 20
_OWNERS = ("allocated_team", "allocated_worker", "personal_adviser")

# Not gender and ethnicity, whose blanks are also counted over the list (F14); not the columns
# from which other rules work out who is open, or what follows what.
_REQUIRED = {
    "contacts": ("contact_source",),
    "early_help": ("organisation", "assessment_start_date"),
    "referrals": ("referral_source", "referrals_last_12_months"),
    "assessments": ("has_disability", "child_seen"),
    "section_47": ("has_disability", "icpcs_last_12_months"),
    "children_in_need": ("primary_need", "has_disability"),
    "child_protection": ("initial_category", "latest_category", "epo_or_police_protection"),
    "children_in_care": ("category_of_need", "repeat_care_12_months", "placement_postcode"),
    "care_leavers": ("uasc_or_former", "has_disability"),
    "adoption": ("has_disability", "entered_care_date"),
    "adopters": ("fostering_for_adoption", "enquiry_date"),
}
_CODES = {
    "contacts": ("contact_source",),
    "referrals": ("referral_source",),
    "assessments": ("child_seen", "needs_support"),
    "section_47": ("has_disability", "icpc_unnecessary"),
    "children_in_need": ("primary_need", "closure_reason"),
    "child_protection": ("initial_category", "latest_category", "seen_alone"),
    "children_in_care": ("category_of_need", "permanence_plan", "placement_provider"),
    "care_leavers": ("has_disability", "activity_status"),
    "adoption": ("has_disability", "no_longer_placed_reason"),
    "adopters": ("fostering_for_adoption", "left_process_reason"),
}
# Dates from which no rule concludes that something is missing elsewhere.
_DATES = {
    "contacts": ("contact_date",),
    "early_help": ("assessment_start_date", "assessment_completion_date"),
    "referrals": ("referral_date",),
    "assessments": ("assessment_start_date", "assessment_authorised_date"),
    "section_47": ("strategy_discussion_date",),
    "children_in_need": ("last_seen_date", "cin_closure_date"),
    "child_protection": ("last_visit_date", "latest_review_date", "plan_end_date"),
    "children_in_care": ("last_review_date", "last_health_assessment_date", "cla_end_date"),
    "care_leavers": ("pathway_plan_review_date", "latest_contact_date"),
    "adoption": ("placement_order_date", "match_date", "placed_date"),
    "adopters": ("stage1_start_date", "stage1_end_date", "match_date"),
}
_COUNTS = {
    "referrals": "referrals_last_12_months",
    "section_47": "s47_last_12_months",
    "child_protection": "previous_plans",
    "children_in_care": "placements_last_12_months",
    "adopters": "children_placed",
}


@plants("F01", *LISTS)
def required_and_blank(at: Place) -> Change | None:
    """Reported at the column that is blank."""
    columns = at.there(_REQUIRED[at.list])
    return at.change(at.pick(columns), None) if columns else None


@plants("F02", *_CODES)
def not_a_code(at: Place) -> Change | None:
    """In a column that is filled in, so that it stays so for the rules of pairs."""
    columns = at.there(_CODES[at.list])
    return at.change(at.pick(columns), Printed("Not a code 17")) if columns else None


@plants("F02", "early_help", most=0.015)
def not_a_gender(at: Place) -> Change | None:
    """List 2 has no other codes. Few rows, since what cannot be read also counts for F14."""
    return at.change(at.pick(("gender", "ethnicity")), Printed("Not a code 17"))


@plants("F03", *LISTS)
def not_a_date(at: Place) -> Change | None:
    """Reported at the date. It counts as filled in."""
    columns = _free_dates(at)
    words = at.pick(("31/02/2026", "not known yet", "early March"))
    return at.change(at.pick(columns), Printed(words)) if columns else None


@plants("F04", *LISTS)
def date_as_text(at: Place) -> Change | None:
    """The same day, written as text: any date of the row but that of birth."""
    columns = at.there(_events(at.list))
    if not columns:
        return None
    column = at.pick(columns)
    forms = ("%d/%m/%y",) if at.bed.text_only else ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%y")
    day: date = at[column]
    if day.year < 1990:
        return None
    return at.change(column, Printed(day.strftime(at.pick(forms))))


@cache
def _events(list_key: str) -> tuple[str, ...]:
    table = standard("annex_a").by_key(list_key)
    dates = (column.name for column in table.columns if isinstance(column, Date))
    return tuple(name for name in dates if name != "date_of_birth")


def _free_dates(at: Place) -> list[str]:
    """Dates that may go. That of a referral only where no assessment has to rest on it."""
    if at.list == "referrals" and at.rows("assessments"):
        return []
    return at.there(_DATES[at.list])


@plants("F05", *LISTS)
def after_the_snapshot(at: Place) -> Change | None:
    """The latest date of something that goes on, so that no order is broken."""
    column = _LATEST[at.list](at)
    if not column:
        return None
    return at.change(column, add_working_days(at.as_at, at.bed.rng.randint(2, 12)))


def _latest_event(at: Place) -> str:
    """The event itself, unless an assessment rests on it, or the child would come of age."""
    grown = at["date_of_birth"] and age_on(at["date_of_birth"], at.as_at) >= 17
    column = {"contacts": "contact_date", "referrals": "referral_date"}[at.list]
    return "" if grown or (at.list == "referrals" and at.rows("assessments")) else column


def _latest_of(*columns: str, unless: str = "") -> Callable[[Place], str]:
    def latest(at: Place) -> str:
        there = at.there(columns)
        return "" if not there or (unless and at.row[unless] is not None) else at.pick(there)

    return latest


def _latest_conference(at: Place) -> str:
    """A conference that did not lead to a plan: a plan begins on its day."""
    return "icpc_date" if at["icpc_led_to_plan"] == "N" and at["icpc_date"] else ""


def _latest_step(at: Place) -> str:
    """The last step of a process that goes on."""
    if at["adoption_order_date"] or at.row.get("left_process_date"):
        return ""
    if at.list == "adoption":
        steps = at.there(("should_be_placed_date", "placement_order_date", "match_date"))
        return "" if at["placed_date"] or at["no_longer_placed_date"] else steps[-1]
    steps = at.there(("stage1_start_date", "stage1_end_date", "stage2_start_date"))
    return "" if at["stage2_end_date"] or not steps else steps[-1]


_LATEST: dict[str, Callable[[Place], str]] = {
    "contacts": _latest_event,
    "early_help": _latest_of("assessment_completion_date"),
    "referrals": _latest_event,
    "assessments": _latest_of("assessment_authorised_date"),
    "section_47": _latest_conference,
    "children_in_need": _latest_of("last_seen_date", unless="cin_closure_date"),
    "child_protection": _latest_of("last_visit_date", "latest_review_date", unless="plan_end_date"),
    "children_in_care": _latest_of("last_visit_date", "last_review_date", unless="cla_end_date"),
    "care_leavers": _latest_of("pathway_plan_review_date", "latest_contact_date"),
    "adoption": _latest_step,
    "adopters": _latest_step,
}


@plants("F06", *LISTS)
def before_any_record(at: Place) -> Change | None:
    """A spreadsheet's first day, or one before 1990. No order is asked of it."""
    columns = _free_dates(at)
    day = at.pick((date(1900, 1, 1), date(1970, 1, 1), date(1989, 12, 1) + at.days(0, 30)))
    return at.change(at.pick(columns), day) if columns else None


@plants("F07", *CHILDREN, "adopters")
def not_a_number(at: Place) -> Change | None:
    """A count in words or below nought; where the list has none, an age in words."""
    column = _COUNTS.get(at.list, "age")
    if at[column] is None:
        return None
    return at.change(column, Printed("about five") if column == "age" else _no_count(at))


def _no_count(at: Place) -> object:
    return at.pick((-1, Printed("three"), Printed("2 or 3")))


@plants("F08", *CHILDREN)
def odd_identifier(at: Place) -> Change | None:
    """In all of the child's rows, so that the lists still agree; reported at each of them."""
    was = str(at["child_id"])
    known = at.pick((f"{was}?", f"{was[:3]} {was[3:]}", was + "0" * _LONGEST_ID))
    made = Change()
    for key, rows in at.child.items():
        for row in rows:
            made.set(key, row, child_id=known).report(key, row, "child_id")
    return made


@plants("F08", "contacts", "early_help", most=0.005)
def no_identifier(at: Place) -> Change | None:
    """Where the child has no other row."""
    alone = sum(len(rows) for rows in at.child.values()) == 1
    return at.change("child_id", None) if alone else None


@plants("F09", "children_in_care")
def not_a_postcode(at: Place) -> Change | None:
    """Reported at the postcode."""
    return at.change("placement_postcode", at.pick(("12345", "ZZ1", "ZZ9 ZZZ")))


@plants("F10", *CHILDREN)
def another_age(at: Place) -> Change | None:
    """On one row, since the age is not compared between lists."""
    if at["age"] is None or at["age"] < 0 or at["date_of_birth"] is None:
        return None
    return at.change("age", at["age"] + at.bed.rng.randint(1, 3))


@plants("F11", *CHILDREN)
def unborn_with_a_sex(at: Place) -> Change | None:
    """On all of the child's rows, so that the lists still agree; reported at each of them."""
    if at["date_of_birth"] is None or at["date_of_birth"] <= at.as_at:
        return None
    gender, made = at.pick("MF"), Change()
    for key, rows in at.child.items():
        for row in rows:
            made.set(key, row, gender=gender).report(key, row, "gender")
    return made


@cache
def _may_be_blank(list_key: str) -> tuple[str, ...]:
    columns = standard("annex_a").by_key(list_key).columns
    return tuple(c.name for c in columns if not c.required and c.name not in _OWNERS)


@plants("F12", *LISTS)
def placeholder(at: Place) -> Change | None:
    """In a cell that is blank, or in place of an age: so nothing else changes."""
    columns = [name for name in _may_be_blank(at.list) if at.row.get(name) is None]
    if not columns and at.row.get("age") is None:
        return None
    words = at.pick(("#N/A", "-", "N/A", "NULL"))
    return at.change(at.pick(columns or ["age"]), Printed(words))


@plants("F13", *(key for key in CHILDREN if key not in ("children_in_care", "care_leavers")))
def birth_not_known(at: Place) -> Change | None:
    """On one row; the age still shows that the child is born."""
    return at.change("date_of_birth", None) if (at["age"] or 0) > 0 else None
