"""What has been forgotten?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Heartbeat

# So many at a time that a sweep ends well before its own time limit.
AT_ONCE = 20


def sweep(at: datetime | None = None) -> list[int]:
    """Note that the worker lives, and return the ids of the outbox entries that are due and held by nobody."""
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": at or timezone.now()})
    return outbox.overdue(AT_ONCE)
