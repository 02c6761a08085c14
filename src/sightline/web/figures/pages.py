"""The addresses of: Measures, themes and children."""

from __future__ import annotations

from functools import partial

from django.urls import URLPattern

from sightline.web.figures import child_views, downloads, team_views, theme_views, views
from sightline.web.people.rights import Right
from sightline.web.routes import page

_MEASURE = "measures/<slug:measure>"


pages: list[URLPattern] = [
    page("measures", views.measures, "measures", Right.SEE_SHARED),
    page("measures/download", downloads.measures, "measures_download", Right.EXPORT),
    page(_MEASURE, views.measure, "measure", Right.SEE_SHARED),
    page(f"{_MEASURE}/download", downloads.figures, "measure_download", Right.EXPORT),
    page(f"{_MEASURE}/commentary", views.comment, "comment", Right.COMMENT),
    page(f"{_MEASURE}/owner", views.owner, "owner", Right.COMMENT),
    page(f"{_MEASURE}/children", views.measure_children, "measure_children", Right.SEE_CHILDREN),
    page(f"{_MEASURE}/children/download", downloads.rows, "rows_download", Right.EXPORT),
    page("themes", theme_views.themes, "themes", Right.READ_LIBRARY),
    page("themes/<slug:theme>", theme_views.theme, "theme", Right.READ_LIBRARY),
    page("children", child_views.children, "children", Right.SEE_CHILDREN),
    *(
        page(
            f"children/{kind}",
            partial(child_views.children, kind=kind),
            f"children_{kind}",
            Right.SEE_CHILDREN,
        )
        for kind in ("overdue", "due", "signals")
    ),
    page("children/waits", child_views.waits, "children_waits", Right.SEE_CHILDREN),
    page("children/open", child_views.open_child, "open_child", Right.SEE_CHILDREN),
    page("children/download/<slug:kind>", downloads.children, "children_download", Right.EXPORT),
    page("children/<slug:ref>", child_views.child, "child", Right.SEE_CHILDREN),
    page("teams", team_views.teams, "teams", Right.SEE_FIGURES),
    page("teams/<slug:team>", team_views.team, "team", Right.SEE_FIGURES),
]
