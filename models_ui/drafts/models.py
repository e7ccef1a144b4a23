"""How is a draft stored?"""

from __future__ import annotations

import uuid

from django.db import models

from models_ui.contract.json_types import Document
from models_ui.drafts.documents import SealedTextField, document_of, text_of


class Draft(models.Model):
    """A request that somebody is filling in. It stays as the working copy after it was submitted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("models_ui.Team", on_delete=models.PROTECT, related_name="+")
    connection = models.ForeignKey("models_ui.Connection", on_delete=models.PROTECT, related_name="+", null=True)
    text = SealedTextField(default="{}")
    version = models.PositiveIntegerField(default=1)
    # Set while a submission of this draft is under way: then nobody may change it.
    locked = models.BooleanField(default=False)
    # Everybody whose hand is in the request; none of them may approve it.
    authors = models.ManyToManyField("models_ui.User", related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["owner", "-updated_at"], name="draft_owner"),)

    def __str__(self) -> str:
        return self.name or f"draft {self.id}"

    @property
    def document(self) -> Document:
        """The request so far: the parameters of CreateModel and nothing else. A new object at every call."""
        return document_of(self.text)

    @document.setter
    def document(self, document: Document) -> None:
        self.text = text_of(document)

    @property
    def name(self) -> str:
        """The model name that the request has so far, or nothing."""
        name = self.document.get("ModelName")
        return name[:200] if isinstance(name, str) else ""
