"""How is a draft stored?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from models_ui.contract.uses import WORDS, Use
from models_ui.drafts.documents import SealedTextField, document_of, text_of

# Of a name that is too long for AWS, too, enough is shown.
LONGEST_NAME = 200


class Draft(models.Model):
    """A request that somebody is filling in. It stays as the working copy after it was submitted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("models_ui.Team", on_delete=models.PROTECT, related_name="+")
    connection = models.ForeignKey("models_ui.Connection", on_delete=models.PROTECT, related_name="+", null=True)
    text = SealedTextField(default="{}")
    # Beside the request: it is never sent, and only makes the checks look further.
    intended_use = models.CharField(
        max_length=20, blank=True, default=Use.UNDECIDED, choices=[(use.value, WORDS[use]) for use in Use]
    )
    # The model name that the request has so far, or nothing. Kept by `document`, so that lists can search and sort.
    name = models.CharField(max_length=LONGEST_NAME, blank=True, default="", editable=False)
    version = models.PositiveIntegerField(default=1)
    # Set while a submission of this draft is under way: then nobody may change it.
    locked = models.BooleanField(default=False)
    # Everybody whose hand is in the request; none of them may approve it.
    authors = models.ManyToManyField("models_ui.User", related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True, blank=True)
    # What it is a copy of: a plain id, since submissions are above drafts, and the digest of the revision that was
    # cloned; of a draft that was copied there is none.
    source_id = models.UUIDField(null=True, blank=True)
    source_digest = models.CharField(max_length=64, blank=True, default="")
    # The form that it is filled in with, and what its placeholders stand for; none is the wizard.
    blueprint_version = models.ForeignKey("models_ui.Version", on_delete=models.PROTECT, related_name="+", null=True)
    blueprint_words = models.JSONField(default=dict, blank=True)
    # The places of secret values that did not come along.
    left_out = models.JSONField(default=list, blank=True)
    # The places of the variables that somebody marked as secret; whoever moves a value moves its mark.
    secret_marks = models.JSONField(default=list, blank=True)
    # What a button took out last, until something else is; never shown (form/taken.py).
    taken_out = SealedTextField(blank=True, default="", editable=False)
    # While somebody types: the name of the page, the request that it was made from with its marks, its connection and its
    # words, and the latest autosave (sheets.py).
    sheet = models.CharField(max_length=32, blank=True, default="", editable=False)
    sheet_text = SealedTextField(blank=True, default="", editable=False)
    sheet_marks = models.JSONField(default=list, blank=True, editable=False)
    sheet_connection = models.ForeignKey(
        "models_ui.Connection", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    sheet_words = models.JSONField(default=dict, blank=True, editable=False)
    sheet_turn = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        indexes = (models.Index(fields=["owner", "-updated_at"], name="draft_owner"),)

    def __str__(self) -> str:
        return self.name or f"draft {self.id}"

    @property
    def use(self) -> str:
        """The intended use as people read it."""
        return WORDS[Use(self.intended_use)]

    @property
    def region(self) -> str:
        """The region that the request goes to, or nothing as long as no connection is chosen."""
        return self.connection.region if self.connection else ""

    @property
    def document(self) -> Document:
        """The request so far: the parameters of CreateModel and nothing else. A new object at every call."""
        return document_of(self.text)

    @document.setter
    def document(self, document: Document) -> None:
        self.text = text_of(document)
        self.name = name_in(document)

    @property
    def guarded(self) -> Guarded:
        """The request with its secrets, those that were marked by hand among them. A new object at every call."""
        return Guarded(self.document, self.secret_marks)


class Misstep(models.Model):
    """How often on one day a finding kept people from going on: at which field, with which form.

    It knows neither people nor values nor keys, so that nothing has to be forgotten.
    """

    day = models.DateField()
    # The name of the form, or nothing for the wizard.
    form = models.CharField(max_length=50, blank=True)
    # The field in patterns: an entry of a list or map is `*`.
    place = models.CharField(max_length=300)
    code = models.CharField(max_length=60)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "form", "place", "code"], name="misstep_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.count} times {self.code} at {self.place} on {self.day}"


def name_in(document: Document) -> str:
    """Return the model name of a request as every database takes it: cut, and without NUL."""
    name = document.get("ModelName")
    return name.replace("\0", "")[:LONGEST_NAME] if isinstance(name, str) else ""
