"""How are submissions, their revisions and the calls to AWS stored?"""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import ClassVar

from django.db import models

from models_ui.contract.envelopes import Target, open_envelope
from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from models_ui.contract.uses import WORDS as USES
from models_ui.contract.uses import Use
from models_ui.drafts.documents import SealedTextField
from models_ui.submissions.states import OPEN, WORDS, State


class Number(models.Model):
    """Where the numbers come from by which people call submissions. A number is never given twice."""

    def __str__(self) -> str:
        return str(self.pk)


class Submission(models.Model):
    """What somebody asked for. Its id is that of the draft it was made from, so the ownership tag is known beforehand."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveBigIntegerField(unique=True)
    team = models.ForeignKey("models_ui.Team", on_delete=models.PROTECT, related_name="+")
    requester = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+")
    connection = models.ForeignKey("models_ui.Connection", on_delete=models.PROTECT, related_name="+")
    model_name = models.CharField(max_length=63)
    state = models.CharField(max_length=20, choices=[(state.value, WORDS[state]) for state in State])
    version = models.PositiveIntegerField(default=1)
    revision = models.PositiveIntegerField(default=1)
    model_arn = models.CharField(max_length=2048, blank=True)
    # What went wrong, in plain words: code, title, message, next_steps, pointer; null where nothing did.
    failure = models.JSONField(null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="submission_known_state"
            ),
            models.UniqueConstraint(
                fields=["connection", "model_name"],
                condition=models.Q(state__in=sorted(state.value for state in OPEN)),
                name="submission_name_reserved",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "created_at"], name="submission_state"),
            models.Index(fields=["team", "-number"], name="submission_team"),
        ]

    def __str__(self) -> str:
        return f"submission {self.number}"

    @cached_property
    def current(self) -> Revision:
        """The revision that counts now."""
        return self.revisions.select_related("submitted_by", "blueprint_version__blueprint").get(n=self.revision)

    @property
    def word(self) -> str:
        """The state as people read it."""
        return WORDS[State(self.state)]


class Revision(models.Model):
    """One frozen envelope. Triggers in the database refuse UPDATE and DELETE."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="revisions")
    n = models.PositiveIntegerField()
    # Canonical (RFC 8785); the digest is the SHA-256 of these very bytes.
    envelope_text = SealedTextField()
    digest = models.CharField(max_length=64)
    justification = models.TextField()
    # Beside the envelope: it is approved with the rest, but never sent.
    intended_use = models.CharField(
        max_length=20, blank=True, default=Use.UNDECIDED, choices=[(use.value, USES[use]) for use in Use]
    )
    # The form that it was filled in with, and what its placeholders stood for; none is the wizard.
    blueprint_version = models.ForeignKey("models_ui.Version", on_delete=models.PROTECT, related_name="+", null=True)
    blueprint_words = models.JSONField(default=dict, blank=True)
    submitted_by = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    # Ids and names of everybody whose hand is in this or an earlier revision.
    authors = models.JSONField()
    # Pointers of the sources whose licence the submitter accepted: pointer, uri.
    eula = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    # The places of the variables that were marked as secret, beside the envelope: they are hidden, and sent as they are.
    secret_marks = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "n"], name="revision_once"),
            models.CheckConstraint(condition=models.Q(digest__regex=r"^[0-9a-f]{64}\Z"), name="revision_whole_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}.{self.n}"

    @cached_property
    def opened(self) -> tuple[str, Target, Document]:
        """The envelope as operation, target and request."""
        return open_envelope(self.envelope_text)

    @property
    def target(self) -> Target:
        """Where it goes."""
        return self.opened[1]

    @property
    def request(self) -> Document:
        """What is sent."""
        return self.opened[2]

    @cached_property
    def guarded(self) -> Guarded:
        """The request with its secrets, those that were marked by hand among them."""
        return Guarded(self.request, self.secret_marks)

    @property
    def use(self) -> str:
        """The intended use as people read it."""
        return USES[Use(self.intended_use)]

    @property
    def ownership(self) -> str:
        """The value of the tag by which a SageMaker model is known as this revision's."""
        return f"{self.submission_id}.{self.n}"


class Attempt(models.Model):
    """One call to AWS. The row is committed before the call; its end is written once."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="attempts")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    aws_code = models.CharField(max_length=100, blank=True)
    # What AWS said, as it said it: never trusted, shown only to people who may see the submission.
    aws_message = SealedTextField(blank=True)
    http_status = models.PositiveIntegerField(null=True, blank=True)
    request_id = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "number"], name="attempt_once"),
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True, outcome="")
                | (models.Q(finished_at__isnull=False) & ~models.Q(outcome="")),
                name="attempt_ends_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} attempt {self.number}"
