"""Actions: who is to do what by when, doing it, and somebody else seeing that it is done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from sightline.audits.actions import Step, check, check_verified
from sightline.regime.themes import THEMES, by_id
from sightline.web.audits import access
from sightline.web.audits.models import Action, Audit
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.look.filters import day
from sightline.web.look.listing import chips, csv_download, links
from sightline.web.people.forms import problems
from sightline.web.people.rights import ROLES, Right
from sightline.web.trail.record import record

_SIZE = 25
_OVERDUE = "overdue"
HEAD = ("Action", "Audit", "Theme", "Who", "By", "Where it stands")


class ActionFilter(forms.Form):
    """Which actions to list."""

    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[("", "All"), (_OVERDUE, "overdue"), *((str(s), str(s)) for s in Step)],
    )
    whose = forms.ChoiceField(
        label="Whose", required=False, choices=[("", "Everybody's"), ("mine", "Mine")]
    )
    theme = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "All"), *((t.id, t.title) for t in THEMES)]
    )


def actions(request: HttpRequest) -> HttpResponse:
    """The actions that one may see, what is due first."""
    form = ActionFilter(request.GET or None)
    rows = chosen(request.user, form)
    found = Paginator(rows, _SIZE).get_page(request.GET.get("page"))
    told = {
        "title": "Actions",
        "rows": [_row(one) for one in found.object_list],
        "head": HEAD,
        "total": found.paginator.count,
        "none_at_all": not access.visible_actions(request.user).exists(),
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "pages": links(request, found.number, found.paginator.num_pages),
        "query": request.GET.urlencode(),
        "crumbs": crumbs(None, ("Actions", None)),
    }
    return render(request, "audits/actions.html", told)


def chosen(person: Any, form: ActionFilter) -> list[Action]:
    """The actions that the filters keep: what is overdue is worked out, so it is a list."""
    said = form.cleaned_data if form.is_valid() else {}
    rows = access.visible_actions(person)
    if said.get("whose"):
        rows = rows.filter(owner=person)
    if said.get("theme"):
        rows = rows.filter(theme=said["theme"])
    wanted = said.get("state")
    return [one for one in rows if not wanted or _is(one, wanted)]


def _is(one: Action, wanted: str) -> bool:
    now = one.standing()
    return bool(now.overdue_by) if wanted == _OVERDUE else str(now.step) == wanted


def _row(one: Action) -> list[Any]:
    from django.urls import reverse

    state = one.standing()
    shown: Any = {"tag": str(state), "colour": "orange"} if state.overdue_by else str(state)
    return [
        (reverse("audit_action", args=[one.pk]), one.what[:120]), one.audit.label,
        theme_title(one.theme), one.owner.name if one.owner else "Nobody yet", day(one.due), shown,
    ]  # fmt: skip


def theme_title(theme: str) -> str:
    """A theme in words."""
    return by_id(theme).title if theme else "–"


def download(request: HttpRequest) -> HttpResponseBase:
    """The list as a file, with its filters."""
    rows = chosen(request.user, ActionFilter(request.GET or None))
    record(request, "exported", "list of actions", rows=len(rows))
    name = f"actions-{timezone.localdate()}.csv"
    return csv_download(name, HEAD, [
        [a.what, a.audit.label, theme_title(a.theme), a.owner.name if a.owner else "",
         a.due.isoformat(), str(a.standing())]
        for a in rows
    ])  # fmt: skip


class SetForm(forms.Form):
    """What will be done, by whom, by when, and what will be different."""

    what = forms.CharField(
        label="What will be done?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    different = forms.CharField(
        label="What will be different for the child when it is done?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    owner = forms.ChoiceField(label="Who will do it?", help_text="One person")
    due = forms.DateField(label="By when?", help_text="For example 2026-11-30")
    theme = forms.ChoiceField(label="Theme", choices=[(t.id, t.title) for t in THEMES])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from sightline.web.people.models import Person

        super().__init__(*args, **kwargs)
        roles = [role.key for role in ROLES.values() if Right.ACT in role.rights]
        people = Person.objects.filter(role__in=roles, is_active=True).order_by("last_name")
        self.people = {str(p.pk): p for p in people}
        choices = [(pk, f"{p.name}, {p.in_role.title}") for pk, p in self.people.items()]
        self.fields["owner"].choices = [("", "Choose"), *choices]

    def clean(self) -> dict[str, Any]:
        """As an action should be: a sentence, one person, a date to come, a difference."""
        said = super().clean() or {}
        if not self.errors:
            made = Action(
                what=said["what"], different=said["different"], due=said["due"],
                owner=self.people[said["owner"]],
            )  # fmt: skip
            for words in check(made.plain):
                self.add_error(_field(words), words)
        return said


def _field(words: str) -> str:
    """The field that a sentence about an action is of."""
    if "different" in words:
        return "different"
    return "due" if "date" in words else "what" if "sentence" in words else "owner"


def set_action(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Set an action on an audit."""
    one = opened(request, audit)
    able = access.works_on(request.user, one) or access.may_moderate(request.user, one)
    only(able and one.state != Audit.WITHDRAWN)
    form = SetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = Action.objects.create(
            audit=one,
            owner=form.people[said["owner"]],
            set_by=request.user,
            **{name: said[name] for name in ("what", "different", "due", "theme")},
        )
        kept(request, one, "set an action", number=made.pk, due=made.due.isoformat())
        messages.success(request, "The action is set.")
        return redirect("audit", audit=one.pk)
    told = {"title": "Set an action", "audit": one, "form": form, "problems": problems(form)}
    told["crumbs"] = crumbs(one, ("Action", None))
    return render(request, "audits/set_action.html", told)


