"""How does a form say that a request leaves it?"""

from __future__ import annotations

from models_ui.blueprints.document import Field
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.words import capital
from models_ui.form import telling

Code = str


def finding(code: Code, pointer: str, message: str, fix: Fix | None = None) -> Finding:
    """Return an error of the form at a place of the request."""
    return Finding(
        code=f"blueprint-{code}", pointer=pointer, severity="error", message=message, fix=fix, source="blueprint"
    )


def subject(pointer: str, field: Field | None = None, *, within: bool = False) -> str:
    """Return what a place is called: by the form's own label, else by that of the wizard. `within`: inside a sentence."""
    own = field.label if field else ""
    name = f"“{own}”" if own else telling.called(pointer)[-1]
    return name if within or own else capital(name)


def here(pointer: str) -> str:
    """Return the last name of a place, for what no form has a label for."""
    return pointers.split(pointer)[-1] if pointer else "the request"
