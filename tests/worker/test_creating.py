"""Does what was approved come to exist, once, whatever happens on the way?"""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from models_ui.approvals import operations as approvals
from models_ui.audit.models import Event
from models_ui.aws import create_model as aws
from models_ui.aws.errors import AwsError
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry
from models_ui.submissions.models import Attempt, Submission
from models_ui.worker import claiming, creating, reconciling
from models_ui.worker.delivery import deliver
from tests import factories
from tests.sandbox_server import Sandbox
from tests.worker.scenes import approved, claim, due, effects, end_leases, fault, now, outcomes, told, work, work_on

pytestmark = pytest.mark.django_db

CREATE, RECONCILE = approvals.CREATE, approvals.RECONCILE


# As it should be -----------------------------------------------------------


def test_approved_request_is_created_as_it_was_approved(sandbox: Sandbox) -> None:
    submission = approved(factories.request("churn", Tags=[{"Key": "team", "Value": "risk"}]))

    assert work(submission, CREATE) == "created"

    described = sandbox.client().describe_model(ModelName="churn")
    tags = sandbox.client().list_tags(ResourceArn=described["ModelArn"])["Tags"]
    assert now(submission).model_arn == described["ModelArn"]
    assert described["ExecutionRoleArn"] == submission.current.request["ExecutionRoleArn"]
    assert tags == submission.current.request["Tags"]
    assert tags[-1] == {"Key": settings.OWNERSHIP_TAG, "Value": f"{submission.id}.1"}


def test_created_submission_tells_each_step_and_keeps_what_aws_said(sandbox: Sandbox) -> None:
    submission = approved()
    work(submission, CREATE)

    attempt = Attempt.objects.get()
    assert told(submission)[-4:] == ["approved", "queued", "called", "created"]
    assert (attempt.outcome, attempt.http_status, attempt.number) == ("created", 200, 1)
    assert attempt.request_id
    created = Event.objects.latest("id")
    assert (created.actor_kind, created.digest) == ("worker", submission.current.digest)
    assert created.data == {
        "revision": 1,
        "attempt": 1,
        "arn": now(submission).model_arn,
        "aws_request_id": attempt.request_id,
    }
    assert not Entry.objects.filter(done_at__isnull=True).exists()


def test_attempt_is_committed_before_the_call(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    submission, seen = approved(), []
    really = aws.create

    def watched(client: Any, request: Any) -> Any:
        seen.append((now(submission).state, Attempt.objects.get().outcome))
        return really(client, request)

    monkeypatch.setattr(aws, "create", watched)
    work(submission, CREATE)

    assert seen == [("calling", "")]


def test_request_that_aws_refuses_fails_in_plain_words_and_is_called_once(sandbox: Sandbox) -> None:
    role = "arn:aws:iam::123456789012:role/NobodyKnowsIt"
    submission = approved(factories.request("churn", ExecutionRoleArn=role))

    assert work_on(submission) == "failed"

    failure = now(submission).failure
    assert failure
    assert role in failure["message"]
    assert failure["next_steps"]
    assert failure["pointer"] == "/ExecutionRoleArn"
    assert (outcomes(submission), effects(sandbox)) == (["failed"], [])
    assert Event.objects.latest("id").outcome == "error"


def test_failed_request_is_sent_again_as_it_was_approved(sandbox: Sandbox) -> None:
    sandbox.faults(fault("refuse", status=400, code="AccessDeniedException", message="Not authorized."))
    submission = approved()
    assert work(submission, CREATE) == "failed"

    requester = submission.requester
    approvals.retry(submission_id=submission.id, version=now(submission).version, by=requester, at=timezone.now())

    assert work_on(submission) == "created"
    assert outcomes(submission) == ["failed", "created"]


# Workers that die, sleep or meet -------------------------------------------


def begun(submission: Submission) -> tuple[outbox.Claim, Attempt]:
    """Return the claim and the attempt of a worker that is just about to call."""
    held = claim(submission)
    claiming.queue(held, timezone.now)
    attempt = claiming.begin(held, timezone.now)
    assert attempt
    return held, attempt


def test_worker_that_dies_before_the_call_leaves_it_to_another(sandbox: Sandbox) -> None:
    submission = approved()
    begun(submission)
    end_leases()

    assert work(submission, CREATE) == "unknown"
    assert work_on(submission) == "created"
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])
    assert outcomes(submission) == ["unknown", "created"]


