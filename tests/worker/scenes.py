"""How is a submission brought before the worker?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from models_ui.audit.models import Event
from models_ui.contract.json_types import Document
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry
from models_ui.outbox.operations import Claim
from models_ui.submissions.models import Attempt, Submission
from models_ui.worker.delivery import deliver
from tests import factories

LONG_AGO = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


def approved(document: Document | None = None) -> Submission:
    """Return a submission that `amir` has approved; `sally` asked for it."""
    return factories.decide(factories.submission(factories.scientist(), document), factories.approver())


def work(submission: Submission, topic: str, *, later: timedelta = timedelta(0)) -> str:
    """Do the open work of one topic as if it were due, by a clock that goes ahead; return the state it leads to."""
    deliver(due(submission, topic).id, lambda: timezone.now() + later)
    return now(submission).state


def work_on(submission: Submission, *, steps: int = 40) -> str:
    """Do all work that is open and all that comes of it, one piece after the other; return the state at the end."""
    for _ in range(steps):
        entry = Entry.objects.filter(key=str(submission.id), done_at__isnull=True).order_by("id").first()
        if entry is None:
            return now(submission).state
        work(submission, entry.topic)
    raise AssertionError(f"{submission} came to no end in {steps} steps.")


def due(submission: Submission, topic: str) -> Entry:
    """Return the open entry of a topic, made due."""
    entry = Entry.objects.get(topic=topic, key=str(submission.id), done_at__isnull=True)
    Entry.objects.filter(id=entry.id).update(due=LONG_AGO)
    return entry


def claim(submission: Submission, topic: str = "create-model") -> Claim:
    """Claim the open entry of a topic."""
    held = outbox.claim(due(submission, topic).id)
    assert held
    return held


def end_leases() -> None:
    """Let every lease have ended, as if the workers had died long ago."""
    Entry.objects.exclude(leased_until=None).update(leased_until=LONG_AGO)


def now(submission: Submission) -> Submission:
    """Return the submission as it is now."""
    return Submission.objects.get(id=submission.id)


def outcomes(submission: Submission) -> list[str]:
    """Return what became of each call."""
    return list(Attempt.objects.filter(submission=submission).order_by("number").values_list("outcome", flat=True))


def told(submission: Submission) -> list[str]:
    """Return the short names of the events of a submission, oldest first."""
    events = Event.objects.filter(subject_id=submission.id).order_by("id").values_list("name", flat=True)
    return [name.partition(".")[2] for name in events]


def effects(sandbox: Any) -> list[int]:
    """Return how often each SageMaker model was made."""
    return [effect["count"] for effect in sandbox.ledger()["effects"]]


def fault(action: str, *, operation: str = "CreateModel", **options: Any) -> Any:
    """Return one line of a fault script."""
    return {"operation": operation, "action": action, **options}
