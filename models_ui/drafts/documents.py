"""How does a document lie in the database?

Every request and every envelope is read and written through the one field below, so that encrypting them at rest will
be a change of this module alone. Until then the database holds them as plain text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from models_ui.contract.json_types import Document

# The stubs make a field generic; at run time it is not.
if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField


class SealedTextField(Text):
    """Text that may hold secrets of a request."""

    def get_prep_value(self, value: Any) -> Any:
        """Return what is written to the database."""
        return super().get_prep_value(value)

    def from_db_value(self, value: str | None, _expression: object, _connection: object) -> str | None:
        """Return what was written."""
        return value


def text_of(document: Document) -> str:
    """Return a document as text, its members in their order: what a person sent is kept as it was."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def document_of(text: str) -> Document:
    """Return the document that `text_of` wrote."""
    document: Document = json.loads(text)
    return document
