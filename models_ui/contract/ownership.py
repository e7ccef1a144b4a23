"""By which tag do we know a resource of AWS as ours, and may a request carry it already?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document, Json

# What AWS takes on one resource.
MOST_TAGS = 50


def tagged(document: Document, *, key: str, value: str) -> Document:
    """Return the request with our tag after its own. Raises TypeError where its tags are no list."""
    tags = document.get("Tags", [])
    if not isinstance(tags, list):
        raise TypeError("Tags is a list")
    return {**document, "Tags": [*tags, {"Key": key, "Value": value}]}


def untagged(document: Document, *, key: str) -> Document:
    """Return a request that was frozen without our tag; a list of tags that was made for it goes too."""
    tags = document.get("Tags")
    if not isinstance(tags, list):
        return document
    own = [tag for tag in tags if not _has_key(tag, key)]
    rest = {name: value for name, value in document.items() if name != "Tags"}
    return {**document, "Tags": own} if own else rest


def findings(document: Document, *, key: str) -> list[Finding]:
    """Return what keeps our tag out: the request carries its key, or leaves no room. Total on any document.

    Of more than MOST_TAGS the schema speaks, so that one fault gives one finding.
    """
    tags = document.get("Tags")
    if not isinstance(tags, list):
        return []
    taken = [index for index, tag in enumerate(tags) if _has_key(tag, key)]
    found = [_taken(index, key) for index in taken]
    if len(tags) == MOST_TAGS and not taken:
        found.append(_full())
    return found


def _has_key(tag: Json, key: str) -> bool:
    return isinstance(tag, dict) and tag.get("Key") == key


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
