"""Lists of audits: filters, rows in words, and what a download holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from sightline.audits.declare import Activity
from sightline.audits.tools import all_tools
from sightline.web.audits import sheet
from sightline.web.audits.models import Audit
from sightline.web.look.filters import day, moment

SIZE = 25
HEAD = ("Audit", "Tool", "Team", "Auditor", "Status", "Due", "Finished", "Overall")


class AuditFilter(forms.Form):
    """Which audits to list."""

    state = forms.ChoiceField(label="Status", required=False, choices=[("", "All"), *Audit.STATES])
    tool = forms.ChoiceField(label="Tool", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    auditor = forms.ChoiceField(label="Auditor", required=False)

    def __init__(self, *args: Any, seen: QuerySet[Audit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = seen.order_by("team").values_list("team", flat=True).distinct()
        who = seen.order_by("auditor__last_name", "auditor__first_name").values_list(
            "auditor__username", "auditor__first_name", "auditor__last_name"
        )
        names = {name: f"{first} {last}".strip() or name for name, first, last in who.distinct()}
        _choices(self, "tool", [(t.id, t.title) for t in child_tools()])
        _choices(self, "team", [(team, team) for team in teams if team])
        _choices(self, "auditor", list(names.items()))

    def kept(self, seen: QuerySet[Audit]) -> QuerySet[Audit]:
        """The audits that the filters keep."""
        said = self.cleaned_data if self.is_valid() else {}
        names = {"state": "state", "tool": "tool", "team": "team", "auditor": "auditor__username"}
        return seen.filter(**{names[k]: v for k, v in said.items() if v})


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    form.fields[name].choices = [("", "All"), *choices]


def child_tools() -> list[Any]:
    """The tools that an auditor works with: all but the forms of families."""
    return [tool for tool in all_tools() if tool.kind is not Activity.FEEDBACK]


def status(audit: Audit) -> str:
    """Its status in words; in progress, with who was there last and when."""
    words = audit.get_state_display()
    if audit.state == Audit.STARTED and audit.touched_by:
        return f"{words} – {audit.touched_by.name}, {moment(audit.touched_at)}"
    return words


def task(audit: Audit) -> dict[str, Any]:
    """An audit as an item of a task list."""
    done = sheet.completeness(audit)
    hint = f"{audit.team}. Due {day(audit.due)}. {str(done).capitalize()}."
    shown: dict[str, Any] = {"text": status(audit)}
    if audit.state == Audit.GIVEN:
        shown = {"tag": {"text": status(audit), "classes": "govuk-tag--blue"}}
    elif audit.touched_by:
        shown = {"html": in_progress(f"{audit.touched_by.name}, {moment(audit.touched_at)}")}
    return {
        "title": {"text": f"{audit.declared.title}, {audit.label}"},
        "hint": {"text": hint},
        "href": reverse("audit", args=[audit.pk]),
        "status": shown,
    }


def in_progress(who: str) -> str:
    """The tag of what is in progress, with who was there last and when."""
    tag = '<strong class="govuk-tag govuk-tag--yellow">In progress</strong>'
    return format_html(tag + "<br>{}", who) if who else mark_safe(tag)


def rows(audits: Iterable[Audit]) -> list[list[Any]]:
    """Rows of the table, the first cell a link."""
    return [
        [(reverse("audit", args=[a.pk]), a.label), *_cells(a), grade(a, a.final) or "–"]
        for a in audits
    ]


def _cells(audit: Audit) -> list[Any]:
    return [
        audit.declared.title, audit.team or "–", audit.auditor.name, status(audit),
        day(audit.due), day(audit.submitted_at),
    ]  # fmt: skip


def download(audits: Iterable[Audit]) -> Iterator[list[Any]]:
    """Rows of the download: as on the page, dates as dates."""
    for audit in audits:
        done = audit.done_on.isoformat() if audit.submitted_at else ""
        yield [
            audit.label, audit.declared.title, audit.team, audit.auditor.name,
            audit.get_state_display(), audit.due.isoformat(), done, grade(audit, audit.final),
        ]  # fmt: skip


def grade(audit: Audit, value: str) -> str:
    """A grade in the words of the audit's scale."""
    scale = audit.declared.scale
    return scale.step(value).label if value in scale.values else value
