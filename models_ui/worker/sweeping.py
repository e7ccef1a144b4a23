"""What has been forgotten?"""

from __future__ import annotations

from datetime import datetime

from models_ui.outbox import bell
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Heartbeat

# So many at a time that a queue which is behind already does not grow faster than it is worked off.
AT_ONCE = 50


def sweep(at: datetime) -> list[int]:
    """Note that the worker lives, ring for the entries that are due and held by nobody, and return their ids.

    To ring is enough: claims are what keeps work from being done twice, and each entry gets a task of its own.
    """
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": at})
    forgotten = outbox.overdue(AT_ONCE)
    for entry_id in forgotten:
        bell.ring(entry_id)
    return forgotten
