"""What was a draft copied from, and what did not come along?"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document, Json
from models_ui.drafts.models import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A submission and the digest of its revision, or a draft; and the places whose secret values were left out."""

    id: uuid.UUID
    digest: str = ""
    left_out: Collection[str] = ()

    @property
    def facts(self) -> dict[str, Json]:
        """What the audit log tells of it: places, never values."""
        return {"source": str(self.id), "source_digest": self.digest, "left_out": [*sorted(self.left_out)]}


def without(document: Document, places: Iterable[str]) -> Document:
    """Return a request without the members at these places, which it has."""
    left: Json = document
    for place in places:
        left = pointers.removed(left, place)
    return left if isinstance(left, dict) else {}


def findings(draft: Draft) -> list[Finding]:
    """Return a warning for each place that was left out and is still empty."""
    document = draft.document if draft.left_out else {}
    return [left_out(place) for place in draft.left_out if not pointers.exists(document, place)]


def left_out(place: str) -> Finding:
    """Return the warning for one place."""
    return Finding(
        code="clone-left-out",
        pointer=place,
        severity="warning",
        message=f"{names([place])} was left out of this copy, since its value is secret. Enter it if the container needs it.",
        source="clone",
    )


def names(places: Iterable[str]) -> str:
    """Return the keys of places as a sentence lists them: "A", "A and B", "A, B and C"."""
    keys = [pointers.split(place)[-1] for place in sorted(places)]
    return f"{', '.join(keys[:-1])} and {keys[-1]}" if len(keys) > 1 else "".join(keys)
