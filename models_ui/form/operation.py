"""Which operation does the form ask for? The one place of the room that names it."""

from __future__ import annotations

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