class DoneForm(forms.Form):
    """What shows that it is done."""

    evidence = forms.CharField(
        label="What shows that it is done, and where is it?",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Do not name the child",
    )


def action(request: HttpRequest, action: int) -> HttpResponse:
    """One action: begin it, say that it is done, or verify it."""
    one = access.found_action(request.user, action)
    record(request, "read", f"action {one.pk}", one.audit.reference)
    form = DoneForm(request.POST or None) if "done" in request.POST else DoneForm()
    if request.method == "POST" and _changed(request, one, form):
        return redirect("audit_action", action=one.pk)
    seen = access.visible(request.user).filter(pk=one.audit_id).exists()
    told = {
        "title": "Action",
        "action": one,
        "state": str(one.standing()),
        "theme": theme_title(one.theme),
        "form": form if _may_do(request.user, one) else None,
        "may_begin": _may_do(request.user, one) and one.started_at is None,
        "may_verify": _may_verify(request.user, one),
        "sees_audit": seen,
        "problems": problems(form) if form.is_bound else [],
        "crumbs": crumbs(None, ("Actions", _address("audit_actions")), ("Action", None)),
    }
    return render(request, "audits/action.html", told)


def _address(name: str) -> str:
    from django.urls import reverse

    return reverse(name)


def _may_do(person: Any, one: Action) -> bool:
    """Whoever is to do it, and who runs the programme, until it is verified."""
    able = one.owner_id == person.pk or person.may(Right.RUN_PROGRAMME)
    return bool(person.may(Right.ACT) and able and one.verified_at is None)


def _may_verify(person: Any, one: Action) -> bool:
    """Whoever audits, leads or manages, and did not do it, nor was to."""
    if not person.may(Right.AUDIT) or one.done_at is None or one.verified_at is not None:
        return False
    return person.pk not in (one.done_by_id, one.owner_id)


def _changed(request: HttpRequest, one: Action, form: DoneForm) -> bool:
    person, now = request.user, timezone.now()
    if "begin" in request.POST and _may_do(person, one):
        one.started_at = one.started_at or now
    elif "done" in request.POST and _may_do(person, one):
        if not form.is_valid():
            return False
        said = form.cleaned_data["evidence"]
        one.evidence = "\n".join(filter(None, [one.evidence, said]))
        one.done_at, one.done_by = now, person
    elif "verify" in request.POST and _may_verify(person, one):
        one.verified_at, one.verified_by = now, person
        if wrong := check_verified(one.plain):
            messages.error(request, wrong[0])
            return True
    elif "not_yet" in request.POST and _may_verify(person, one):
        one.done_at, one.done_by = None, None
    else:
        only(False)
    one.save()
    kept(request, one.audit, "changed an action", number=one.pk, state=str(one.standing()))
    messages.success(request, f"The action is now: {one.standing()}.")
    return True
