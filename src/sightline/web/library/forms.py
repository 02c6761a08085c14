"""Forms of the library: the search box with its filters, corrections, and adding a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.packs.words import KINDS, POLARITIES, ROLES, TOPICS
from sightline.regime.themes import THEMES
from sightline.reports.facts import FIELDS, GRADES
from sightline.web.library.asking import Asked

Choices = list[tuple[str, str]]
ANY = [("", "Any")]
THEME_CHOICES: Choices = [(theme.id, theme.title) for theme in THEMES]
KIND_CHOICES: Choices = [(k, w) for k, w in KINDS.items() if k not in ("other", "unreadable")]
DATES = ("start_date", "end_date", "letter_date", "published_date", "previous_date", "due_date")
GRADED = ("Outstanding", "Good", "Requires improvement", "Adequate", "Inadequate")
_PARTIAL = re.compile(r"\d{4}(-\d{2})?")
_SHOULD_BE = "What it should be"
_DAY_HINT = "Year, month and day. For example 2026-11-03"
NOT_CORRECTED = ("authority", "virtual")
"""Facts that say whose the document is, or that no page shows."""


class SearchForm(forms.Form):
    """What to look for among the findings."""

    q = forms.CharField(label="Words", required=False, max_length=200)
    theme = forms.ChoiceField(label="Theme", required=False, choices=ANY + THEME_CHOICES)
    polarity = forms.ChoiceField(
        label="What it says", required=False, choices=ANY + list(POLARITIES.items())
    )
    role = forms.ChoiceField(
        label="Part of the report", required=False, choices=ANY + list(ROLES.items())
    )
    kind = forms.ChoiceField(label="Kind of document", required=False, choices=ANY + KIND_CHOICES)
    authority = forms.ChoiceField(label="Authority", required=False)
    since = forms.IntegerField(
        label="From the year", required=False, min_value=1990, max_value=2100
    )
    until = forms.IntegerField(label="To the year", required=False, min_value=1990, max_value=2100)

    def __init__(self, *args: Any, authorities: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        chosen = self.fields["authority"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [*ANY, *authorities]

    def asked(self) -> Asked:
        """The question; what cannot be read is not asked."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        names = ("theme", "polarity", "role", "kind", "authority")
        return Asked(
            words=said.get("q", ""),
            since=said.get("since"),
            until=said.get("until"),
            **{name: said.get(name, "") for name in names},
        )


class DocumentsForm(forms.Form):
    """Which documents to list."""

    q = forms.CharField(label="Words", required=False, max_length=200)
    kind = forms.ChoiceField(
        label="Kind of document", required=False, choices=ANY + list(KINDS.items())
    )
    authority = forms.ChoiceField(label="Authority", required=False)

    def __init__(self, *args: Any, authorities: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        chosen = self.fields["authority"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [*ANY, *authorities]


class CorrectionsForm(forms.Form):
    """Which corrections to list."""

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[
            *ANY,
            ("in force", "In force"),
            ("lost", "No longer found"),
            ("withdrawn", "Withdrawn"),
        ],
    )


def _reason() -> forms.CharField:
    return forms.CharField(
        label="Why?",
        min_length=5,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept with your name, and shown to whoever reads the document",
        error_messages={
            "required": "Say why it should be changed",
            "min_length": "Say why in a few words more",
        },
    )


class FindingForm(forms.Form):
    """What a finding should be."""

    polarity = forms.ChoiceField(label="What it says", choices=list(POLARITIES.items()))
    theme_1 = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "None"), *THEME_CHOICES]
    )
    theme_2 = forms.ChoiceField(
        label="Second theme", required=False, choices=[("", "None"), *THEME_CHOICES]
    )
    theme_3 = forms.ChoiceField(
        label="Third theme", required=False, choices=[("", "None"), *THEME_CHOICES]
    )
    not_a_finding = forms.BooleanField(
        label="It is not a finding: leave it out everywhere", required=False
    )
    reason = _reason()

    def themes(self) -> list[str]:
        """The themes chosen, each once, in order."""
        said = [self.cleaned_data[f"theme_{n}"] for n in (1, 2, 3)]
        return list(dict.fromkeys(theme for theme in said if theme))


class FactForm(forms.Form):
    """What a fact should be."""

    value: forms.Field = forms.CharField(label=_SHOULD_BE, max_length=500)
    reason = _reason()

    def __init__(self, *args: Any, fact: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact = fact
        if fact == "topic":
            self.fields["value"] = forms.ChoiceField(label=_SHOULD_BE, choices=list(TOPICS.items()))
        elif fact in GRADES or fact == "previous_overall":
            self.fields["value"] = forms.ChoiceField(
                label=_SHOULD_BE, choices=[(g, g) for g in GRADED]
            )
        elif fact == "ordinal":
            self.fields["value"] = forms.IntegerField(label=_SHOULD_BE, min_value=1, max_value=99)
        else:
            self.fields["value"].help_text = _DAY_HINT if fact in DATES else FIELDS[fact]
        self.fields["value"].error_messages["required"] = "Enter what it should be"

    def clean_value(self) -> str | int:
        """A date that is one; a number; other words as they are."""
        if isinstance(self.cleaned_data["value"], int):
            return int(self.cleaned_data["value"])
        value = " ".join(str(self.cleaned_data["value"]).split())
        if self.fact in DATES:
            return _day(value, self.fact == "previous_date")
        return value


def _day(value: str, partly: bool) -> str:
    """A date as it is kept. ``partly`` allows a month or a year alone: "2021-11"."""
    from datetime import date

    whole = f"{value}-01-01"[:10] if partly and _PARTIAL.fullmatch(value) else value
    try:
        if date.fromisoformat(whole).isoformat() == whole:
            return value
    except ValueError:
        pass
    raise ValidationError("Enter a date such as 2026-11-03")


class WithdrawForm(forms.Form):
    """Why a correction is withdrawn."""

    reason = _reason()


class UploadForm(forms.Form):
    """A document for the library."""

    document = forms.FileField(
        label="A report, letter or article",
        help_text="A PDF, a web page saved as HTML, or plain text",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
    )
