"""Drawing a sample: what to draw, the draw with its statement, and giving out the audits."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sightline.audits.sampling import Method
from sightline.audits.tools import tool
from sightline.web.audits import access, draws, frames, lists
from sightline.web.audits.draws import Drawn, Wanted
from sightline.web.audits.frames import MEASURE, SIGNAL, Frame
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.people.forms import problems
from sightline.web.published import published_for
from sightline.web.trail.record import record

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

_METHODS = (
    (Method.RANDOM, "At random"),
    (Method.STRATIFIED, "At random within groups, in proportion"),
    (Method.PURPOSIVE, "Picked on purpose, and labelled so"),
)
_MOST = 200
_DAYS = 30


class SampleForm(forms.Form):
    """What to draw, from which list, how, and for whom."""

    tool = forms.ChoiceField(label="Tool")
    source = forms.ChoiceField(
        label="From which list?", choices=frames.SOURCES, widget=forms.RadioSelect
    )
    measure = forms.ChoiceField(
        label="Measure", required=False, help_text="For children of whom a measure says: not met"
    )
    signal = forms.ChoiceField(
        label="Signal", required=False, help_text="For children with a signal"
    )
    method = forms.ChoiceField(
        label="How are children chosen?",
        choices=[(str(m), words) for m, words in _METHODS],
        widget=forms.RadioSelect,
    )
    strata = forms.MultipleChoiceField(
        label="Groups",
        required=False,
        choices=frames.STRATA,
        widget=forms.CheckboxSelectMultiple,
        help_text="For a draw within groups",
    )
    size = forms.IntegerField(label="How many children?", min_value=1, max_value=_MOST)
    seed = forms.CharField(
        label="Seed",
        max_length=60,
        help_text="The same seed and list give the same children, so that the draw can be checked",
    )
    picks = forms.CharField(
        label="Children picked on purpose",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One to a line: the child's number in the data, a colon, and the reason",
    )
    exclusions = forms.CharField(
        label="Children to leave out",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In the same way. Children audited in the last 12 months are left out anyway",
    )
    auditors = forms.MultipleChoiceField(
        label="Auditors",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nobody is given a child of their own team, or their own work",
    )
    due = forms.DateField(label="Finished by", help_text="For example 2026-11-30")

    def __init__(self, *args: Any, published: Published, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = draws.auditors()
        _give(self, "tool", [(t.id, t.title) for t in lists.child_tools()])
        _give(self, "measure", [("", "None"), *frames.measures(published)])
        _give(self, "signal", [("", "None"), *frames.signals(published)])
        _give(self, "auditors", [(str(p.pk), _called(p)) for p in people])

    def clean(self) -> dict[str, Any]:
        """A list behind a measure needs the measure, and so on."""
        said = super().clean() or {}
        for name in (MEASURE, SIGNAL):
            if said.get("source") == name and not said.get(name):
                self.add_error(name, f"Choose the {name}")
        if said.get("method") == Method.STRATIFIED and not said.get("strata"):
            self.add_error("strata", "Choose what to group by")
        if said.get("method") == Method.PURPOSIVE and not said.get("picks", "").strip():
            self.add_error("picks", "Say which children to pick, and why")
        return said


def _give(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    form.fields[name].choices = choices


def _called(person: Any) -> str:
    own = f", not of {', '.join(person.teams)}" if person.teams else ""
    return f"{person.name}{own}"


def sample(request: HttpRequest) -> HttpResponse:
    """Ask for a draw, see it, and confirm it. Nothing is kept before it is confirmed."""
    published = published_for(request.user)
    told: dict[str, Any] = {"title": "Draw a sample"}
    told["crumbs"] = crumbs(None, ("Draw a sample", None))
    if published is None:
        return render(request, "audits/sample.html", told | {"nothing": True})
    form = SampleForm(request.POST or None, initial=_first(), published=published)
    told |= {"form": form, "as_at": published.said.as_at}
    if request.method != "POST" or not form.is_valid():
        return render(request, "audits/sample.html", told | {"problems": problems(form)})
    source, named = _named(form.cleaned_data)
    frame = frames.frame(published, source, named)
    wanted = _wanted(form, frame)
    made = _drawn(form, wanted, frame, published) if not form.errors else None
    if made is None or "again" in request.POST:
        return render(request, "audits/sample.html", told | {"problems": problems(form)})
    if "confirm" in request.POST:
        return _confirmed(request, published, wanted, made)
    record(request, "drew", "sample, not confirmed", children=len(made.sample.chosen))
    return render(request, "audits/sample_drawn.html", told | _shown(form, made, published))


def _first() -> dict[str, Any]:
    due = timezone.localdate() + timedelta(days=_DAYS)
    return {
        "seed": secrets.token_hex(4), "size": 6, "source": frames.SNAPSHOT,
        "method": str(Method.RANDOM), "due": due.isoformat(),
    }  # fmt: skip


def _named(said: dict[str, Any]) -> tuple[str, str]:
    source = said["source"]
    return source, said.get(source, "") if source in (MEASURE, SIGNAL) else ""


def _wanted(form: SampleForm, frame: Frame) -> Wanted:
    """What the form asks, with children by reference. Adds what is wrong to the form."""
    said = form.cleaned_data
    source, named = _named(said)
    return Wanted(
        tool=said["tool"],
        source=source,
        named=named,
        method=said["method"],
        size=said["size"],
        seed=said["seed"],
        due=said["due"],
        auditors=tuple(int(pk) for pk in said["auditors"]),
        strata=tuple(said["strata"]),
        picks=_children(form, "picks", frame),
        exclusions=_children(form, "exclusions", frame),
    )


def _children(form: SampleForm, name: str, frame: Frame) -> dict[str, str]:
    """Children of a field of lines, by reference, each with its reason."""
    found: dict[str, str] = {}
    for number, line in enumerate(form.cleaned_data[name].splitlines(), start=1):
        child, _, why = line.partition(":")
        if not child.strip():
            continue
        reference = frame.reference(child)
        # The error names the line and not the child: pages with errors are kept by nobody.
        if not reference:
            form.add_error(name, f"Line {number}: no child of this list has that number")
        elif not why.strip():
            form.add_error(name, f"Line {number}: say why, after a colon")
        else:
            found[reference] = why.strip()[:200]
    return found


def _drawn(form: SampleForm, wanted: Wanted, frame: Frame, published: Published) -> Drawn | None:
    try:
        return draws.drawn(wanted, frame, published.said.as_at)
    except ValueError as error:
        form.add_error("size", str(error))
        return None


def _shown(form: SampleForm, made: Drawn, published: Published) -> dict[str, Any]:
    people = {draws.auditor_id(p): p.name for p in draws.auditors()}
    rows = [
        [
            made.frame.numbers[one.child], one.member.team, one.member.worker, one.why,
            people.get(made.auditor_of(one.child), made.given.not_given.get(one.child, "")),
        ]
        for one in made.sample.chosen
    ]  # fmt: skip
    why: dict[str, int] = {}
    for reason in made.sample.excluded.values():
        why[reason] = why.get(reason, 0) + 1
    return {
        "title": "Check the sample",
        "sample": made.sample,
        "rows": rows,
        "left_out": sorted(why.items(), key=lambda pair: -pair[1]),
        "sent": _sent(form),
        "tool": tool(form.cleaned_data["tool"]).title,
        "nobody": len(made.given.not_given),
    }


def _sent(form: SampleForm) -> list[tuple[str, str]]:
    """The form's answers, to be sent again with the confirmation."""
    return [(name, value) for name, values in form.data.lists() if name != "csrfmiddlewaretoken"
            for value in values]  # fmt: skip


