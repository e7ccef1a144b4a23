"""How is a submission decided, withdrawn, taken back and sent again?"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.approvals import checks
from models_ui.approvals.models import Decision
from models_ui.approvals.submitting import submit
from models_ui.drafts import operations as drafts
from models_ui.outbox import operations as outbox
from models_ui.submissions import operations as submissions
from models_ui.submissions import queries
from models_ui.submissions.models import Submission

__all__ = ["decide", "edit", "reconcile", "retry", "submit", "take_back", "withdraw"]

CREATE = "create-model"
RECONCILE = "reconcile"


@transaction.atomic
def decide(
    *,
    submission_id: uuid.UUID,
    decision: str,
    comment: str,
    version: int,
    digest: str,
    by: User,
    at: datetime,
) -> Submission:
    """Record what an approver decided about exactly the envelope with this digest.

    `decision` is approve, request-changes or reject; the last two need a comment. An approval lets the worker begin.
    Raises NotFound, Refused, or Stale when version or digest are no longer the current ones.
    """
    submission = visible_row(submission_id, by)
    checks.check_seen(submission, version=version, digest=digest)
    checks.check_can_decide(by, submission)
    comment = comment.strip()
    checks.check_decision(decision, comment, reader=submission.requester.username)
    if decision == Decision.Kind.APPROVE:
        checks.check_keeps_to_form(submission)
    Decision.objects.create(revision=submission.current, digest=digest, kind=decision, comment=comment, by=by, at=at)
    submissions.transition(submission, decision, actor=actor_for(by), at=at, reason=comment)
    if decision == Decision.Kind.APPROVE:
        outbox.put(topic=CREATE, key=str(submission.id), due=at, at=at)
    if decision == Decision.Kind.REQUEST_CHANGES:
        drafts.unlock(submission.id)
    return submission


@transaction.atomic
def withdraw(*, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """End a submission that its requester no longer wants; its draft stays closed. Raises NotFound, Refused or Stale."""
    submission = moved_by_requester("withdraw", submission_id, version, by, at)
    drafts.lock(submission.id)
    return submission


@transaction.atomic
def take_back(*, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """Let the requester edit what waits or was approved: its approvals do not count for the next revision."""
    submission = moved_by_requester("take-back", submission_id, version, by, at)
    drafts.unlock(submission.id)
    return submission


@transaction.atomic
def edit(*, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """Let the requester edit what failed. Raises NotFound, Refused or Stale."""
    submission = moved_by_requester("edit", submission_id, version, by, at)
    drafts.unlock(submission.id)
    return submission


@transaction.atomic
def retry(*, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """Send the same approved envelope again. Raises NotFound, Refused (also when the approval lapsed) or Stale."""
    submission = moved_by_requester("retry", submission_id, version, by, at)
    checks.check_approval_holds(submission)
    outbox.put(topic=CREATE, key=str(submission.id), due=at, at=at)
    return submission


@transaction.atomic
def reconcile(*, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """Let the worker ask AWS again about a submission that needs attention, as an admin wishes.

    Raises NotFound, Refused or Stale.
    """
    submission = visible_row(submission_id, by)
    check_version(submission, version)
    checks.check_can_reconcile(by, submission)
    submissions.transition(submission, "reconcile", actor=actor_for(by), at=at)
    outbox.put(topic=RECONCILE, key=str(submission.id), due=at, at=at)
    return submission


def moved_by_requester(action: str, submission_id: uuid.UUID, version: int, by: User, at: datetime) -> Submission:
    """Move a submission along one of the requester's arrows. Raises NotFound, Refused or Stale."""
    submission = visible_row(submission_id, by)
    check_version(submission, version)
    checks.check_requester(by, submission, action)
    submission.failure = None
    submissions.transition(submission, action, actor=actor_for(by), at=at)
    return submission


def check_version(submission: Submission, version: int) -> None:
    """Raise Stale unless the person saw the submission as it is now."""
    checks.check_seen(submission, version=version, digest=submission.current.digest)


def visible_row(submission_id: uuid.UUID, user: User) -> Submission:
    """Return the submission with its row locked, or raise NotFound, also when this person may not see it.

    The row of its draft is locked before, as `submit` does: everybody takes the two in one order, so nobody waits for
    ever.
    """
    queries.get_visible(user, submission_id)
    drafts.locked_row(submission_id)
    return submissions.locked_row(submission_id)
