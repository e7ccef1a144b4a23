"""Which work belongs to which outbox entry?"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from django.utils import timezone

from models_ui.approvals.operations import CREATE, RECONCILE
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.worker import creating, reconciling
from models_ui.worker.clocks import Clock

logger = logging.getLogger(__name__)

HANDLERS: dict[str, Callable[[Claim, Clock], None]] = {CREATE: creating.work, RECONCILE: reconciling.work}


class BrokeDown(Exception):  # noqa: N818 - it says what happened
    """The work of an entry ended in an error that nobody foresaw. It is tried again after a pause."""


def deliver(entry_id: int, clock: Clock = timezone.now) -> bool:
    """Do the work of one entry; False when it is not due, done already, or held by somebody else.

    `clock` returns the time that rows and events are written with. Raises BrokeDown, which names the kind of an
    unforeseen error and not its text: that may hold values of a request.
    """
    claim = outbox.claim(entry_id)
    if claim is None:
        return False
    try:
        HANDLERS[claim.topic](claim, clock)
    except Exception as error:  # noqa: BLE001 - whatever it is, the entry must neither be lost nor run hot
        kind, where = type(error).__name__, "".join(traceback.format_tb(error.__traceback__))
    else:
        return True
    # Outside of the handler, so that no log shows the text of the error as the context of this one.
    logger.error("Outbox entry %s broke down with %s at\n%s", entry_id, kind, where)
    outbox.break_down(claim, error=kind)
    raise BrokeDown(f"Outbox entry {entry_id} broke down with {kind}.")