def test_worker_that_dies_after_the_call_has_its_effect_found(sandbox: Sandbox) -> None:
    submission = approved()
    creating.call(begun(submission)[1])
    end_leases()

    assert work(submission, CREATE) == "unknown"
    assert work_on(submission) == "created"
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])
    assert outcomes(submission) == ["unknown"]


def test_worker_that_dies_each_time_ends_with_somebody_who_must_look(sandbox: Sandbox) -> None:
    submission = approved()
    for _ in range(reconciling.MOST_CALLS):
        begun(submission)
        end_leases()
        work(submission, CREATE)
        work(submission, RECONCILE)

    assert now(submission).state == "needs_attention"
    assert sandbox.calls("CreateModel") == []


def test_slow_answer_adds_its_evidence_and_moves_nothing(sandbox: Sandbox) -> None:
    submission = approved()
    held, attempt = begun(submission)
    end_leases()
    work(submission, CREATE)

    creating.settle(attempt, creating.call(attempt), held, timezone.now)

    kept = Attempt.objects.get()
    assert (now(submission).state, kept.outcome) == ("unknown", "unknown")
    assert kept.request_id
    assert work_on(submission) == "created"
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])


def test_worker_that_calls_after_another_has_created_makes_nothing_twice(sandbox: Sandbox) -> None:
    submission = approved()
    held, attempt = begun(submission)
    end_leases()
    work(submission, CREATE)
    assert work_on(submission) == "created"

    creating.settle(attempt, creating.call(attempt), held, timezone.now)

    assert (now(submission).state, effects(sandbox)) == ("created", [1])
    assert outcomes(submission) == ["unknown", "created"]


def test_worker_that_lost_its_claim_makes_no_attempt(sandbox: Sandbox) -> None:
    submission = approved()
    first = claim(submission)
    claiming.queue(first, timezone.now)
    end_leases()
    second = claim(submission)

    assert claiming.begin(first, timezone.now) is None
    assert not Attempt.objects.exists()
    assert claiming.begin(second, timezone.now)


def test_reconciler_that_lost_its_claim_concludes_nothing(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.faults(fault("drop-after"))
    submission = approved()
    work(submission, CREATE)
    really = reconciling.look

    def asked_meanwhile(*args: Any) -> Any:
        outbox.put(topic=RECONCILE, key=str(submission.id), due=timezone.now(), at=timezone.now())
        return really(*args)

    monkeypatch.setattr(reconciling, "look", asked_meanwhile)
    assert work(submission, RECONCILE) == "unknown"
    monkeypatch.undo()
    monkeypatch.setenv("AWS_ENDPOINT_URL", sandbox.url)

    assert work_on(submission) == "created"
    assert told(submission).count("reconciled") == 1


def test_message_that_comes_twice_is_worked_on_once(sandbox: Sandbox) -> None:
    submission = approved()
    entry = due(submission, CREATE)

    assert [deliver(entry.id), deliver(entry.id), deliver(entry.id)] == [True, False, False]
    assert len(sandbox.calls("CreateModel")) == 1


def test_work_of_a_submission_that_was_taken_back_is_done_without_a_call(sandbox: Sandbox) -> None:
    submission = approved()
    approvals.take_back(
        submission_id=submission.id, version=submission.version, by=submission.requester, at=timezone.now()
    )

    assert work_on(submission) == "changes_requested"
    assert sandbox.calls("CreateModel") == []


def test_reconciling_what_is_settled_already_asks_nobody(sandbox: Sandbox) -> None:
    submission = approved()
    work(submission, CREATE)
    outbox.put(topic=RECONCILE, key=str(submission.id), due=timezone.now(), at=timezone.now())

    assert work_on(submission) == "created"
    assert sandbox.calls("DescribeModel") == []


# What AWS says -------------------------------------------------------------


def test_words_of_aws_are_kept_bounded_and_storable() -> None:
    _, attempt = begun(approved())
    error = AwsError(code="C" * 500, message="\0" + "m" * 9000, status=400, request_id="r" * 500)

    creating.note(attempt, aws.Failed(error), "failed", timezone.now)

    kept = Attempt.objects.get()
    assert (len(kept.aws_code), len(kept.aws_message), len(kept.request_id)) == (100, 4000, 100)
    assert "\0" not in kept.aws_message


def test_lease_outlives_every_task() -> None:
    limits = (settings.CELERY_TASK_SOFT_TIME_LIMIT, settings.CELERY_TASK_TIME_LIMIT)

    assert limits[0] < limits[1] < outbox.LEASE.total_seconds()
