"""Which drafts does somebody look for?"""

from __future__ import annotations

from django import forms

from models_ui.drafts.listing import Filters
from models_ui.web.forms.base import Form

NOT_LISTED = {"invalid_choice": "Choose from the list"}


class FiltersForm(Form):
    """The filters, as they stand in the address. A value that is no choice is told, and filters nothing."""

    q = forms.CharField(
        label="Name contains", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[("", "Drafts of my teams"), ("mine", "My own"), ("discarded", "Discarded")],
        error_messages=NOT_LISTED,
    )
    sort = forms.ChoiceField(
        label="Sort by",
        required=False,
        choices=[("", "Changed last"), ("name", "Name"), ("new", "Begun last")],
        error_messages=NOT_LISTED,
    )

    @property
    def filters(self) -> Filters:
        """What to look for."""
        self.is_valid()
        found = self.cleaned_data
        show = found.get("show", "")
        return Filters(found.get("q", ""), show == "discarded", show == "mine", found.get("sort", ""))

    @property
    def order(self) -> str:
        """The order as the caption of the list says it."""
        orders = {"name": "by name", "new": "begun last first"}
        return orders.get(self.filters.order, "changed last first")
