"""What do the small forms have in common? Ids that are names, our classes, and no checks by the browser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms


class Problem(NamedTuple):
    """One line of the error summary: the id of the control (empty where none is meant) and the sentence."""

    control: str
    message: str


class Form(forms.Form):
    """A form for `components/field.html`."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s", **kwargs})
        dress(self.fields.values())

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order of the fields."""
        return problems(self)


def dress(fields: Iterable[forms.Field]) -> None:
    """Give every control the class of the look."""
    for field in fields:
        classes = field.widget.attrs.get("class", "")
        field.widget.attrs["class"] = f"input {classes}".strip()


def problems(form: forms.BaseForm) -> list[Problem]:
    """Return what is wrong with any form: its own errors first, then those of the fields in their order."""
    own = [Problem("", str(message)) for message in form.non_field_errors()]
    fields = [Problem(field.auto_id, str(field.errors[0])) for field in form if field.errors]
    return own + fields
