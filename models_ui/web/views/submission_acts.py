"""What happens when somebody presses a button on the page of a submission?"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Protocol

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from models_ui.accounts.models import User
from models_ui.approvals import operations
from models_ui.audit.refusals import Stale
from models_ui.submissions.models import Submission
from models_ui.web.forms.step import number
from models_ui.web.htmx import Request
from models_ui.web.stale import changed


class Operation(Protocol):
    """One of the operations that move a submission as it was seen."""

    def __call__(self, *, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission: ...


@require_POST
def submission_withdraw(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """End it."""
    return act(request, submission_id, operations.withdraw, "Withdrawn. Nobody can decide on it any more.")


@require_POST
def submission_take_back(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Take it back and open its draft."""
    return act(request, submission_id, operations.take_back, "Taken back. Edit it, then submit it again.", to="draft")


@require_POST
def submission_edit(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Open the draft of what failed."""
    return act(request, submission_id, operations.edit, "You can edit it now, then submit it again.", to="draft")


@require_POST
def submission_retry(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Send the same approved envelope again."""
    return act(request, submission_id, operations.retry, "It is sent again as it was approved.")


@require_POST
def submission_reconcile(request: Request, submission_id: uuid.UUID) -> HttpResponse:
    """Let the worker ask AWS again."""
    return act(request, submission_id, operations.reconcile, "The worker asks AWS again.")


def act(
    request: Request, submission_id: uuid.UUID, operation: Operation, said: str, *, to: str = "submission"
) -> HttpResponse:
    """Do it as the person saw the submission, say so, and lead on; or show what changed meanwhile."""
    version = number(request.POST.get("version", ""))
    try:
        operation(submission_id=submission_id, version=version, by=request.user, at=timezone.now())
    except Stale as refusal:
        return changed(request, submission_id, refusal, version=version)
    messages.success(request, said)
    return redirect(to, submission_id)
