"""Forms about loads: files and their day, filters of issues, and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


class Files(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, in a list."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file, as a field of one would take it."""
        given = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given or [None]]


class UploadForm(forms.Form):
    """Which files, whose, and of which day."""

    files = FilesField(
        label="Files",
        help_text="Excel workbooks, CSV, XML or Parquet files, or a zip file of them. "
        "Choose all files of the same day at once",
        error_messages={
            "required": "Choose at least one file",
            "empty": "One of the files is empty",
        },
    )
    as_at = forms.DateField(
        label="Which day do the files show?",
        input_formats=DATES,
        help_text="The day of the extract, not today. For example 31 October 2026",
        error_messages={
            "required": "Enter the day that the files show",
            "invalid": "Enter the day as 31 October 2026 or 31/10/2026",
        },
    )
    authority = forms.CharField(
        label="Whose data are they?",
        max_length=200,
        help_text="The name of the authority. It is asked for the first load only",
        error_messages={"required": "Enter the name of the authority"},
    )

    def __init__(self, *args: Any, authority: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if authority:
            del self.fields["authority"]

    def clean_as_at(self) -> date:
        """A day that has been."""
        day: date = self.cleaned_data["as_at"]
        if day > timezone.localdate():
            raise ValidationError("Enter a day that is not ahead of today")
        if day.year < 2000:
            raise ValidationError("Enter the year in full, such as 2026")
        return day

    def clean_authority(self) -> str:
        """A name that means one authority."""
        from sightline.intake.store.whose import authority_named
        from sightline.kit.problems import UserError

        try:
            return authority_named(self.cleaned_data["authority"]).name
        except UserError as error:
            raise ValidationError(str(error)) from error


class IssueFilter(forms.Form):
    """Which issues to keep. Its choices are those that a load has."""

    severity = forms.ChoiceField(label="Severity", required=False)
    rule = forms.ChoiceField(label="Rule", required=False)
    list = forms.ChoiceField(label="List", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    worker = forms.ChoiceField(label="Worker", required=False)

    def __init__(self, data: Any, choices: Mapping[str, Any]) -> None:
        super().__init__(data)
        for name, found in choices.items():
            self.fields[name].choices = [("", "All"), *found]


class AcceptForm(forms.Form):
    """Why an issue is accepted, for what, and until when."""

    scope = forms.ChoiceField(
        label="Accept it for",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it is accepted for"},
    )
    reason = forms.CharField(
        label="Why is it right as it is?",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept with your name. Do not name the child",
        error_messages={"required": "Say why it is right as it is"},
    )
    until = forms.DateField(
        label="Accepted until",
        input_formats=DATES,
        help_text="The last day. For example 31 March 2027",
        error_messages={
            "required": "Enter the last day on which it is accepted",
            "invalid": "Enter the day as 31 March 2027 or 31/03/2027",
        },
    )

    def __init__(self, data: Any, scopes: list[tuple[str, str]]) -> None:
        super().__init__(data, initial={"scope": scopes[0][0] if scopes else ""})
        self.fields["scope"].choices = scopes

    def clean_until(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise ValidationError("Enter a day that has not passed")
        return day


class DeleteForm(forms.Form):
    """Why a load is deleted."""

    reason = forms.CharField(
        label="Why is this load deleted?",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept for good, with your name. Say nothing of a child",
        error_messages={"required": "Say why this load is deleted"},
    )
    sure = forms.BooleanField(
        label="I understand that the files, lists and figures of this load go for good",
        error_messages={"required": "Tick the box to say that you are sure"},
    )


class OwnerFilter(forms.Form):
    """By whom a fixing list is counted."""

    by = forms.ChoiceField(
        label="Count by",
        required=False,
        choices=[("", "Team"), ("worker", "Team and worker")],
    )
