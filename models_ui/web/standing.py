"""How far is a draft, step by step, with what is asked for besides the request?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models_ui.contract.finding import Finding
from models_ui.drafts.forms import layout
from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus, statuses
from models_ui.form.steps import steps


def asks(draft: Draft) -> str:
    """Return the name of the step that asks for the connection: the first one."""
    return steps(draft.document, layout(draft))[0].name


def standing(draft: Draft, findings: Sequence[Finding]) -> list[StepStatus]:
    """Return how each step stands, in their order. One that still needs the connection is not complete."""
    found = statuses(draft.document, findings, layout(draft))
    return found if draft.connection_id else [_without_connection(found[0]), *found[1:]]


def _without_connection(status: StepStatus) -> StepStatus:
    return replace(status, status="in-progress") if status.status in {"complete", "optional"} else status
