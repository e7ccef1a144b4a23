"""How is a SageMaker model made, once?"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from django.db import transaction

from models_ui.approvals.operations import RECONCILE
from models_ui.audit.actors import WORKER
from models_ui.audit.vocabulary import Outcome
from models_ui.aws import create_model as aws
from models_ui.aws.errors import Explanation, explain
from models_ui.contract.json_types import Json
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Attempt, Submission
from models_ui.submissions.queries import unclear_calls
from models_ui.submissions.states import State
from models_ui.worker import claiming, failing
from models_ui.worker.clients import sagemaker
from models_ui.worker.clocks import Clock, key_of

# When to look whether an unanswered call had its effect: soon, since the page shows it as unknown meanwhile; after
# each further one in a row twice as late, since AWS may be telling us to go slower.
FIRST_LOOK = timedelta(seconds=2)
# AWS documents 2,048 characters for an ARN; of what it says in words this much is kept.
LONGEST_ARN = 2048
LONGEST_MESSAGE = 4000

Outcomes = Literal["created", "failed", "unknown"]


def work(claim: Claim, clock: Clock) -> None:
    """Queue, claim and call, each committed before the next; what an earlier worker left open is reconciled first."""
    lose_interrupted(claim, clock)
    claiming.queue(claim, clock)
    attempt = claiming.begin(claim, clock)
    if attempt is None:
        outbox.finish(claim, at=clock())
        return
    settle(attempt, call(attempt), claim, clock)


def call(attempt: Attempt) -> aws.Answer:
    """Send exactly the approved request to exactly its target, in one HTTP attempt."""
    revision = attempt.revision
    return aws.create(sagemaker(revision, sends=True), revision.request)


def lose_interrupted(claim: Claim, clock: Clock) -> None:
    """Call an attempt unknown that has begun and whose worker is gone: its lease ended, or this entry were not ours."""
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        if submission.state != State.CALLING or not outbox.hold(claim):
            return
        attempt = submission.attempts.get(finished_at__isnull=True)
        attempt.outcome, attempt.finished_at = "unknown", clock()
        attempt.save(update_fields=["outcome", "finished_at"])
        lose(submission, attempt, "The worker that called AWS stopped before it heard an answer.", clock)


def settle(attempt: Attempt, answer: aws.Answer, claim: Claim, clock: Clock) -> None:
    """Write down what became of a call, unless somebody else has declared the attempt lost meanwhile."""
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        attempt.refresh_from_db(fields=["finished_at", "outcome"])
        in_time = attempt.finished_at is None
        explanation = explain(answer.error, attempt.revision.request) if isinstance(answer, aws.Failed) else None
        note(attempt, answer, outcome_of(answer, explanation), clock)
        if in_time:
            follow(submission, attempt, answer, explanation, clock)
        outbox.finish(claim, at=clock())


def outcome_of(answer: aws.Answer, explanation: Explanation | None) -> Outcomes:
    """Say in one word what became of a call. That a name is taken does not tell by whom: it may be by this very call."""
    if isinstance(answer, aws.Created):
        return "created"
    return "failed" if explanation and explanation.kind != "already-exists" else "unknown"


def note(attempt: Attempt, answer: aws.Answer, outcome: Outcomes, clock: Clock) -> None:
    """Write the end of an attempt: what AWS said, with the id by which CloudTrail knows the call.

    Of an attempt that was declared lost only the evidence is added: what follows is found by asking AWS.
    """
    if isinstance(answer, aws.Created):
        attempt.request_id, attempt.http_status = (answer.request_id or "")[:100], 200
    else:
        attempt.aws_code = answer.error.code[:100]
        # PostgreSQL keeps no NUL, and nobody could read it.
        attempt.aws_message = answer.error.message.replace("\0", "")[:LONGEST_MESSAGE]
        attempt.http_status = answer.error.status
        attempt.request_id = (answer.error.request_id or "")[:100]
    if attempt.finished_at is None:
        attempt.outcome, attempt.finished_at = outcome, clock()
    attempt.save()


def follow(
    submission: Submission, attempt: Attempt, answer: aws.Answer, explanation: Explanation | None, clock: Clock
) -> None:
    """Move the submission to where the answer leads."""
    if isinstance(answer, aws.Created):
        submission.model_arn = answer.arn[:LONGEST_ARN]
        data: dict[str, Json] = {
            "arn": submission.model_arn,
            "attempt": attempt.number,
            "aws_request_id": attempt.request_id,
        }
        submissions.transition(submission, "create", actor=WORKER, at=clock(), data=data)
    elif explanation is None:
        lose(submission, attempt, "AWS did not say whether the SageMaker model was created.", clock)
    elif attempt.outcome == "unknown":
        why = "AWS says that the name is taken. It is being checked whether the SageMaker model is ours."
        lose(submission, attempt, why, clock)
    else:
        submission.failure = failing.failure(explanation)
        data = {"code": explanation.code, "attempt": attempt.number, "aws_request_id": attempt.request_id}
        submissions.transition(
            submission,
            "fail",
            actor=WORKER,
            at=clock(),
            reason=explanation.title,
            outcome=Outcome.ERROR,
            data=data,
        )


def lose(submission: Submission, attempt: Attempt, reason: str, clock: Clock) -> None:
    """Say that the outcome is unknown, and plan to find out."""
    at = clock()
    submissions.transition(
        submission, "lose", actor=WORKER, at=at, reason=reason, outcome=Outcome.ERROR, data={"attempt": attempt.number}
    )
    wait = FIRST_LOOK * 2 ** (unclear_calls(attempt.revision) - 1)
    outbox.put(topic=RECONCILE, key=str(submission.id), due=at + wait, at=at)
