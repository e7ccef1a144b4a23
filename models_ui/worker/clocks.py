"""What do the steps of the worker pass around?"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from models_ui.outbox.operations import Claim

Clock = Callable[[], datetime]


def key_of(claim: Claim) -> uuid.UUID:
    """Return the id of the submission that an outbox entry is about."""
    return uuid.UUID(claim.key)
