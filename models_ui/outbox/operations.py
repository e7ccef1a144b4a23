"""How is work put down, claimed and finished?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from models_ui.outbox import bell
from models_ui.outbox.models import Entry

LEASE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on an entry until the lease ends or somebody else claims it."""

    entry_id: int
    topic: str
    key: str
    fence: int


def put(*, topic: str, key: str, due: datetime, at: datetime) -> Entry:
    """Put down work, or bring forward the open entry of the same topic and key; ring the bell after the commit."""
    entry, made = Entry.objects.get_or_create(
        topic=topic, key=key, done_at__isnull=True, defaults={"due": due, "created_at": at}
    )
    if not made and entry.due > due:
        entry.due = due
        entry.save(update_fields=["due"])
    if due <= at:
        bell.ring_after_commit(entry.id)
    return entry


def claim(entry_id: int) -> Claim | None:
    """Claim one entry if it is due and nobody holds it; None if not. Leases use the clock of the database alone."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=Now())
    with transaction.atomic():
        taken = (
            Entry.objects.filter(free, id=entry_id, done_at__isnull=True, due__lte=Now())
            .update(fence=F("fence") + 1, leased_until=database_now() + LEASE)
        )
        if not taken:
            return None
        entry = Entry.objects.get(id=entry_id)
    return Claim(entry.id, entry.topic, entry.key, entry.fence)


def finish(held: Claim, *, at: datetime) -> bool:
    """Mark the work as done; False if somebody else has claimed it since."""
    return bool(
        Entry.objects.filter(id=held.entry_id, fence=held.fence, done_at__isnull=True).update(
            done_at=at, leased_until=None
        )
    )


def postpone(held: Claim, *, due: datetime) -> bool:
    """Give the entry back for later; False if somebody else has claimed it since."""
    return bool(
        Entry.objects.filter(id=held.entry_id, fence=held.fence, done_at__isnull=True).update(
            due=due, leased_until=None
        )
    )


def overdue(limit: int = 200) -> list[int]:
    """Return the ids of entries that are due and held by nobody, oldest first."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=Now())
    return list(
        Entry.objects.filter(free, done_at__isnull=True, due__lte=Now()).order_by("due").values_list("id", flat=True)[
            :limit
        ]
    )


def database_now() -> datetime:
    """Return the time of the database server, so that the clocks of workers need not agree."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    now: datetime = row[0]
    return now
