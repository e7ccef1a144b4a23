"""Which submissions does somebody look for?"""

from __future__ import annotations

from django import forms

from models_ui.submissions.pages import Filters
from models_ui.submissions.states import WORDS, State
from models_ui.web.forms.base import Form


class FiltersForm(Form):
    """The filters, as they stand in the address. A value that is no choice is told, and filters nothing."""

    q = forms.CharField(
        label="Name contains", required=False, max_length=63, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[("", "Any state"), *((state.value, WORDS[state]) for state in State)],
        error_messages={"invalid_choice": "Choose a state from the list"},
    )
    whose = forms.ChoiceField(
        label="Asked for by",
        required=False,
        choices=[("", "Everybody"), ("mine", "Me")],
        error_messages={"invalid_choice": "Choose from the list"},
    )

    @property
    def filters(self) -> Filters:
        """What to look for."""
        self.is_valid()
        found = self.cleaned_data
        return Filters(found.get("q", ""), found.get("state", ""), mine=found.get("whose") == "mine")
