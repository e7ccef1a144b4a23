"""Are the tags of a call allowed?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import texts
from models_ui.sandbox.members import parts, word


def check_tags(request: Document) -> None:
    """Raise Refusal for a reserved tag key and for one that is there twice."""
    keys = [word(tag, "Key") for tag in parts(request, "Tags")]
    if any(key.lower().startswith("aws:") for key in keys):
        raise texts.TAG_RESERVED.refusal()
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise texts.TAG_TWICE.refusal(key=twice)
