"""What becomes of a call that had no clear answer?"""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.utils import timezone

from models_ui.approvals import operations as approvals
from models_ui.approvals.operations import CREATE, RECONCILE
from models_ui.aws import sessions
from models_ui.outbox.models import Entry
from models_ui.sandbox import sagemaker as sandbox_sagemaker
from models_ui.worker import reconciling
from models_ui.worker.delivery import deliver
from tests import factories
from tests.sandbox_server import Sandbox
from tests.worker.scenes import approved, due, effects, fault, now, outcomes, told, work, work_on

pytestmark = pytest.mark.django_db

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
