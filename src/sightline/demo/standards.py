"""The demonstration authority's own standards and events, as it would write them for itself."""

from __future__ import annotations

from pathlib import Path

SETTINGS = """\
# What the made-up authority has set for itself. See the guide to figures.
[measures]
cp_visit = "10 working days"
cin_visit = "6 weeks"
cin_plan_length = "12 months"
cin_review = "3 months"
core_group = "6 weeks"
pre_proceedings = "16 weeks"
pre_proceedings_meeting = "10 working days"
child_supervision = "6 weeks"
worker_supervision = "5 weeks"
adopter_wait = "12 months"
children_per_worker = 20
first_year_children = 12
population = 98000
population_source = "made up"

[measures.targets]
AS02 = "85%"
SE04 = "85%"
LA15 = "90%"

[[measures.events]]
on = 2026-01-31
title = "A new manager in one assessment team; a new model of practice in two safeguarding teams"

[[measures.events]]
on = 2026-05-31
title = "More clinics for first health assessments"
"""


def write_settings(workspace: Path) -> Path:
    """Write the settings into a workspace, unless somebody has set others there."""
    from sightline.measures.settings import FILE

    path = workspace / FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SETTINGS, encoding="utf-8")
    return path
