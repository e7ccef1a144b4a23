"""What makes a connection? What is right is for the room `connections` to say; its messages come back here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from models_ui.connections.models import Connection
from models_ui.web.forms.base import Form

TAKEN = "There is a connection of that name already. Choose another one."


def code(*, short: bool = False) -> forms.TextInput:
    """Return a control for something that AWS reads."""
    classes = "input-code input-short" if short else "input-code"
    return forms.TextInput(attrs={"class": classes, "spellcheck": "false", "autocomplete": "off"})


def rules(field: str) -> list[Callable[[Any], None]]:
    """Return the rules that the row has for a column, so that all of them speak at once."""
    return list(getattr(Connection, field).field.validators)


class ConnectionForm(Form):
    """Name, account, region and role. Spaces around what was pasted are dropped."""

    name = forms.CharField(
        label="Name",
        help_text="What people choose the connection by. It cannot be changed later.",
        error_messages={"required": "Enter a name."},
        validators=rules("name"),
        widget=code(short=True),
    )
    account = forms.CharField(
        label="Account",
        help_text="The AWS account that the SageMaker models are made in.",
        error_messages={"required": "Enter the number of the account."},
        validators=rules("account"),
        widget=code(short=True),
    )
    region = forms.CharField(
        label="Region",
        help_text="Another region is another connection.",
        error_messages={"required": "Enter the region."},
        validators=rules("region"),
        widget=code(short=True),
    )
    role = forms.CharField(
        label="Role to assume",
        required=False,
        help_text="The role that the worker takes before it calls AWS. Leave it empty to use the worker’s own rights.",
        validators=rules("role"),
        widget=code(),
    )

    def add_messages(self, error: ValidationError) -> None:
        """Take over what the domain has against the values, each message beside its field."""
        for field, errors in error.error_dict.items():
            for each in errors:
                message = TAKEN if each.code == "unique" else each.messages[0]
                self.add_error(field if field in self.fields else None, message)
