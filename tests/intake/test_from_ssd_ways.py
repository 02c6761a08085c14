"""The ways of filling, compared with the same thing done row by row in plain Python."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from from_ssd_given import DAY, extract
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.intake.annex_a_from_ssd import annex_a_from_ssd
from sightline.kit.calendar import add_months

SINCE, YEAR = add_months(DAY, -6), add_months(DAY, -12)
CHILDREN = ("A", "B", "C")
# Around the edges of the windows, where mistakes are.
days = st.one_of(
    st.sampled_from(
        [SINCE, YEAR, DAY, *(d + timedelta(n) for d in (SINCE, YEAR, DAY) for n in (-1, 1))]
    ),
    st.dates(date(2024, 6, 1), date(2026, 6, 1)),
)
maybe = st.none() | days
child = st.sampled_from(CHILDREN)
yes_no = st.sampled_from(["Y", "N", None])
few = settings(max_examples=20, deadline=None)


def known(value: date | None) -> date | None:
    """A date as it was known at the snapshot date."""
    return value if value is not None and value <= DAY else None


def numbered(rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Rows with identifiers of their own."""
    return [{key: f"{key}{n}", **row} for n, row in enumerate(rows)]


def rows(*columns: tuple[str, Any]) -> Any:
    """Lists of rows of drawn values."""
    return st.lists(st.fixed_dictionaries(dict(columns)), max_size=8)


def made(tables: dict[str, list[dict[str, Any]]], key: str) -> list[dict[str, Any]]:
    """A list that is made."""
    return annex_a_from_ssd(extract(tables), DAY, lists=[key]).tables[f"annex_a.{key}"].to_pylist()


@few
@given(
    rows(
        ("cppl_person_id", child),
        ("cppl_cp_plan_start_date", maybe),
        ("cppl_cp_plan_end_date", maybe),
    ),
    rows(
        ("at", st.integers(0, 7)),
        ("cppv_cp_visit_date", maybe),
        ("cppv_cp_visit_seen_alone", yes_no),
    ),
    rows(("at", st.integers(0, 7)), ("cppr_cp_review_date", maybe)),
)
def test_latest_on_latest_and_rows(plans: Any, visits: Any, reviews: Any) -> None:
    """The latest plan of each child, if it is open or ended in the window; visits and reviews."""
    plans = numbered(plans, "cppl_cp_plan_id")
    visits = [{"cppv_cp_plan_id": f"cppl_cp_plan_id{v.pop('at')}", **v} for v in map(dict, visits)]
    reviews = [
        {"cppr_cp_plan_id": f"cppl_cp_plan_id{r.pop('at')}", **r} for r in map(dict, reviews)
    ]
    tables = {"ssd_cp_plans": plans, "ssd_cp_visits": visits, "ssd_cp_reviews": reviews}
    found = {row["child_id"]: row for row in made(tables, "child_protection")}
    expected = {}
    for one in CHILDREN:
        own = [
            (known(p["cppl_cp_plan_start_date"]), known(p["cppl_cp_plan_end_date"]), n, p)
            for n, p in enumerate(plans)
            if p["cppl_person_id"] == one and known(p["cppl_cp_plan_start_date"])
        ]
        if not own:
            continue
        start, end, _, plan = max(own, key=lambda p: (p[0], p[1] or date.max, p[2]))
        if end is None or end >= SINCE:
            key = plan["cppl_cp_plan_id"]
            dated = [
                (known(v["cppv_cp_visit_date"]), n, v["cppv_cp_visit_seen_alone"])
                for n, v in enumerate(visits)
                if v["cppv_cp_plan_id"] == key and known(v["cppv_cp_visit_date"])
            ]
            last = max(dated, key=lambda v: v[:2], default=(None, 0, None))
            held = [
                known(r["cppr_cp_review_date"])
                for r in reviews
                if r["cppr_cp_plan_id"] == key and known(r["cppr_cp_review_date"])
            ]
            earlier = sum(1 for p in own if p[0] < start)
            expected[one] = (start, end, last[0], last[2], max(held, default=None), earlier)
    names = "plan_start_date plan_end_date last_visit_date seen_alone latest_review_date"
    assert {
        c: tuple(row[name] for name in (*names.split(), "previous_plans"))
        for c, row in found.items()
    } == expected


