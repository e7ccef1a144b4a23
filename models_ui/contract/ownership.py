"""By which tag do we know a resource of AWS as ours, and may a request carry it already?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document

# What AWS takes on one resource.
MOST_TAGS = 50


def tagged(document: Document, *, key: str, value: str) -> Document:
    """Return the request with our tag after its own. Raises TypeError where its tags are no list."""
    tags = document.get("Tags", [])
    if not isinstance(tags, list):
        raise TypeError("Tags is a list")
    return {**document, "Tags": [*tags, {"Key": key, "Value": value}]}


def findings(document: Document, *, key: str) -> list[Finding]:
    """Return what keeps our tag out: the request carries its key, or leaves no room. Total on any document.

    Of more than MOST_TAGS the schema speaks, so that one fault gives one finding.
    """
    tags = document.get("Tags")
    if not isinstance(tags, list):
        return []
    taken = [index for index, tag in enumerate(tags) if isinstance(tag, dict) and tag.get("Key") == key]
    found = [_taken(index, key) for index in taken]
    if len(tags) == MOST_TAGS and not taken:
        found.append(_full())
    return found


def _taken(index: int, key: str) -> Finding:
    return Finding(
        code="ownership-tag",
        pointer=pointers.join("Tags", index, "Key"),
        severity="error",
        message=f"Models UI adds the tag {key} itself. Remove this one.",
        fix=Fix(label="Remove this tag", pointer=pointers.join("Tags", index), value=None, remove=True),
        source="ownership",
    )


def _full() -> Finding:
    return Finding(
        code="ownership-room",
        pointer=pointers.join("Tags"),
        severity="error",
        message=f"There may be {MOST_TAGS - 1} tags of your own, since Models UI adds one. Remove one tag.",
        source="ownership",
    )
