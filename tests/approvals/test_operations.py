"""Does a decision bind to what was seen, and does every act of the requester leave things as they must be?"""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from models_ui.accounts.models import Grant, Role, User
from models_ui.approvals import operations
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.outbox.models import Entry
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

ENDS = {"approve": "approved", "request-changes": "changes_requested", "reject": "rejected"}


def decide(submission: Submission, by: User, **options: Any) -> Submission:
    """Return the submission after a decision by somebody who saw it as it was made."""
    facts = {
        "submission_id": submission.id,
        "decision": "approve",
        "comment": "",
        "version": submission.version,
        "digest": submission.current.digest,
        "by": by,
        "at": NOW,
    }
    return operations.decide(**{**facts, **options})


def act(name: str, submission: Submission, by: User, **options: Any) -> Submission:
    """Return the submission after an act on its page, as it was seen."""
    version = Submission.objects.get(id=submission.id).version
    facts = {"submission_id": submission.id, "version": version, "by": by, "at": NOW}
    return getattr(operations, name)(**{**facts, **options})  # type: ignore[no-any-return]


def open_work() -> list[tuple[str, str]]:
    """Return what lies in the outbox."""
    return list(Entry.objects.filter(done_at__isnull=True).values_list("topic", "key"))


# Decisions -----------------------------------------------------------------


@pytest.mark.parametrize(("decision", "state"), ENDS.items())
def test_decision_is_kept_with_its_digest_and_told_of_once(decision: str, state: str) -> None:
    submission, amir = factories.submission(factories.scientist()), factories.approver()

    decide(submission, amir, decision=decision, comment=" Because. ")

    row, event = Decision.objects.get(), Event.objects.latest("id")
    assert Submission.objects.get().state == state
    assert (row.kind, row.digest, row.comment, row.by) == (decision, submission.current.digest, "Because.", amir)
    assert (event.from_state, event.to_state, event.reason) == ("pending", state, "Because.")
    assert (event.actor_label, event.actor_roles, event.digest) == ("amir", "approver", row.digest)


@pytest.mark.parametrize("decision", ENDS)
def test_each_decision_has_an_event_of_its_own(decision: str) -> None:
    decide(factories.submission(factories.scientist()), factories.approver(), decision=decision, comment="Why.")

    names = {"approve": "approved", "request-changes": "changes_requested", "reject": "rejected"}
    assert Event.objects.latest("id").name == f"approvals.{names[decision]}"


def test_only_an_approval_puts_work_down_for_the_worker() -> None:
    sally, amir = factories.scientist(), factories.approver()
    approved, *others = (factories.submission(sally) for _ in ENDS)

    decide(approved, amir)
    decide(others[0], amir, decision="reject", comment="No.")
    decide(others[1], amir, decision="request-changes", comment="Not yet.")

    assert open_work() == [("create-model", str(approved.id))]


@pytest.mark.parametrize(("decision", "locked"), [("approve", True), ("reject", True), ("request-changes", False)])
def test_only_a_request_for_changes_opens_the_draft(decision: str, *, locked: bool) -> None:
    decide(factories.submission(factories.scientist()), factories.approver(), decision=decision, comment="Why.")

    assert Draft.objects.get().locked == locked


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"decision": ""}, "no-decision"),
        ({"decision": "withdraw"}, "no-decision"),
        ({"decision": "resubmit", "comment": "x"}, "no-decision"),
        ({"decision": "reject"}, "no-comment"),
        ({"decision": "reject", "comment": " \n"}, "no-comment"),
        ({"decision": "request-changes", "comment": ""}, "no-comment"),
        ({"comment": "x" * 4001}, "no-comment"),
        ({"comment": "a\0b"}, "no-comment"),
        ({"version": 0}, "submission-changed"),
        ({"version": 2}, "submission-changed"),
        ({"digest": "ab" * 32}, "submission-changed"),
        ({"digest": ""}, "submission-changed"),
        ({"submission_id": uuid.uuid4()}, "not-found"),
    ],
)
def test_decision_that_is_not_right_leaves_nothing_behind(options: dict[str, Any], code: str) -> None:
    submission, amir = factories.submission(factories.scientist()), factories.approver()
    before = Event.objects.count()

    with pytest.raises(Refused) as refusal:
        decide(submission, amir, **options)

    assert refusal.value.code == code
    assert Submission.objects.get().state == State.PENDING
    assert (Decision.objects.count(), Event.objects.count(), open_work()) == (0, before, [])


