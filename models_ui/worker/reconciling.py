"""What became of a call that had no clear answer?

CreateModel has no client token, so the ownership tag inside the request is the proof: ours and equal means created, a
stranger's model is never adopted, nothing there means that it is safe to call again. Nothing is ever deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.db import transaction

from models_ui.approvals.operations import CREATE
from models_ui.audit.actors import WORKER
from models_ui.audit.vocabulary import Outcome
from models_ui.aws import compare
from models_ui.aws import create_model as aws
from models_ui.aws.create_model import Described
from models_ui.contract.json_types import Json
from models_ui.outbox import operations as outbox
from models_ui.outbox.operations import Claim
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Attempt, Revision, Submission
from models_ui.submissions.queries import unclear_calls
from models_ui.submissions.states import State
from models_ui.worker import failing
from models_ui.worker.clients import sagemaker
from models_ui.worker.clocks import Clock, key_of

# Tags were seen to lag behind a new SageMaker model by up to twenty seconds; three times that is waited.
TAG_LAG = timedelta(seconds=60)
# How far the clocks of AWS and ours may differ.
SKEW = timedelta(seconds=30)
# When to look again at first; later after a quarter of the time that has passed.
LOOK_AGAIN = timedelta(seconds=5)
# AWS must answer within this time, or somebody has to look.
PATIENCE = timedelta(minutes=15)
MOST_CALLS = 5

Fate = Literal["ours", "absent", "stranger", "differs", "wait"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What AWS has under the name, and the ARN where there is something."""

    fate: Fate
    arn: str = ""


def work(claim: Claim, clock: Clock) -> None:
    """Ask AWS what is there, then move the submission accordingly; postpone while AWS does not say."""
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        if submission.state not in (State.UNKNOWN, State.NEEDS_ATTENTION):
            outbox.finish(claim, at=clock())
            return
        revision, attempt = submission.current, submission.attempts.order_by("number").last()
    if attempt is None:
        raise RuntimeError(f"Submission {submission.number} is {submission.state} but AWS was never called.")
    verdict = look(revision, attempt, clock())
    with transaction.atomic():
        submission = submissions.locked_row(key_of(claim))
        # Who lost the claim looked too early: whoever has it now looks again.
        if submission.state in (State.UNKNOWN, State.NEEDS_ATTENTION) and outbox.hold(claim):
            conclude(submission, attempt, verdict, claim, clock)
        outbox.finish(claim, at=clock())


def look(revision: Revision, attempt: Attempt, now: datetime) -> Verdict:
    """Return what AWS has under the name of a revision's SageMaker model."""
    client = sagemaker(revision, sends=False)
    request = revision.request
    try:
        described = aws.find(client, str(request["ModelName"]))
        if described is None:
            return Verdict("absent")
        tags = aws.tags(client, described.arn)
    except aws.Unanswered:
        return Verdict("wait")
    return judge(revision, described, tags, attempt, now)


def judge(revision: Revision, described: Described, tags: dict[str, str], attempt: Attempt, now: datetime) -> Verdict:
    """Say whose a SageMaker model is that exists."""
    mark = tags.get(settings.OWNERSHIP_TAG)
    if mark == revision.ownership:
        same = compare.same(revision.request, described.document)
        return Verdict("ours" if same else "differs", described.arn)
    if mark and mark.startswith(f"{revision.submission_id}."):
        return Verdict("differs", described.arn)
    if mark or described.created_at < attempt.submission.attempts.earliest("number").started_at - SKEW:
        return Verdict("stranger", described.arn)
    lagging = now < attempt.started_at + TAG_LAG
    return Verdict("wait" if lagging else "stranger" if tags else "differs", described.arn)


def conclude(submission: Submission, attempt: Attempt, verdict: Verdict, claim: Claim, clock: Clock) -> None:
    """Move the submission to where the verdict leads, or postpone the outbox entry while there is none."""
    at = clock()
    automatic = submission.state == State.UNKNOWN
    data: dict[str, Json] = {"attempt": attempt.number, **({"arn": verdict.arn} if verdict.arn else {})}
    if verdict.fate == "wait" and automatic and at < attempt.started_at + PATIENCE:
        outbox.postpone(claim, due=at + max(LOOK_AGAIN, (at - attempt.started_at) / 4))
    elif verdict.fate == "ours":
        submission.model_arn, submission.failure = verdict.arn, None
        move(submission, "find", at, "The SageMaker model carries our tag and is what was asked for: it is ours.", data)
    elif verdict.fate == "stranger":
        submission.failure = failing.name_taken(submission.model_name)
        move(
            submission, "find-stranger", at, "The name belongs to a SageMaker model that is not ours.", data, error=True
        )
    elif verdict.fate == "absent" and not (automatic and unclear_calls(attempt.revision) >= MOST_CALLS):
        submission.failure = None
        move(
            submission, "call-again", at, "AWS has no SageMaker model of this name, so it is safe to call again.", data
        )
        outbox.put(topic=CREATE, key=str(submission.id), due=at, at=at)
    else:
        why = WHY[verdict.fate]
        submission.failure = failing.unsure(why)
        move(submission, "give-up", at, why, data, error=True)


WHY: dict[Fate, str] = {
    "absent": f"AWS was called {MOST_CALLS} times without a clear answer, and no SageMaker model is there.",
    "differs": "A SageMaker model of this name exists, but it cannot be told for certain that this request made it.",
    "wait": "AWS has not said what became of the call.",
}


def move(
    submission: Submission, action: str, at: datetime, reason: str, data: dict[str, Json], *, error: bool = False
) -> None:
    """Move the submission as the worker."""
    outcome = Outcome.ERROR if error else Outcome.OK
    submissions.transition(submission, action, actor=WORKER, at=at, reason=reason, data=data, outcome=outcome)
