"""How is an event stored?"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.db import models


class Event(models.Model):
    """One row of the audit log. It has no foreign keys: nothing that is deleted elsewhere can touch it.

    `canonical` is what happened, as text that later rows never rewrite; the other columns repeat it for searching.
    Triggers in the database refuse UPDATE and DELETE.
    """

    at = models.DateTimeField()
    name = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.CharField(max_length=64)
    actor_label = models.CharField(max_length=150)
    actor_roles = models.CharField(max_length=200, blank=True)
    subject_kind = models.CharField(max_length=30)
    subject_id = models.CharField(max_length=64)
    subject_label = models.CharField(max_length=200, blank=True)
    team = models.CharField(max_length=50, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30, blank=True)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    canonical = models.TextField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["subject_kind", "subject_id", "-id"], name="event_subject"),
            models.Index(fields=["team", "-id"], name="event_team"),
            models.Index(fields=["actor_label", "-id"], name="event_actor"),
            models.Index(fields=["name", "-id"], name="event_name"),
            models.Index(fields=["at"], name="event_at"),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.name} by {self.actor_label}"

    def delete(self, *_args: Any, **_options: Any) -> NoReturn:
        """Refuse: an event is never deleted."""
        raise TypeError("An event of the audit log is never deleted.")
