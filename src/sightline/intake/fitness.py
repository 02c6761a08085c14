"""Fitness for use: which questions a list can answer, and for how many of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from sightline.intake.checks.declare import table_of
from sightline.intake.lists import Loaded

QUESTIONS: list[Question] = []


@dataclass(frozen=True)
class Question:
    """Something that people ask of a list, and the columns without which a row cannot answer."""

    title: str
    list: str
    needs: tuple[str, ...]

    def __post_init__(self) -> None:
        """A question that names a column that is not there cannot be imported."""
        for name in self.needs:
            table_of(self.list).column(name)
        QUESTIONS.append(self)


def _ask(list_key: str, title: str, needs: str) -> None:
    Question(title, list_key, tuple(needs.split()))


_ask("contacts", "who makes contact", "contact_date contact_source")
_ask("contacts", "ages of the children", "date_of_birth")
_ask("early_help", "time taken", "assessment_start_date assessment_completion_date")
_ask("referrals", "who refers", "referral_date referral_source")
_ask("referrals", "referrals without further action", "referral_nfa")
_ask("referrals", "re-referrals", "referrals_last_12_months")
_ask("assessments", "time taken", "assessment_start_date assessment_authorised_date")
_ask("assessments", "children seen", "child_seen")
_ask("assessments", "outcomes", "needs_support")
_ask("assessments", "teams and workers", "allocated_team allocated_worker")
_ask("section_47", "time to conference", "strategy_discussion_date icpc_date")
_ask("section_47", "outcomes of enquiries", "icpc_unnecessary")
_ask("children_in_need", "time open", "cin_start_date")
_ask("children_in_need", "when the child was last seen", "last_seen_date")
_ask("children_in_need", "teams and workers", "allocated_team allocated_worker")
_ask("child_protection", "time on a plan", "plan_start_date")
_ask("child_protection", "visits", "last_visit_date")
_ask("child_protection", "children seen alone", "last_visit_date seen_alone")
_ask("child_protection", "reviews", "plan_start_date latest_review_date")
_ask("child_protection", "repeat plans", "previous_plans")
_ask("children_in_care", "time in care", "cla_start_date")
_ask("children_in_care", "stability of placements", "placements_last_12_months")
_ask("children_in_care", "time in the placement", "placement_start_date")
_ask("children_in_care", "reviews", "last_review_date")
_ask("children_in_care", "visits", "last_visit_date")
_ask("children_in_care", "health assessments", "last_health_assessment_date")
_ask("children_in_care", "dental checks", "last_dental_check_date")
_ask("children_in_care", "distance from home", "placement_postcode placement_location")
_ask("children_in_care", "plans for permanence", "permanence_plan")
_ask("care_leavers", "being in touch", "in_touch")
_ask("care_leavers", "accommodation", "accommodation_type accommodation_suitability")
_ask("care_leavers", "education, employment and training", "activity_status")
_ask("care_leavers", "pathway plans", "pathway_plan_review_date")
_ask("adoption", "time to adoption", "entered_care_date placed_date")
_ask("adopters", "time to approval", "enquiry_date stage2_end_date")
_ask("ssd_cin_assessments", "time taken", "cina_assessment_start_date cina_assessment_auth_date")
_ask("ssd_cp_visits", "visits", "cppv_cp_visit_date cppv_person_id")
_ask("ssd_cla_placement", "moves", "clap_cla_placement_start_date clap_person_id")
_ask("ssd_involvements", "changes of worker", "invo_professional_id invo_involvement_start_date")
_ask("supervision", "how often supervision is held", "worker_id held_on")
_ask("pre_proceedings", "time in pre-proceedings", "gateway_on ended_on")
_ask("care_proceedings", "weeks in proceedings", "issued_on ended_on")


def fitness(lists: Mapping[str, Loaded]) -> Iterator[dict[str, Any]]:
    """A row for each question that the lists here are asked.

    ``list, question, needs, rows, usable, sentence``: "14 of 210 rows have no “Assessment completed
    date”: anything about time taken leaves them out." Where a column is missing, ``usable`` is 0.
    """
    for question in QUESTIONS:
        if question.list in lists:
            yield _answer(question, lists[question.list])


def _answer(question: Question, one: Loaded) -> dict[str, Any]:
    rows = len(one.rows)
    headings = [one.placed.table.column(n).heading.strip() for n in question.needs]
    missing = [n for n in question.needs if n not in one.rows.column_names]
    row = {
        "list": one.key,
        "question": question.title,
        "needs": "; ".join(headings),
        "rows": rows,
    }
    if missing:
        names = " and ".join(f"“{one.placed.table.column(n).heading.strip()}”" for n in missing)
        return {
            **row,
            "usable": 0,
            "sentence": f"Without the column {names} nothing can be said about {question.title}.",
        }
    known = None
    for name in question.needs:
        there = pc.is_valid(one.rows[name])
        known = there if known is None else pc.and_(known, there)
    usable = pc.sum(known).as_py() or 0
    names = " or ".join(f"“{heading}”" for heading in headings)
    left_out = rows - usable
    said = (
        f"All {rows:,} rows can answer for {question.title}."
        if not left_out
        else f"{left_out:,} of {rows:,} rows have no {names}: anything about {question.title} "
        "leaves them out."
    )
    return {**row, "usable": usable, "sentence": said}
