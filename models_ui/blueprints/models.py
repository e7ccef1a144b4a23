"""How is a blueprint stored?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from models_ui.blueprints.document import Blueprint as Outline
from models_ui.blueprints.texts import document_of, outline_of
from models_ui.contract.json_types import Document

NAME = 50


class Blueprint(models.Model):
    """A form that admins make: its working copy. People fill in published versions of it."""

    name = models.SlugField(max_length=NAME, unique=True)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    # Which of its edits the working copy is at; undo goes back from here, redo forth.
    position = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def document(self) -> Document:
        """The working copy. A new object at every call."""
        return document_of(self.text)


class Version(models.Model):
    """What was published once. Triggers in the database refuse UPDATE and DELETE."""

    blueprint = models.ForeignKey(Blueprint, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    # Canonical (RFC 8785); the digest is the SHA-256 of these very bytes.
    text = models.TextField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    # Nobody where a command published it.
    published_by = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering: ClassVar = ["-n"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["blueprint", "n"], name="blueprint_version_once")]

    def __str__(self) -> str:
        return f"{self.blueprint.name} {self.n}"

    @property
    def document(self) -> Document:
        """What was published. A new object at every call."""
        return document_of(self.text)

    @property
    def outline(self) -> Outline:
        """What was published, as the code reads it, with its placeholders."""
        return outline_of(self.text)


class Edit(models.Model):
    """A state that the working copy was in, so that undo finds it. Only the last ones are kept."""

    blueprint = models.ForeignKey(Blueprint, on_delete=models.CASCADE, related_name="edits")
    position = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["blueprint", "position"], name="edit_once")]

    def __str__(self) -> str:
        return f"{self.blueprint_id} edit {self.position}"