@pytest.mark.parametrize("comment", ["", " \n "])
def test_approval_needs_no_comment(comment: str) -> None:
    decide(factories.submission(factories.scientist()), factories.approver(), comment=comment)

    assert Decision.objects.get().comment == ""


def test_second_decision_of_the_same_page_is_stale() -> None:
    submission = factories.submission(factories.scientist())
    decide(submission, factories.approver())

    with pytest.raises(Stale):
        decide(submission, factories.approver("anna"), decision="reject", comment="No.")

    assert Decision.objects.count() == 1


def test_page_of_an_earlier_revision_decides_nothing() -> None:
    sally, amir = factories.scientist(), factories.approver()
    seen = factories.submission(sally)
    act("take_back", seen, sally)
    draft = Draft.objects.get()
    operations.submit(draft_id=draft.id, version=draft.version, justification="Again.", by=sally, at=NOW)

    with pytest.raises(Stale):
        decide(seen, amir, version=Submission.objects.get().version)

    assert not Decision.objects.exists()


# Nobody decides on what they made ------------------------------------------


def everything(username: str) -> User:
    """Return somebody with every role."""
    return factories.person(username, *Role.values)


def check_refused(submission: Submission, by: User, code: str) -> None:
    """Every decision of this person is refused with this code."""
    for decision in ENDS:
        with pytest.raises(Refused) as refusal:
            factories.decide(submission, by, decision, "Why not.")
        assert refusal.value.code == code
    assert Submission.objects.get().state == State.PENDING


def test_requester_cannot_decide_whatever_the_roles() -> None:
    sally = everything("sally")

    check_refused(factories.submission(sally), sally, "own-request")


def test_requester_cannot_decide_on_what_somebody_else_submitted() -> None:
    sally, tom = everything("sally"), factories.scientist("tom")
    draft = factories.draft(sally)
    submission = operations.submit(draft_id=draft.id, version=1, justification="Why.", by=tom, at=NOW)

    check_refused(submission, sally, "own-request")


def test_submitter_cannot_decide() -> None:
    sally, tom = factories.scientist(), everything("tom")
    draft = factories.draft(sally)
    submission = operations.submit(draft_id=draft.id, version=1, justification="Why.", by=tom, at=NOW)

    check_refused(submission, tom, "author")


def test_author_of_the_revision_cannot_decide() -> None:
    sally, tom = factories.scientist(), everything("tom")
    draft = factories.draft(sally)
    draft = drafts.save(draft_id=draft.id, document=draft.document, version=1, by=tom, at=NOW)
    submission = operations.submit(draft_id=draft.id, version=2, justification="Why.", by=sally, at=NOW)

    check_refused(submission, tom, "author")


def test_author_of_an_earlier_revision_cannot_decide_on_a_later_one() -> None:
    sally, tom = factories.scientist(), everything("tom")
    draft = factories.draft(sally)
    operations.submit(draft_id=draft.id, version=1, justification="Why.", by=tom, at=NOW)
    act("take_back", Submission.objects.get(), sally)
    draft = drafts.save(draft_id=draft.id, document=draft.document, version=1, by=sally, at=NOW)
    submission = operations.submit(draft_id=draft.id, version=2, justification="Why.", by=sally, at=NOW)

    check_refused(submission, tom, "author")


def test_somebody_with_every_role_and_no_hand_in_it_may_decide() -> None:
    submission = factories.submission(factories.scientist())

    assert decide(submission, everything("eve")).state == State.APPROVED


# The requester's acts ------------------------------------------------------


def test_withdrawn_submission_keeps_its_draft_closed_and_frees_the_name() -> None:
    sally, amir = factories.scientist(), factories.approver()
    submission = factories.submission(sally, factories.request("churn"))
    factories.decide(submission, amir, "request-changes")

    act("withdraw", submission, sally)

    assert Submission.objects.get().state == State.WITHDRAWN
    assert Draft.objects.get().locked
    assert factories.submission(sally, factories.request("churn")).state == State.PENDING


