"""Pages about people: oneself and one's tokens; and for an administrator everybody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sightline.web.people import tokens
from sightline.web.people.forms import PersonForm, TokenForm, problems
from sightline.web.people.models import Person, Token
from sightline.web.people.rights import Right
from sightline.web.trail.record import record


def me(request: HttpRequest) -> HttpResponse:
    """Who one is, what one may do, and one's tokens."""
    form, made = TokenForm(request.POST or None), ""
    if request.method == "POST" and request.user.may(Right.USE_API) and form.is_valid():
        made = tokens.make(request.user, form.cleaned_data["name"])
        record(request, "made a token", form.cleaned_data["name"])
    rights = sorted(r.value for r in request.user.in_role.rights if r is not Right.SIGNED_IN)
    told = {"form": form, "made": made, "rights": rights, "problems": problems(form)}
    mine = Token.objects.filter(person=request.user, stopped_at=None).order_by("-made_at")
    return render(request, "people/me.html", told | {"title": "You", "tokens": mine})


def stop_token(request: HttpRequest, token: int) -> HttpResponse:
    """End one of one's own tokens."""
    found = get_object_or_404(Token, pk=token, person=request.user)
    if request.method == "POST":
        Token.objects.filter(pk=found.pk).update(stopped_at=timezone.now())
        record(request, "stopped a token", found.name)
        messages.success(request, "The token can no longer be used.")
    return redirect("me")


def everybody(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account."""
    rows = Person.objects.order_by("last_name", "first_name", "username")
    return render(request, "people/everybody.html", {"title": "People", "rows": rows})


def add(request: HttpRequest) -> HttpResponse:
    """Add somebody."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = Person(username=form.cleaned_data["username"])
        _save(request, person, form.cleaned_data, "added")
        return redirect("people")
    told = {"title": "Add somebody", "form": form, "problems": problems(form)}
    return render(request, "people/person.html", told)


def change(request: HttpRequest, person: int) -> HttpResponse:
    """Change somebody's role, teams or last day."""
    found = get_object_or_404(Person, pk=person)
    first = {name: getattr(found, name) for name in PersonForm.base_fields if name != "password"}
    first["teams"] = "\n".join(found.teams)
    form = PersonForm(request.POST or None, initial=first, person=found)
    if request.method == "POST" and form.is_valid():
        _save(request, found, form.cleaned_data, "changed")
        return redirect("people")
    told = {"title": found.name, "form": form, "found": found, "problems": problems(form)}
    return render(request, "people/person.html", told)


def switch(request: HttpRequest, person: int) -> HttpResponse:
    """Take somebody's access away, or give it back."""
    found = get_object_or_404(Person, pk=person)
    if request.method == "POST" and found != request.user:
        found.is_active = not found.is_active
        found.save(update_fields=["is_active"])
        record(request, "opened" if found.is_active else "closed", f"account {found.username}")
        state = "can sign in" if found.is_active else "can no longer sign in"
        messages.success(request, f"{found.name} {state}.")
    return redirect("people")


def _save(request: HttpRequest, person: Person, said: dict[str, Any], what: str) -> None:
    for name in ("username", "first_name", "last_name", "email", "role", "worker", "until"):
        setattr(person, name, said[name])
    person.teams = said["teams"]
    if said["password"]:
        person.set_password(said["password"])
    elif person.pk is None:
        person.set_unusable_password()
    person.save()
    record(
        request, what, f"account {person.username}", role=person.role, teams=person.teams,
        until=said["until"].isoformat() if said["until"] else "",
    )  # fmt: skip
    messages.success(request, f"{person.name} is saved.")
