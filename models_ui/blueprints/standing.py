"""How does a form stand: is it in use, was it changed since, may it be undone?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.blueprints import queries
from models_ui.blueprints.models import Blueprint, Version
from models_ui.blueprints.working_copy import neighbour
from models_ui.contract.canonical import canonical, digest


@dataclass(frozen=True, slots=True)
class Standing:
    """How a form stands, in a word; `version` is the newest that was published, or 0."""

    word: str
    tone: str
    version: int
    changed: bool
    retired: bool


def standing(blueprint: Blueprint, newest: Version | None = None) -> Standing:
    """Return how a form stands. `newest` spares the look-up of its newest version."""
    newest = newest or queries.newest(blueprint)
    n = newest.n if newest else 0
    changed = newest is None or digest(canonical(blueprint.document)) != newest.digest
    if blueprint.retired_at:
        return Standing("Retired", "", n, changed=changed, retired=True)
    if newest is None:
        return Standing("Draft only", "", n, changed=True, retired=False)
    if changed:
        return Standing("Changed since it was published", "warning", n, changed=True, retired=False)
    return Standing("Published", "info", n, changed=False, retired=False)


def can_undo(blueprint: Blueprint) -> bool:
    """Say whether there is an edit to take back."""
    return neighbour(blueprint, back=True) is not None


def can_redo(blueprint: Blueprint) -> bool:
    """Say whether there is an edit to do again."""
    return neighbour(blueprint, back=False) is not None
