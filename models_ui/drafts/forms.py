"""Which form is a draft filled in with?"""

from __future__ import annotations

from models_ui.drafts.models import Draft
from models_ui.form import operation
from models_ui.form.layouts.pieces import Layout


def layout(draft: Draft) -> Layout:  # noqa: ARG001 - so far there is one form
    """Return the form of a draft: the wizard."""
    return operation.WIZARD
