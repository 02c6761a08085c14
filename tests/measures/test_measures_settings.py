"""Local standards: what a reviewing officer's contact before the review counts for."""

from __future__ import annotations

import pytest
from measured_lists import opened

from sightline.kit.names import by_name
from sightline.kit.problems import UserError
from sightline.measures.figures import figures
from sightline.measures.library import measures_named
from sightline.measures.settings import Settings, settings_of

CHILDREN = """
    child_id | cla_start_date | cla_end_date | legal_status | last_review_date | \
last_iro_contact_date
    A        | 2026-01-05     |              | C2           | 2026-05-31       | 2026-05-31
    B        | 2026-01-05     |              | C2           | 2026-05-31       | 2026-05-17
    C        | 2026-01-05     |              | C2           | 2026-05-31       | 2026-02-28
    D        | 2026-01-05     |              | C2           | 2026-05-31       | 2026-02-27
    E        | 2026-01-05     |              | C2           |                  | 2026-01-04
"""


@pytest.mark.parametrize(
    ("standard", "in_touch"),
    [({}, 1), ({"iro_contact": "2 weeks"}, 2), ({"iro_contact": "13 days"}, 1),
     ({"iro_contact": "3 months"}, 3)],
)  # fmt: skip
def test_contact_before_the_review_counts_where_the_standard_says_so(
    standard: dict[str, str], in_touch: int
) -> None:
    """Three months before the end of May is the end of February. Before care is no contact."""
    with opened(children_in_care=CHILDREN) as data:
        (found,) = figures(data, measures_named("LA12"), settings_of(standard, "here"))
    assert (found.numerator, found.denominator) == (in_touch, 5)


def test_the_length_before_a_review_is_not_in_working_days() -> None:
    with pytest.raises(UserError, match=r"settings\.toml: iro_contact = .* days, weeks or months"):
        settings_of({"iro_contact": "10 working days"}, "settings.toml")
    assert Settings().iro_contact is None


def test_names_stand_in_order_of_their_numbers() -> None:
    names = ["List 10, Adoption", "Team 2b", "List 2, Early help", "team 10", "Äther", "List 1"]
    assert sorted(names, key=by_name) == [
        "List 1", "List 2, Early help", "List 10, Adoption", "Team 2b", "team 10", "Äther",
    ]  # fmt: skip
