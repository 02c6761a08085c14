"""What is true of care, care leavers, adoption and children who went missing, at a day."""

from __future__ import annotations

from sightline.synthesize.health import INITIAL
from sightline.synthesize.leaving import leaver_now
from sightline.synthesize.missing import DAY
from sightline.synthesize.placements import in_twelve_months
from sightline.synthesize.view import View

Values = dict[str, tuple[int, str]]
_HEALTH_WITHIN = 20
_INTERVIEW_WITHIN = 72 * 60
_MANY_PLACEMENTS = 3
_WORKING = ("F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5")


def in_care(view: View) -> Values:
    """Who came in and left, how often they moved, and first health assessments."""
    began = ended = many = due = in_time = 0
    for child in view.world.children:
        for _, care in view.cares(child):
            began += care.start >= view.since
            ended += view.since <= care.end <= view.day
            if care.end > view.day:
                moves = in_twelve_months(care.placements, view.since_year, view.day)
                many += moves >= _MANY_PLACEMENTS
            limit = view.world.days.plus(care.start, _HEALTH_WITHIN)
            if care.start >= view.since_year and limit <= view.day and care.end > limit:
                due += 1
                in_time += any(kind == INITIAL and day <= limit for day, kind in care.health)
    return {
        "came_into_care": (began, "Periods of care begun in the window."),
        "left_care": (ended, "Periods of care ended in the window."),
        "three_placements": (
            many,
            "Children in care with three placements or more in the 12 months to the day.",
        ),
        "initial_health_due": (
            due,
            "Children who came into care in the 12 months to the day and stayed for more than 20 "
            "working days, which are over.",
        ),
        "initial_health_within_20": (
            in_time,
            "Of those, with an initial health assessment within 20 working days.",
        ),
    }


def leavers(view: View) -> Values:
    """Care leavers at the day."""
    now = [one for child in view.world.children if (one := leaver_now(child, view.day))]
    after = [one for one in now if one.eligibility != "ELIGIBLE"]
    touch = [one for one in after if one.in_touch == "YES"]
    return {
        "care_leavers": (len(after), "Relevant, former relevant and qualifying young people."),
        "eligible_children": (len(now) - len(after), "Eligible children, still in care."),
        "care_leavers_in_touch": (len(touch), "Of the care leavers, in touch."),
        "care_leavers_suitable": (
            sum(one.suitable == "1" for one in touch),
            "Of the care leavers, in suitable accommodation.",
        ),
        "care_leavers_working": (
            sum(one.activity in _WORKING for one in touch),
            "Of the care leavers, in education, employment or training.",
        ),
    }


def adoption(view: View) -> Values:
    """Adopted, and waiting."""
    adopted = waiting = 0
    for child in view.world.children:
        path = child.adoption
        if path is None or path.decision > view.day:
            continue
        if view.past(path.adopted):
            adopted += path.adopted is not None and path.adopted >= view.since_year
        else:
            waiting += not view.past(path.reversed)
    return {
        "adopted": (adopted, "Children adopted in the 12 months to the day."),
        "waiting_for_adoption": (waiting, "Children with a decision, not yet adopted."),
    }


def missing(view: View) -> Values:
    """Times missing, and interviews on return."""
    times = [one for child in view.world.children for one in view.away(child, view.since_year)]
    back = [one for one in times if one.end // DAY <= view.day]
    in_time = sum(
        1
        for one in back
        if one.interview is not None
        and one.interview // DAY <= view.day
        and one.interview - one.end <= _INTERVIEW_WITHIN
    )
    return {
        "times_missing": (len(times), "Times missing that began in the 12 months to the day."),
        "times_returned": (len(back), "Of those, from which the child is back."),
        "interviews_within_72_hours": (
            in_time,
            "Of those, with a return interview held 72 hours or fewer after the return.",
        ),
    }
