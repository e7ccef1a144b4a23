"""Which operation does the form ask for? The one place of the room that names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from models_ui.contract import create_model
from models_ui.contract.tree import Structure
from models_ui.form.layouts.create_model import LAYOUT
from models_ui.form.layouts.pieces import Layout

# The form where nobody designed another one.
WIZARD: Final[Layout] = LAYOUT


def tree() -> Structure:
    """Return the fields of a request."""
    return create_model.tree()


def forms() -> Mapping[str, str]:
    """Return what a text of each shape may be, as a sentence goes on after the name of its place."""
    return create_model.FORMS
