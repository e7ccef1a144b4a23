"""Is nothing sent but what was approved, to where it was approved, by those who still may?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection

from models_ui.accounts.models import Grant, User
from models_ui.approvals import operations as approvals
from models_ui.audit import triggers
from models_ui.audit.models import Event
from models_ui.contract.canonical import digest
from models_ui.drafts.models import Draft
from models_ui.outbox import operations as outbox
from models_ui.outbox.models import Entry
from models_ui.submissions.models import Attempt, Submission
from models_ui.submissions.states import State
from models_ui.worker import claiming
from tests import factories
from tests.sandbox_server import Sandbox
from tests.worker.scenes import LONG_AGO, approved, claim, now, told, work, work_on

pytestmark = pytest.mark.django_db

CREATE = approvals.CREATE


def tamper(statement: str, *values: str) -> None:
    """Change rows as somebody who owns the database could, past the triggers."""
    with connection.cursor() as cursor:
        # PostgreSQL alters no table whose foreign keys are still to be checked.
        connection.check_constraints()
        for drop in triggers.drop(connection.vendor):
            cursor.execute(drop)
        cursor.execute(statement, values)
        for create in triggers.create(connection.vendor):
            cursor.execute(create)


def other_text(submission: Submission) -> str:
    """Return an envelope that was never approved."""
    return submission.current.envelope_text.replace("churn/7", "churn/8")


def text_alone(submission: Submission) -> None:
    """Change the bytes."""
    tamper("UPDATE models_ui_revision SET envelope_text = %s", other_text(submission))


def digest_alone(_submission: Submission) -> None:
    """Change the digest of the revision."""
    tamper("UPDATE models_ui_revision SET digest = %s", "ab" * 32)


def text_and_digest(submission: Submission) -> None:
    """Change the bytes and make the digest fit."""
    text = other_text(submission)
    tamper("UPDATE models_ui_revision SET envelope_text = %s, digest = %s", text, digest(text.encode()))


def decision_alone(_submission: Submission) -> None:
    """Change what was approved."""
    tamper("UPDATE models_ui_decision SET digest = %s", "ab" * 32)


def not_even_an_envelope(_submission: Submission) -> None:
    """Put something else into its place."""
    tamper("UPDATE models_ui_revision SET envelope_text = %s", "{}")


def connection_elsewhere(_submission: Submission) -> None:
    """Let the connection lead to another account."""
    tamper("UPDATE models_ui_connection SET account = %s", "210987654321")


def connection_as_another(_submission: Submission) -> None:
    """Let the connection assume a role."""
    tamper("UPDATE models_ui_connection SET role = %s", "arn:aws:iam::123456789012:role/Root")


def test_tampering_is_only_possible_past_the_triggers() -> None:
    tampered = approved()
    text_alone(tampered)

    assert "churn/8" in Submission.objects.get().current.envelope_text


@pytest.mark.parametrize(
    "change",
    [
        text_alone,
        digest_alone,
        text_and_digest,
        decision_alone,
        not_even_an_envelope,
        connection_elsewhere,
        connection_as_another,
    ],
)
def test_what_differs_from_what_was_approved_is_refused_for_good_and_nothing_is_sent(
    sandbox: Sandbox, change: Callable[[Submission], None]
) -> None:
    submission = approved(factories.request("churn"))
    change(submission)

    assert work_on(submission) == State.REFUSED

    event = Event.objects.latest("id")
    assert (event.name, event.outcome, event.actor_kind) == ("submissions.refused", "denied", "worker")
    assert "Nothing was sent" in event.reason
    assert (sandbox.ledger()["calls"], Attempt.objects.count()) == ([], 0)
    assert Draft.objects.get().locked


def deactivated(amir: User) -> None:
    """The approver leaves."""
    User.objects.filter(pk=amir.pk).update(is_active=False)


def role_revoked(amir: User) -> None:
    """The approver is no approver any more."""
    Grant.objects.filter(user=amir).delete()


@pytest.mark.parametrize("loss", [deactivated, role_revoked])
def test_approval_of_somebody_who_may_no_longer_goes_back_to_the_approvers(
    sandbox: Sandbox, loss: Callable[[User], None]
) -> None:
    submission = approved()
    loss(User.objects.get(username="amir"))

    assert work_on(submission) == State.PENDING

    assert told(submission)[-2:] == ["queued", "approval_lapsed"]
    assert sandbox.ledger()["calls"] == []


def test_somebody_else_can_approve_what_lapsed(sandbox: Sandbox) -> None:
    submission = approved()
    deactivated(User.objects.get(username="amir"))
    work_on(submission)

    factories.decide(submission, factories.approver("anna"))

    assert work_on(submission) == State.CREATED
    assert told(submission).count("approved") == 2


@pytest.mark.parametrize("state", sorted(set(State) - {State.QUEUED}))
def test_nothing_begins_in_any_other_state_than_queued(state: State) -> None:
    submission = approved()
    held = claim(submission)
    factories.in_state(submission, state)

    assert claiming.begin(held, lambda: factories.NOW) is None
    assert (now(submission).state, Attempt.objects.count()) == (state, 0)


@pytest.mark.parametrize("state", sorted(set(State) - {State.APPROVED}))
def test_only_what_was_approved_is_queued(state: State) -> None:
    submission = approved()
    held = claim(submission)
    factories.in_state(submission, state)

    claiming.queue(held, lambda: factories.NOW)

    assert now(submission).state == state


def test_approval_that_comes_while_a_worker_finds_nothing_to_do_is_not_lost(sandbox: Sandbox) -> None:
    submission = approved()
    deactivated(User.objects.get(username="amir"))
    held = claim(submission)
    claiming.queue(held, lambda: factories.NOW)
    assert claiming.begin(held, lambda: factories.NOW) is None

    # Before that worker puts its entry aside, somebody else approves.
    factories.decide(submission, factories.approver("anna"))
    outbox.finish(held, at=LONG_AGO)

    assert Entry.objects.filter(done_at__isnull=True).count() == 1
    assert work(submission, CREATE) == State.CREATED
