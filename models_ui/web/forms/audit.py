"""What does somebody look for in the audit log?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from models_ui.audit.queries import Filters
from models_ui.audit.vocabulary import Name, Outcome
from models_ui.web.forms.base import Form

OTHER = {"invalid_choice": "Choose from the list"}


def day() -> forms.DateInput:
    """Return a control for a day."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FiltersForm(Form):
    """The filters, as they stand in the address. A value that is no day or no choice is told, and filters nothing."""

    q = forms.CharField(
        label="Search", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    actor = forms.ChoiceField(label="Actor", required=False)
    name = forms.ChoiceField(
        label="Event",
        required=False,
        choices=[("", "Every event"), *((name.value, name.value) for name in Name)],
        error_messages=OTHER,
    )
    outcome = forms.ChoiceField(
        label="Outcome",
        required=False,
        choices=[("", "Any"), *((each.value, each.value) for each in Outcome)],
        error_messages=OTHER,
    )
    since = forms.DateField(label="From", required=False, widget=day(), error_messages={"invalid": "Enter a day"})
    until = forms.DateField(label="To", required=False, widget=day(), error_messages={"invalid": "Enter a day"})

    def __init__(self, *args: Any, actors: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["actor"] = forms.ChoiceField(
            label="Actor",
            required=False,
            choices=[("", "Everybody"), *((actor, actor) for actor in actors)],
            error_messages=OTHER,
        )
        self.fields["actor"].widget.attrs["class"] = "input"

    @property
    def filters(self) -> Filters:
        """What to look for."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        return Filters(**found)
