"""How is work put down, claimed and finished?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from models_ui.outbox import bell
from models_ui.outbox.models import Entry

# Longer than a task may take where Celery ends it (CELERY_TASK_TIME_LIMIT, which only the prefork pool heeds). Elsewhere,
# as with the threads of the demo, whoever lost a lease may still be there: the fence lets them finish nothing.
LEASE = timedelta(seconds=100)
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on an entry until the lease ends, somebody else claims it, or the work is put down anew."""

    entry_id: int
    topic: str
    key: str
    fence: int


@transaction.atomic
def put(*, topic: str, key: str, due: datetime, at: datetime) -> Entry:
    """Put down work, or bring forward the open entry of the same topic and key; ring the bell after the commit.

    Who works on that entry right now may have looked before this was put: it loses its claim, so that the entry stays
    open and is worked on once more. `due` is never later by the clock of the database than by the caller's.
    """
    due = min(due, database_now() + (due - at))
    entry = Entry.objects.select_for_update().filter(topic=topic, key=key, done_at__isnull=True).first()
    if entry is None:
        entry, _made = Entry.objects.get_or_create(
            topic=topic, key=key, done_at__isnull=True, defaults={"due": due, "created_at": at}
        )
    else:
        entry.due = min(entry.due, due)
        entry.fence += 1
        entry.leased_until = None
        entry.save(update_fields=["due", "fence", "leased_until"])
    if due <= at:
        bell.ring_after_commit(entry.id)
    return entry


@transaction.atomic
def claim(entry_id: int) -> Claim | None:
    """Claim one entry if it is due and nobody holds it; None if not. Leases use the clock of the database alone."""
    now = database_now()
    taken = Entry.objects.filter(claimable(now), id=entry_id).update(fence=F("fence") + 1, leased_until=now + LEASE)
    if not taken:
        return None
    entry = Entry.objects.get(id=entry_id)
    return Claim(entry.id, entry.topic, entry.key, entry.fence)


def hold(held: Claim) -> bool:
    """Begin the lease anew; False if the claim is lost. Inside a transaction nobody can claim until it ends."""
    return bool(still(held).update(leased_until=database_now() + LEASE))


def finish(held: Claim, *, at: datetime) -> bool:
    """Mark the work as done; False if the claim is lost: then whoever has it now finishes it."""
    return bool(still(held).update(done_at=at, leased_until=None))


def postpone(held: Claim, *, due: datetime) -> bool:
    """Give the entry back for later; False if the claim is lost."""
    return bool(still(held).update(due=due, leased_until=None, fence=F("fence") + 1, failures=0, last_error=""))


def break_down(held: Claim, *, error: str) -> bool:
    """Give the entry back after its work broke down, for a time that doubles with every breakdown in a row.

    `error` names the kind of error and nothing of its text. False if the claim is lost.
    """
    failures = Entry.objects.values_list("failures", flat=True).get(id=held.entry_id) + 1
    pause = min(FIRST_PAUSE * 2 ** min(failures - 1, 20), LONGEST_PAUSE)
    return bool(
        still(held).update(
            failures=failures,
            last_error=error[:100],
            due=database_now() + pause,
            leased_until=None,
            fence=F("fence") + 1,
        )
    )


def overdue(limit: int = 200) -> list[int]:
    """Return the ids of entries that are due and held by nobody, oldest first."""
    due = Entry.objects.filter(claimable(database_now())).order_by("due", "id")
    return list(due.values_list("id", flat=True)[:limit])


def claimable(now: datetime) -> Q:
    """Return the condition of entries that are due and held by nobody."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    return free & Q(done_at__isnull=True, due__lte=now)


def still(held: Claim) -> QuerySet[Entry]:
    """Return the entry if the claim is the newest one and the work not done."""
    return Entry.objects.filter(id=held.entry_id, fence=held.fence, done_at__isnull=True)


def database_now() -> datetime:
    """Return the time of the database server, so that the clocks of workers need not agree."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    now: datetime = row[0]
    return now
