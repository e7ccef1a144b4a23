"""Can a blueprint work: does it ask for what exists, and could a request satisfy it?"""

from __future__ import annotations

from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document


def findings(_document: Document) -> list[Finding]:
    """Return what is wrong with a blueprint, at places of its own document."""
    return []
