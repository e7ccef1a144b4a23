"""How is a SageMaker model made, once?"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from models_ui.approvals.operations import RECONCILE
from models_ui.audit.actors import WORKER
from models_ui.audit.vocabulary import Outcome
from models_ui.aws import create_model as aws
from models_ui.aws.errors import explain
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Attempt, Submission
from models_ui.submissions.states import State
from models_ui.worker import claiming, failing
from models_ui.worker.clients import sagemaker
from models_ui.worker.clocks import Clock, key_of

# When to look whether an unanswered call had its effect: soon, since the page shows it as unknown meanwhile.
FIRST_LOOK = timedelta(seconds=2)


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
        if submission.state != State.CALLING:
            return
        at = clock()
        attempt = submission.attempts.filter(finished_at__isnull=True).last()
        if attempt:
            attempt.outcome, attempt.finished_at = "unknown", at
            attempt.save(update_fields=["outcome", "finished_at"])
        lose(submission, "The worker that called AWS stopped before it heard an answer.", clock)


def settle(attempt: Attempt, answer: aws.Answer, claim: Claim, clock: Clock) -> None:
    """Write down what became of a call, unless somebody else has declared the attempt lost meanwhile."""
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        attempt.refresh_from_db()
        if submission.state == State.CALLING and attempt.finished_at is None:
            note(attempt, answer, clock)
            follow(submission, attempt, answer, clock)
        outbox.finish(claim, at=clock())


def note(attempt: Attempt, answer: aws.Answer, clock: Clock) -> None:
    """Write the end of an attempt: what AWS said, with the id by which CloudTrail knows the call."""
    attempt.finished_at = clock()
    if isinstance(answer, aws.Created):
        attempt.outcome, attempt.request_id, attempt.http_status = "created", answer.request_id or "", 200
    else:
        attempt.outcome = "failed" if isinstance(answer, aws.Failed) else "unknown"
        attempt.aws_code = answer.error.code[:100]
        attempt.aws_message = answer.error.message
        attempt.http_status = answer.error.status
        attempt.request_id = answer.error.request_id or ""
    attempt.save()


def follow(submission: Submission, attempt: Attempt, answer: aws.Answer, clock: Clock) -> None:
    """Move the submission to where the answer leads."""
    if isinstance(answer, aws.Created):
        submission.model_arn = answer.arn
        data = {"arn": answer.arn, "attempt": attempt.number, "aws_request_id": attempt.request_id}
        submissions.transition(submission, "create", actor=WORKER, at=clock(), data=data)
    elif isinstance(answer, aws.Unknown):
        lose(submission, "AWS did not say whether the SageMaker model was created.", clock)
    else:
        explanation = explain(answer.error, attempt.revision.request)
        if explanation.kind == "already-exists":
            lose(submission, "AWS says that the name is taken. It is being checked whether the model is ours.", clock)
            return
        submission.failure = failing.failure(explanation)
        submissions.transition(
            submission,
            "fail",
            actor=WORKER,
            at=clock(),
            reason=explanation.title,
            outcome=Outcome.ERROR,
            data={"code": explanation.code, "attempt": attempt.number, "aws_request_id": attempt.request_id},
        )


def lose(submission: Submission, reason: str, clock: Clock) -> None:
    """Say that the outcome is unknown, and plan to find out."""
    at = clock()
    submissions.transition(submission, "lose", actor=WORKER, at=at, reason=reason, outcome=Outcome.ERROR)
    outbox.put(topic=RECONCILE, key=str(submission.id), due=at + FIRST_LOOK, at=at)
