"""How is a blueprint written down?"""

from __future__ import annotations

import json
from functools import lru_cache

from models_ui.blueprints.document import Blueprint, read
from models_ui.contract.json_types import Document


def text_of(document: Document) -> str:
    """Return a blueprint as people read it in a file; its members keep their order."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def document_of(text: str) -> Document:
    """Return the document that a text says, which came in by the loader once."""
    document: Document = json.loads(text)
    return document


@lru_cache(maxsize=128)
def outline_of(text: str) -> Blueprint:
    """Return what a text says in which the schema finds nothing. A text never changes, so it is read once."""
    return read(document_of(text))
