"""How far is a draft, step by step, with what is asked for besides the request?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models_ui.contract.finding import Finding
from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus, statuses

# Where the connection is asked for.
ASKS = "basics"


def standing(draft: Draft, findings: Sequence[Finding]) -> list[StepStatus]:
    """Return how each step stands, in their order. One that still needs the connection is not complete."""
    found = statuses(draft.document, findings)
    return found if draft.connection_id else [_without_connection(status) for status in found]


def _without_connection(status: StepStatus) -> StepStatus:
    unfinished = status.step.name == ASKS and status.status == "complete"
    return replace(status, status="in-progress") if unfinished else status
