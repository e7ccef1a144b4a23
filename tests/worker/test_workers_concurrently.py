"""When workers and people meet at one submission, is AWS called once, or not at all?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from django.utils import timezone

from models_ui.approvals import operations as approvals
from models_ui.audit.refusals import Refused
from models_ui.outbox import bell
from models_ui.submissions.models import Attempt
from models_ui.worker import claiming
from models_ui.worker.delivery import deliver
from tests.concurrently import at_once, failures
from tests.sandbox_server import Sandbox
from tests.worker.scenes import approved, claim, due, effects, end_leases, now, work

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_bell() -> Iterator[None]:
    """Let nothing reach the broker: here the transactions are real."""
    with bell.muted():
        yield


def test_one_of_many_workers_with_the_same_message_calls(sandbox: Sandbox) -> None:
    submission = approved()
    entry = due(submission, approvals.CREATE)

    outcomes = at_once(*[partial(deliver, entry.id)] * 6)

    assert sorted(outcomes) == [False] * 5 + [True]
    assert (len(sandbox.calls("CreateModel")), effects(sandbox)) == (1, [1])
    assert now(submission).state == "created"


@pytest.mark.parametrize("_round", range(3))
def test_request_that_is_taken_back_while_a_worker_begins_is_called_or_taken_back(
    sandbox: Sandbox, _round: int
) -> None:
    submission = approved()
    entry = due(submission, approvals.CREATE)
    take_back = partial(
        approvals.take_back,
        submission_id=submission.id,
        version=submission.version,
        by=submission.requester,
        at=timezone.now(),
    )

    outcomes = at_once(partial(deliver, entry.id), take_back)

    taken_back = not failures(outcomes)
    assert taken_back or isinstance(failures(outcomes)[0], Refused)
    assert now(submission).state == ("changes_requested" if taken_back else "created")
    assert len(sandbox.calls("CreateModel")) == (0 if taken_back else 1)


def test_worker_whose_lease_ended_and_the_next_one_begin_one_attempt(sandbox: Sandbox) -> None:
    submission = approved()
    first = claim(submission)
    claiming.queue(first, timezone.now)
    end_leases()
    second = claim(submission)

    outcomes = at_once(
        partial(claiming.begin, first, timezone.now),
        partial(claiming.begin, second, timezone.now),
    )

    assert outcomes[0] is None
    assert Attempt.objects.get() == outcomes[1]


def test_two_reconcilers_find_one_model(sandbox: Sandbox) -> None:
    sandbox.faults({"operation": "CreateModel", "action": "drop-after"})
    submission = approved()
    work(submission, approvals.CREATE)
    entry = due(submission, approvals.RECONCILE)

    outcomes = at_once(*[partial(deliver, entry.id)] * 4)

    assert sorted(outcomes) == [False] * 3 + [True]
    assert (now(submission).state, effects(sandbox)) == ("created", [1])
