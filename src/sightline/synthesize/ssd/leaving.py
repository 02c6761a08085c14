"""Tables of the SSD about leaving care: care leavers, and permanence by adoption or an order."""

from __future__ import annotations

from sightline.synthesize.annex_a.common import said
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Adoption, Care, Child
from sightline.synthesize.leaving import allocated_episode, leaver_now
from sightline.synthesize.ssd.known import Row, cares, team_id
from sightline.synthesize.view import View
from sightline.synthesize.workforce import Worker, adviser_of

_SALT = 851
_ORDERS = {"E41": "CAO", "E45": "SGO", "E46": "SGO", "E47": "SGO", "E48": "SGO"}
_COUPLES = {"MF": Weighted({"L11": 0.85, "L3": 0.15}), "FF": Weighted({"L12": 0.7, "L4": 0.3})}


def care_leavers(view: View) -> list[Row]:
    """Care leavers as they are at the day."""
    rows = []
    for child in view.world.children:
        if child.leaver is None:
            continue
        now, adviser = leaver_now(child, view.day), adviser_of(child, view.day)
        if now is None or adviser is None:
            continue
        holder = adviser
        if now.eligibility == "ELIGIBLE":
            holder = view.holder(allocated_episode(child)).worker
        rows.append(
            {
                "clea_table_id": f"CL{child.number}",
                "clea_person_id": child.id,
                "clea_care_leaver_eligibility": now.eligibility,
                "clea_care_leaver_in_touch": now.in_touch,
                "clea_care_leaver_latest_contact": any_date(now.contact),
                "clea_care_leaver_accommodation": now.home or None,
                "clea_care_leaver_accom_suitable": now.suitable or None,
                "clea_care_leaver_activity": now.activity or None,
                "clea_pathway_plan_review_date": any_date(now.review),
                "clea_care_leaver_personal_advisor": adviser.name,
                "clea_care_leaver_allocated_team": team_id(holder.team),
                "clea_care_leaver_worker_id": holder.id,
            }
        )
    return rows


def permanence(view: View) -> list[Row]:
    """Decisions that a child should be adopted, and orders that took a child out of care."""
    families = {one.id: one for one in view.world.adopters.families}
    rows = []
    for child, _, own, care in cares(view):
        path = child.adoption
        if path and path.decision <= view.day and care.start < path.decision <= care.end:
            people = families[path.family].people if path.family else ()
            rows.append(_adoption(view, child, own, path, [gender for gender, _, _ in people]))
        elif care.reason in _ORDERS and care.end <= view.day:
            rows.append(_order(child, own, care))
    return rows


def _adoption(view: View, child: Child, own: str, path: Adoption, people: list[str]) -> Row:
    brothers = [
        one
        for one in child.family.children
        if one.adoption and one.adoption.decision == path.decision
    ]
    holder: Worker = view.holder(allocated_episode(child)).worker
    made: Row = {
        "perm_table_id": f"PM{own[1:]}",
        "perm_person_id": child.id,
        "perm_cla_id": own,
        "perm_adm_decision_date": any_date(path.decision),
        "perm_ffa_cp_decision_date": view.known(path.early),
        "perm_placement_order_date": view.known(path.order),
        "perm_placed_for_adoption_date": view.known(path.placed),
        "perm_matched_date": view.known(path.match),
        "perm_adopted_by_carer_flag": "N",
        "perm_placed_ffa_cp_date": view.known(path.early),
        "perm_decision_reversed_date": view.known(path.reversed),
        "perm_decision_reversed_reason": path.reason if view.past(path.reversed) else None,
        "perm_part_of_sibling_group": said(len(brothers) > 1),
        "perm_siblings_placed_together": len(brothers) if view.past(path.placed) else None,
        "perm_siblings_placed_apart": 0 if view.past(path.placed) else None,
        "perm_permanence_order_date": view.known(path.adopted),
        "perm_permanence_order_type": "ADOPTION" if view.past(path.adopted) else None,
        "perm_adoption_worker_id": holder.id,
    }
    if view.past(path.match) and people:
        made |= _adopters(child, people)
    return made


def _adopters(child: Child, people: list[str]) -> Row:
    if len(people) == 1:
        sex, status = f"{people[0]}1", "L0"
    else:
        sex = "MF" if len(set(people)) > 1 else people[0] * 2
        couples = _COUPLES["MF" if sex == "MF" else "FF"]
        status = couples.at(draw(child.number, _SALT))
    return {
        "perm_adopter_sex": sex,
        "perm_adopter_legal_status": status,
        "perm_number_of_adopters": len(people),
    }


def _order(child: Child, own: str, care: Care) -> Row:
    return {
        "perm_table_id": f"PM{own[1:]}",
        "perm_person_id": child.id,
        "perm_cla_id": own,
        "perm_permanence_order_date": any_date(care.end),
        "perm_permanence_order_type": _ORDERS[care.reason],
    }


TABLES = {"ssd_care_leavers": care_leavers, "ssd_permanence": permanence}
