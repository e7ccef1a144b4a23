"""Does what was approved come to exist, once, whatever happens on the way?"""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from models_ui.approvals import operations as approvals
from models_ui.audit.models import Event
from models_ui.aws import create_model as aws
from models_ui.aws import sessions
from models_ui.aws.errors import AwsError
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry
from models_ui.sandbox import sagemaker as sandbox_sagemaker
from models_ui.submissions.models import Attempt, Submission
from models_ui.worker import claiming, creating, reconciling
from models_ui.worker.delivery import deliver
from tests import factories
from tests.sandbox_server import Sandbox
from tests.worker.scenes import approved, claim, due, effects, end_leases, now, outcomes, told, work, work_on

pytestmark = pytest.mark.django_db

CREATE, RECONCILE = approvals.CREATE, approvals.RECONCILE


def fault(action: str, *, operation: str = "CreateModel", **options: Any) -> Any:
    """Return one line of a fault script."""
    return {"operation": operation, "action": action, **options}


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


# No clear answer -----------------------------------------------------------


@pytest.mark.parametrize("action", ["error-after", "drop-after", "garbage-after"])
def test_answer_lost_after_the_effect_is_found_and_not_called_again(sandbox: Sandbox, action: str) -> None:
    sandbox.faults(fault(action))
    submission = approved()

    assert work(submission, CREATE) == "unknown"
    assert work_on(submission) == "created"

    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])
    assert told(submission)[-2:] == ["unknown", "reconciled"]
    assert now(submission).model_arn.endswith(f":model/{submission.model_name}")


@pytest.mark.parametrize("action", ["error-before", "drop-before", "throttle"])
def test_call_without_an_effect_is_made_once_more(sandbox: Sandbox, action: str) -> None:
    sandbox.faults(fault(action))
    submission = approved()

    assert work(submission, CREATE) == "unknown"
    assert work_on(submission) == "created"

    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (2, [1])
    assert outcomes(submission) == ["unknown", "created"]
    assert told(submission)[-5:] == ["called", "unknown", "called_again", "called", "created"]


def test_time_out_is_unknown_and_the_late_effect_is_ours(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    from botocore.config import Config

    impatient = Config(retries={"total_max_attempts": 1}, read_timeout=0.1)
    monkeypatch.setattr(sessions, "_config", lambda **_options: impatient)
    sandbox.faults(fault("delay-after", seconds=0.3))
    submission = approved()
    assert work(submission, CREATE) == "unknown"

    monkeypatch.undo()
    monkeypatch.setenv("AWS_ENDPOINT_URL", sandbox.url)
    sessions.forget()

    assert work_on(submission) == "created"
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])


def test_effect_that_comes_after_we_saw_nothing_is_ours_when_we_call_again(sandbox: Sandbox) -> None:
    sandbox.faults(fault("drop-before"))
    submission = approved()
    work(submission, CREATE)
    assert work(submission, RECONCILE) == "queued"

    # The first call was only slow: now it lands.
    sandbox.client().create_model(**submission.current.request)

    assert work(submission, CREATE) == "unknown"
    assert work_on(submission) == "created"
    assert (effects(sandbox), outcomes(submission)) == ([1], ["unknown", "unknown"])


def test_aws_that_never_answers_is_called_five_times_and_then_somebody_must_look(sandbox: Sandbox) -> None:
    sandbox.faults(fault("throttle", times=None))
    submission = approved()

    assert work_on(submission) == "needs_attention"

    failure = now(submission).failure
    assert failure
    assert "5 times" in failure["message"]
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (5, [])


def test_each_unclear_call_in_a_row_waits_twice_as_long(sandbox: Sandbox) -> None:
    sandbox.faults(fault("throttle", times=None))
    submission, waits = approved(), []
    at = timezone.now()
    for _ in range(4):
        deliver(due(submission, CREATE).id, lambda: at)
        waits.append(Entry.objects.get(topic=RECONCILE, done_at__isnull=True).due - at)
        work(submission, RECONCILE)

    assert waits == [timedelta(seconds=seconds) for seconds in (2, 4, 8, 16)]


