"""What is approved: which operation, sent where, with which request?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from models_ui.contract.json_types import Document


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `role` is the one to assume there, None where none is assumed."""

    account: str
    region: str
    role: str | None


def envelope(*, operation: str, target: Target, request: Document) -> Document:
    """Return the document whose canonical bytes are approved."""
    return {"operation": operation, "target": asdict(target), "request": request}


def open_envelope(text: str) -> tuple[str, Target, Document]:
    """Return operation, target and request of an envelope's text. Raises ValueError for any other text."""
    try:
        opened = json.loads(text)
        return opened["operation"], Target(**opened["target"]), opened["request"]
    except (KeyError, TypeError) as error:
        raise ValueError("This text is no envelope.") from error
