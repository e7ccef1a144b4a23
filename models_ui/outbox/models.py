"""How is work that must still happen stored?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One piece of work: a topic and the key of the thing that it is about. The database is the truth, not the broker.

    `fence` grows with every claim: who finishes an entry must hold the newest one.
    """

    topic = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    due = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    # How often in a row the work broke down, and with which kind of error; its text may hold what nobody should read.
    failures = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["topic", "key"], condition=models.Q(done_at__isnull=True), name="outbox_one_open_entry"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due"], condition=models.Q(done_at__isnull=True), name="outbox_due"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"


class Heartbeat(models.Model):
    """When a kind of process was last seen at work."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
