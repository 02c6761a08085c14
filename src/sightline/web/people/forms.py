"""Forms about people: adding and changing them, and a reason to see a child."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from sightline.web.people.models import Person
from sightline.web.people.rights import ROLES


class PersonForm(forms.Form):
    """Who somebody is, and what they may see."""

    first_name = forms.CharField(label="First name", max_length=100)
    last_name = forms.CharField(label="Last name", max_length=100)
    username = forms.CharField(label="User name", max_length=100)
    email = forms.EmailField(
        label="Work email address",
        help_text="The same as of their council account, if they sign in with it",
    )
    role = forms.ChoiceField(
        label="Role", choices=[(r.key, r.title) for r in ROLES.values()], widget=forms.RadioSelect
    )
    teams = forms.CharField(
        label="Teams",
        required=False,
        widget=forms.Textarea,
        help_text="One to a line, as the data name them",
    )
    worker = forms.CharField(
        label="Their name or number in the data", required=False, help_text="For a practitioner"
    )
    until = forms.DateField(
        label="Last day of access",
        required=False,
        help_text="Needed for an inspector. For example 2026-11-03",
    )
    password = forms.CharField(
        label="First password",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="12 characters or more. Leave empty for council sign-in alone, or to keep it",
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_username(self) -> str:
        """A user name is one person's."""
        name = str(self.cleaned_data["username"]).strip()
        taken = Person.objects.filter(username__iexact=name)
        if self.person:
            taken = taken.exclude(pk=self.person.pk)
        if taken.exists():
            raise ValidationError("Somebody has this user name: choose another")
        return name

    def clean_teams(self) -> list[str]:
        """The teams, one a line."""
        return [t.strip() for t in self.cleaned_data["teams"].splitlines() if t.strip()]

    def clean_password(self) -> str:
        """A password that is long and not a common one."""
        given = str(self.cleaned_data["password"])
        if given:
            validate_password(given, self.person)
        return given

    def clean(self) -> dict[str, Any]:
        """A role for a time needs its last day; a practitioner a name in the data."""
        said = super().clean() or {}
        role = ROLES.get(said.get("role", ""))
        if role and role.until and not said.get("until"):
            self.add_error("until", "Enter the last day of access: this role is for a time")
        if role and role.scope == "worker" and not said.get("worker"):
            self.add_error("worker", "Enter their name or number in the data")
        return said


class ReasonForm(forms.Form):
    """Why somebody opens a child outside their own teams."""

    reason = forms.CharField(
        label="Why do you need to see this child?",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept with your name and the time. Do not name the child here",
    )


class TokenForm(forms.Form):
    """A name for a token of the API."""

    name = forms.CharField(label="What is it for?", max_length=100)


def problems(form: forms.Form) -> list[tuple[str, str]]:
    """What is wrong, each with the id of its field, for the summary at the top."""
    return [
        (str(error), f"id_{name}" if name != "__all__" else "main-content")
        for name, errors in form.errors.items()
        for error in errors
    ]