def test_taking_back_opens_the_draft_and_keeps_the_worker_from_calling() -> None:
    sally = factories.scientist()
    submission = factories.decide(factories.submission(sally), factories.approver())

    act("take_back", submission, sally)

    assert Submission.objects.get().state == State.CHANGES_REQUESTED
    assert not Draft.objects.get().locked


def test_approval_of_what_was_taken_back_does_not_count_for_the_next_revision() -> None:
    sally = factories.scientist()
    submission = factories.decide(factories.submission(sally), factories.approver())
    act("take_back", submission, sally)

    resubmitted = operations.submit(
        draft_id=submission.id, version=Draft.objects.get().version, justification="Again.", by=sally, at=NOW
    )

    assert resubmitted.state == State.PENDING
    assert not Decision.objects.filter(revision=resubmitted.current).exists()


@pytest.mark.parametrize("state", [State.FAILED, State.NEEDS_ATTENTION])
def test_editing_what_failed_opens_the_draft_and_forgets_the_failure(state: State) -> None:
    sally = factories.scientist()
    submission = factories.in_state(factories.submission(sally), state)
    Submission.objects.update(failure={"code": "x"})

    act("edit", submission, sally)

    kept = Submission.objects.get()
    assert (kept.state, kept.failure) == (State.CHANGES_REQUESTED, None)
    assert not Draft.objects.get().locked


def failed(sally: User, amir: User) -> Submission:
    """Return a submission that was approved and failed."""
    submission = factories.decide(factories.submission(sally), amir)
    Entry.objects.update(done_at=NOW)
    Submission.objects.update(failure={"code": "x"})
    return factories.in_state(submission, State.FAILED)


def test_retry_queues_what_was_approved_again() -> None:
    sally = factories.scientist()
    submission = failed(sally, factories.approver())

    act("retry", submission, sally)

    kept = Submission.objects.get()
    assert (kept.state, kept.failure, kept.revision) == (State.QUEUED, None, 1)
    assert open_work() == [("create-model", str(submission.id))]


@pytest.mark.parametrize("loss", ["deactivated", "role revoked"])
def test_retry_is_refused_when_the_approval_does_not_hold_any_more(loss: str) -> None:
    sally, amir = factories.scientist(), factories.approver()
    submission = failed(sally, amir)
    if loss == "deactivated":
        User.objects.filter(pk=amir.pk).update(is_active=False)
    else:
        Grant.objects.filter(user=amir).delete()

    with pytest.raises(Refused) as refusal:
        act("retry", submission, sally)

    assert refusal.value.code == "approval-lapsed"
    assert (Submission.objects.get().state, open_work()) == (State.FAILED, [])


def test_admin_lets_aws_be_asked_again_and_is_named_in_the_log() -> None:
    submission = factories.in_state(factories.submission(factories.scientist()), State.NEEDS_ATTENTION)

    act("reconcile", submission, factories.admin())

    event = Event.objects.latest("id")
    assert (event.name, event.actor_label, event.from_state) == (
        "submissions.reconcile_asked",
        "ada",
        "needs_attention",
    )
    assert open_work() == [("reconcile", str(submission.id))]


@pytest.mark.parametrize("name", ["withdraw", "take_back", "edit", "retry", "reconcile"])
def test_act_on_another_version_than_the_current_one_is_stale(name: str) -> None:
    submission, by = factories.submission(factories.scientist()), factories.admin()
    sally = submission.requester
    before = Event.objects.count()

    with pytest.raises(Stale):
        act(name, submission, by if name == "reconcile" else sally, version=7)

    assert (Submission.objects.get().version, Event.objects.count()) == (1, before)


@pytest.mark.parametrize("name", ["withdraw", "take_back", "edit", "retry", "reconcile"])
def test_act_on_what_never_was_is_not_found(name: str) -> None:
    with pytest.raises(NotFound):
        getattr(operations, name)(submission_id=uuid.uuid4(), version=1, by=everything("eve"), at=NOW)
