"""How is a decision stored?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Decision(models.Model):
    """What one person decided about one digest. Triggers in the database refuse UPDATE and DELETE."""

    class Kind(models.TextChoices):
        """What can be decided."""

        APPROVE = "approve", "Approve"
        REQUEST_CHANGES = "request-changes", "Request changes"
        REJECT = "reject", "Reject"

    revision = models.ForeignKey("models_ui.Revision", on_delete=models.PROTECT, related_name="decisions")
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    comment = models.TextField(blank=True)
    by = models.ForeignKey("models_ui.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["approve", "request-changes", "reject"]), name="decision_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="approve") | ~models.Q(comment=""), name="decision_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.kind} {self.revision}"
