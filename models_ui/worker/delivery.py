"""Which work belongs to which outbox entry?"""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from models_ui.approvals.operations import CREATE, RECONCILE
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.worker import creating, reconciling
from models_ui.worker.clocks import Clock

HANDLERS: dict[str, Callable[[Claim, Clock], None]] = {CREATE: creating.work, RECONCILE: reconciling.work}


def deliver(entry_id: int, clock: Clock = timezone.now) -> bool:
    """Do the work of one entry; False when it is not due, done already, or held by somebody else.

    `clock` returns the time that rows and events are written with. Raises KeyError for a topic that nobody knows.
    """
    claim = outbox.claim(entry_id)
    if claim is None:
        return False
    HANDLERS[claim.topic](claim, clock)
    return True
