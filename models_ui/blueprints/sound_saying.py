"""How is an admin told what is wrong with a form?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Severity


def error(code: str, pointer: str, message: str) -> Finding:
    """Return what keeps a form from being published."""
    return _told(code, pointer, message, "error")


def warning(code: str, pointer: str, message: str) -> Finding:
    """Return what an admin should look at once more."""
    return _told(code, pointer, message, "warning")


def _told(code: str, pointer: str, message: str, severity: Severity) -> Finding:
    return Finding(code=f"form-{code}", pointer=pointer, severity=severity, message=message, source="blueprint")


def at(place: str, *within: str | int) -> str:
    """Return where the document of a form speaks of a place of the request."""
    return pointers.join("fields", place, *within)