def _confirmed(
    request: HttpRequest, published: Published, wanted: Wanted, made: Drawn
) -> HttpResponse:
    audits = draws.give_out(published, wanted, made, request.user)
    for one in audits:
        kept(request, one, "gave out", auditor=one.auditor.username)
    record(request, "drew", "sample", audits=len(audits), seed=wanted.seed, method=wanted.method)
    messages.success(request, f"{len(audits)} audits are given out.")
    return redirect("audits")


def withdraw(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Withdraw an audit of a child who cannot be looked at, with the reason."""
    one = opened(request, audit)
    only(access.sees_all(request.user) and not one.finished)
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:300]
    published = published_for(request.user)
    if request.method == "POST" and reason and published is not None:
        other = _replaced(request, one, published, reason)
        words = "Another child of the same draw takes its place." if other else (
            "Nobody else of the draw stands ready.")  # fmt: skip
        messages.success(request, f"The audit is withdrawn. {words}")
        return redirect("audits")
    told: dict[str, Any] = {"title": "This child cannot be looked at", "audit": one}
    if request.method == "POST":
        told["problems"] = [("Say why the child cannot be looked at.", "reason")]
    told["crumbs"] = crumbs(one, ("Withdraw", None))
    return render(request, "audits/withdraw.html", told)


def _replaced(request: HttpRequest, one: Any, published: Published, reason: str) -> bool:
    try:
        other = draws.replace(one, published, reason, request.user)
    except ValueError as error:
        messages.error(request, str(error))
        return False
    kept(request, one, "withdrew")
    if other is not None:
        kept(request, other, "gave out", auditor=other.auditor.username)
    return other is not None
