"""May this envelope be sent now? Asked under the row's lock, just before the call."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from models_ui.approvals import checks
from models_ui.approvals.models import Decision
from models_ui.audit.actors import SYSTEM, WORKER
from models_ui.audit.refusals import Refused
from models_ui.audit.vocabulary import Outcome
from models_ui.contract.canonical import digest
from models_ui.drafts import operations as drafts
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Attempt, Revision, Submission
from models_ui.submissions.states import State
from models_ui.worker.clocks import Clock, key_of


def queue(claim: Claim, clock: Clock) -> None:
    """Move an approved submission into the queue."""
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        if submission.state == State.APPROVED:
            submissions.transition(submission, "queue", actor=SYSTEM, at=clock())


def begin(claim: Claim, clock: Clock) -> Attempt | None:
    """Commit the attempt that is about to be made, or return None when nothing may be sent.

    Bytes or target that differ from what was approved end the submission (refused); an approval that no longer
    stands sends it back to the approvers (pending), and a request that leaves its form to the requester
    (changes_requested). Who lost the claim sends nothing.
    """
    with transaction.atomic():
        # The draft first, as everybody takes the two: it may have to be opened again.
        drafts.locked_row(key_of(claim))
        submission = submissions.locked_row(key_of(claim))
        if submission.state != State.QUEUED or not outbox.hold(claim):
            return None
        for check, exit_ in EXITS:
            try:
                check(submission)
            except Refused as refusal:
                submissions.transition(
                    submission, exit_, actor=WORKER, at=clock(), reason=refusal.sentence, outcome=Outcome.DENIED
                )
                if submission.state == State.CHANGES_REQUESTED:
                    drafts.unlock(submission.id)
                return None
        return attempt(submission, claim, clock)


def attempt(submission: Submission, claim: Claim, clock: Clock) -> Attempt:
    """Write the row of the next attempt and say that AWS is being called."""
    at = clock()
    row = Attempt.objects.create(
        submission=submission,
        revision=submission.current,
        number=submission.attempts.count() + 1,
        started_at=at,
    )
    submissions.transition(submission, "call", actor=WORKER, at=at, data={"attempt": row.number, "fence": claim.fence})
    return row


def check_bytes(submission: Submission) -> None:
    """Raise Refused unless the stored bytes still have the digest of the revision and of every approval of it."""
    revision: Revision = submission.current
    approved = Decision.objects.filter(revision=revision, kind=Decision.Kind.APPROVE).values_list("digest", flat=True)
    if {digest(revision.envelope_text.encode())} != {revision.digest, *approved}:
        raise Refused("bytes-differ", "The stored request is not the one that was approved. Nothing was sent.")


def check_target(submission: Submission) -> None:
    """Raise Refused unless the connection still leads where the envelope says."""
    if submission.current.target != submission.connection.target:
        raise Refused("target-differs", "The connection leads elsewhere than was approved. Nothing was sent.")


EXITS: tuple[tuple[Callable[[Submission], None], str], ...] = (
    (check_bytes, "refuse"),
    (check_target, "refuse"),
    (checks.check_approval_holds, "lapse"),
    (checks.check_keeps_to_form, "send-back"),
)
