"""Forms about figures: filters of lists, commentary, and opening a child by an identifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

Choices = Sequence[tuple[str, str]]


class Filter(forms.Form):
    """A filter whose choices depend on what was published: a blank field filters nothing."""

    def __init__(self, *args: Any, choices: Mapping[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, values in choices.items():
            if values:
                chosen: Any = self.fields[name]
                chosen.choices = values
            else:
                del self.fields[name]

    def asked(self, name: str) -> str:
        """What was chosen of a field; nothing where it is blank, or not among the choices."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


class MeasureFilter(Filter):
    """Which measures to list."""

    area = forms.ChoiceField(label="Area", required=False)
    theme = forms.ChoiceField(label="Theme", required=False)
    changing = forms.ChoiceField(label="Really changing?", required=False)
    words = forms.CharField(label="Words in the title", required=False, max_length=100)


class RowFilter(Filter):
    """Which rows behind a figure to list."""

    answer = forms.ChoiceField(label="Answer", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    by = forms.ChoiceField(label="Group", required=False)


class ChildFilter(Filter):
    """Which children to list."""

    team = forms.ChoiceField(label="Team", required=False)
    worker = forms.ChoiceField(label="Worker", required=False)
    deadline = forms.ChoiceField(label="What is overdue or due", required=False)
    signal = forms.ChoiceField(label="Signal", required=False)
    opened = forms.ChoiceField(label="Open now", required=False)


class ThemeFilter(Filter):
    """Which themes to list."""

    area = forms.ChoiceField(label="Area that is judged", required=False)


class CommentaryForm(forms.Form):
    """What somebody makes of a figure."""

    see = forms.CharField(
        label="What do we see?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What the figure says, and what it does not. Do not name a child",
    )
    so_what = forms.CharField(
        label="So what?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What it means for children",
    )
    now_what = forms.CharField(
        label="Now what?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What will be done, by whom and by when",
    )
    shared = forms.BooleanField(
        label="Councillors may read it too",
        required=False,
        help_text="It tells of no child, and gives no count of 1 to 5",
    )


class OwnerForm(forms.Form):
    """Who answers for a measure."""

    name = forms.CharField(
        label="Who answers for this measure?",
        max_length=100,
        help_text="A post or a name, such as Head of assessment",
    )


class OpenForm(forms.Form):
    """Opening a child by the identifier of the council's own system."""

    identifier = forms.CharField(
        label="Identifier in your system",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Opens the child's page. The identifier is kept out of the address",
    )
