"""What most lists say of the child: age and disability."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import Expression, work
from sightline.standards.ssd_to_annex_a import MAPPINGS

# A child whose birth is not recorded is unborn, even where the date expected has passed.
AGE = Expression(
    """
    SELECT b.n, any_value(
        CASE WHEN coalesce(p.pers_dob, p.pers_expected_dob) IS NULL THEN NULL
             WHEN p.pers_dob IS NULL OR p.pers_dob > as_at() THEN -1
             ELSE date_sub('year', p.pers_dob, as_at()) END) AS value
    FROM base b JOIN (
        SELECT * FROM ssd_person
        QUALIFY row_number() OVER (PARTITION BY pers_person_id ORDER BY _place) = 1
    ) p ON p.pers_person_id = b.child
    GROUP BY b.n
    """,
    select=True,
)

DISABILITY = Expression(
    """
    SELECT b.n, CASE WHEN bool_or(d.disa_disability_code <> 'NONE') THEN 'Y' ELSE 'N' END AS value
    FROM base b JOIN ssd_disability d ON d.disa_person_id = b.child
    WHERE d.disa_disability_code IS NOT NULL
    GROUP BY b.n
    """,
    select=True,
    otherwise="'U'",
)

for _mapping in MAPPINGS:
    _columns = {column.name: column for column in _mapping.target.columns}
    work(_columns["age"], AGE)
    if "has_disability" in _columns:
        work(_columns["has_disability"], DISABILITY)