def test_admin_lets_aws_be_asked_again_once_it_answers(sandbox: Sandbox) -> None:
    sandbox.faults(fault("drop-after"), fault("error-before", operation="DescribeModel", times=None))
    submission = approved()
    work(submission, CREATE)
    assert work(submission, RECONCILE) == "unknown"
    assert work(submission, RECONCILE, later=reconciling.PATIENCE) == "needs_attention"

    sandbox.faults()
    version = now(submission).version
    approvals.reconcile(submission_id=submission.id, version=version, by=factories.admin(), at=timezone.now())

    assert work_on(submission) == "created"
    assert told(submission)[-3:] == ["needs_attention", "reconcile_asked", "reconciled"]
    assert (now(submission).failure, effects(sandbox)) == (None, [1])


def test_admin_who_asks_while_aws_is_still_silent_is_told_so(sandbox: Sandbox) -> None:
    sandbox.faults(fault("drop-after"), fault("error-before", operation="DescribeModel", times=None))
    submission = approved()
    work(submission, CREATE)
    work(submission, RECONCILE, later=reconciling.PATIENCE)
    version = now(submission).version
    approvals.reconcile(submission_id=submission.id, version=version, by=factories.admin(), at=timezone.now())

    assert work_on(submission) == "needs_attention"
    assert told(submission)[-3:] == ["needs_attention", "reconcile_asked", "needs_attention"]


def test_admin_may_have_aws_called_once_more_after_five_calls(sandbox: Sandbox) -> None:
    sandbox.faults(fault("throttle", times=5))
    submission = approved()
    assert work_on(submission) == "needs_attention"
    version = now(submission).version
    approvals.reconcile(submission_id=submission.id, version=version, by=factories.admin(), at=timezone.now())

    assert work_on(submission) == "created"
    assert len(sandbox.calls("CreateModel")) == 6


# Names and tags ------------------------------------------------------------


def test_name_of_a_stranger_is_a_failure_and_its_model_stays_as_it_was(sandbox: Sandbox) -> None:
    foreign = factories.request("churn", Tags=[{"Key": settings.OWNERSHIP_TAG, "Value": "somebody-else.1"}])
    sandbox.client().create_model(**foreign)
    before = sandbox.client().describe_model(ModelName="churn")
    submission = approved(factories.request("churn"))

    assert work_on(submission) == "failed"

    kept, failure = now(submission), now(submission).failure
    assert failure
    assert (failure["code"], failure["pointer"], kept.model_arn) == ("name-taken", "/ModelName", "")
    assert "churn" in failure["message"]
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (2, [1])
    after = sandbox.client().describe_model(ModelName="churn")
    assert {**after, "ResponseMetadata": None} == {**before, "ResponseMetadata": None}


def test_model_of_the_same_content_and_another_owner_is_never_adopted(sandbox: Sandbox) -> None:
    submission = approved(factories.request("churn"))
    request = {**submission.current.request, "Tags": [{"Key": "owner", "Value": "somebody else"}]}
    sandbox.client().create_model(**request)

    assert work(submission, CREATE) == "unknown"
    assert work(submission, RECONCILE, later=reconciling.TAG_LAG) == "failed"
    assert now(submission).model_arn == ""


def test_tags_that_lag_are_waited_for(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.faults(fault("drop-after"), fault("tag-lag", seconds=20))
    submission = approved()
    work(submission, CREATE)
    assert work(submission, RECONCILE) == "unknown"

    # Twenty seconds later, by the clock of the sandbox.
    ahead = timezone.now().timestamp() + 20
    monkeypatch.setattr(sandbox_sagemaker, "time", SimpleNamespace(time=lambda: ahead))

    assert work(submission, RECONCILE) == "created"
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])


def test_model_without_any_tag_after_a_minute_needs_somebody_to_look(sandbox: Sandbox) -> None:
    sandbox.faults(fault("drop-after"), fault("tag-lag", seconds=3600))
    submission = approved()
    work(submission, CREATE)

    assert work(submission, RECONCILE, later=reconciling.TAG_LAG) == "needs_attention"
    assert (len(sandbox.calls("CreateModel")), now(submission).model_arn) == (1, "")


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