@few
@given(
    rows(
        ("invo_person_id", child),
        ("invo_professional_id", st.sampled_from(["W1", "W2", "W3", None])),
        ("invo_involvement_start_date", maybe),
        ("invo_involvement_end_date", maybe),
        ("invo_professional_role_id", st.sampled_from(["Social worker", "Adviser"])),
    ),
    st.none() | st.dates(SINCE, DAY + timedelta(1)),
)
def test_in_force(involved: Any, ended: date | None) -> None:
    """Of those open now the one that began last; of what closed, of those that ended since."""
    plan = {"cppl_cp_plan_id": "P", "cppl_person_id": "A", "cppl_cp_plan_start_date": YEAR}
    names = {"W1": "Ann", "W2": "Ben"}
    tables = {
        "ssd_cp_plans": [{**plan, "cppl_cp_plan_end_date": ended}],
        "ssd_involvements": numbered(involved, "invo_involvements_id"),
        "ssd_professionals": [
            {"prof_professional_id": k, "prof_professional_name": v} for k, v in names.items()
        ],
    }
    (row,) = made(tables, "child_protection")
    ended = known(ended)
    best = max(
        (
            (end is None, start, n, names.get(i["invo_professional_id"]))
            for n, i in enumerate(involved)
            if i["invo_person_id"] == "A" and i["invo_professional_role_id"] == "Social worker"
            for start in [known(i["invo_involvement_start_date"])]
            for end in [known(i["invo_involvement_end_date"])]
            if start and (end is None or (ended is not None and end >= ended))
        ),
        key=lambda one: one[:3],
        default=(False, None, 0, None),
    )
    assert row["allocated_worker"] == best[3]


@few
@given(rows(("cine_person_id", child), ("cine_referral_date", maybe)))
def test_a_window_and_a_count(referred: Any) -> None:
    """Referrals of six months, each with the child's others in the year to the latest."""
    found = made({"ssd_cin_episodes": numbered(referred, "cine_referral_id")}, "referrals")
    expected = []
    for row in referred:
        own = [
            d
            for other in referred
            if other["cine_person_id"] == row["cine_person_id"]
            if (d := known(other["cine_referral_date"]))
        ]
        if known(row["cine_referral_date"]) and row["cine_referral_date"] >= SINCE:
            first = add_months(max(own), -12)
            counted = sum(1 for d in own if d >= first) - 1
            expected.append((row["cine_person_id"], row["cine_referral_date"], counted))
    names = ("child_id", "referral_date", "referrals_last_12_months")
    assert [tuple(row[name] for name in names) for row in found] == expected


@few
@given(
    st.sampled_from(["00", "01", "02", "09", "12", None]),
    st.sampled_from(["M", "F", "U", None]),
    maybe,
    maybe,
)
def test_first_with_codes(gender: Any, sex: Any, born: Any, expected: Any) -> None:
    """Codes are turned, not known is blank, a local code is kept, and dates may lie ahead."""
    person = {"pers_person_id": "A", "pers_gender": gender, "pers_sex": sex}
    person |= {"pers_dob": born, "pers_expected_dob": expected}
    contact = {"cont_person_id": "A", "cont_contact_date": DAY}
    (row,) = made({"ssd_person": [person], "ssd_contacts": [contact]}, "contacts")
    turned = {"00": None, "01": "M", "02": "F", "09": "I"}.get(gender, gender)
    assert row["gender"] == (turned or sex)
    assert row["date_of_birth"] == (born or expected)
    if born is not None and born <= DAY:
        had = (DAY.month, DAY.day) >= (born.month, born.day)
        assert row["age"] == DAY.year - born.year - (not had)
    else:
        assert row["age"] == (-1 if born or expected else None)


@few
@given(
    rows(
        ("clap_cla_placement_start_date", maybe),
        ("clap_cla_placement_end_date", maybe),
        ("clap_cla_placement_type", st.sampled_from(["U1", "K2", "T0", "T4", None])),
    )
)
def test_placements_in_force_in_the_year(placed: Any) -> None:
    """In force on any of its days, on the last of which an end is an end."""
    care = {"clae_cla_id": "L", "clae_person_id": "A", "clae_cla_episode_start_date": YEAR}
    placements = [{"clap_cla_id": "L", **p} for p in numbered(placed, "clap_cla_placement_id")]
    tables = {"ssd_cla_episodes": [care], "ssd_cla_placement": placements}
    (row,) = made(tables, "children_in_care")
    counted = 0
    for one in placed:
        start, end = (known(one[f"clap_cla_placement_{which}_date"]) for which in ("start", "end"))
        temporary = one["clap_cla_placement_type"] in ("T0", "T4")
        counted += start is not None and (end is None or end > YEAR) and not temporary
    assert row["placements_last_12_months"] == counted
