"""When two act on one submission in the same moment, does exactly one count, and is the other told?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations_with_replacement
from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import operations
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.outbox import bell
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from tests import factories
from tests.concurrently import at_once, failures
from tests.factories import NOW

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ACTS = {
    State.PENDING: ("approve", "request-changes", "reject", "withdraw", "take-back"),
    State.CHANGES_REQUESTED: ("resubmit", "withdraw"),
    State.FAILED: ("retry", "edit", "withdraw"),
}
PAIRS = [(state, *pair) for state, acts in ACTS.items() for pair in combinations_with_replacement(acts, 2)]


@pytest.fixture(autouse=True)
def _no_bell() -> Iterator[None]:
    """Let nothing reach the broker: here the transactions are real."""
    with bell.muted():
        yield


def act(action: str, submission: Submission, decider: User) -> Callable[[], Any]:
    """Return what somebody is about to do on a page that shows the submission as it is."""
    seen: dict[str, Any] = {"submission_id": submission.id, "version": submission.version, "at": NOW}
    if action in Decision.Kind.values:
        digest = submission.current.digest
        return partial(operations.decide, decision=action, comment="Why.", digest=digest, by=decider, **seen)
    if action == "resubmit":
        draft = Draft.objects.get(id=submission.id)
        version = draft.version
        return partial(
            operations.submit, draft_id=draft.id, version=version, justification="Again.", by=draft.owner, at=NOW
        )
    return partial(getattr(operations, action.replace("-", "_")), by=submission.requester, **seen)


@pytest.mark.parametrize(("state", "one", "other"), PAIRS)
def test_of_two_acts_at_once_exactly_one_counts(state: State, one: str, other: str) -> None:
    made = factories.submission(factories.scientist())
    amir, anna = factories.approver(), factories.approver("anna")
    if state == State.FAILED:
        factories.decide(made, amir)
    submission = factories.in_state(made, state)
    before = Event.objects.count()

    outcomes = at_once(act(one, submission, amir), act(other, submission, anna))

    assert [isinstance(outcome, Refused) for outcome in failures(outcomes)] == [True], outcomes
    (winner,) = [outcome for outcome in outcomes if isinstance(outcome, Submission)]
    kept = Submission.objects.get()
    assert (kept.state, kept.version) == (winner.state, submission.version + 1)
    assert Event.objects.count() == before + 1


def test_one_of_two_approvers_decides() -> None:
    submission = factories.submission(factories.scientist())
    amir, anna = factories.approver(), factories.approver("anna")

    outcomes = at_once(act("approve", submission, amir), act("reject", submission, anna))

    assert [refusal.code for refusal in failures(outcomes)] == ["submission-changed"]  # type: ignore[attr-defined]
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_one_of_three_submissions_of_one_name_is_accepted(_round: int) -> None:
    sally = factories.scientist()
    made = [factories.draft(sally, factories.request("churn")) for _ in range(3)]

    outcomes = at_once(
        *(
            partial(operations.submit, draft_id=draft.id, version=1, justification="Why.", by=sally, at=NOW)
            for draft in made
        )
    )

    assert {getattr(refusal, "code", refusal) for refusal in failures(outcomes)} == {"name-reserved"}
    accepted = Submission.objects.get()
    assert f"Submission {accepted.number} already asks" in str(failures(outcomes)[0])
    assert Draft.objects.filter(locked=True).count() == 1


def test_draft_that_is_submitted_twice_at_once_makes_one_submission() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    once = partial(operations.submit, draft_id=draft.id, version=1, justification="Why.", by=sally, at=NOW)

    outcomes = at_once(once, once)

    assert [getattr(refusal, "code", refusal) for refusal in failures(outcomes)] == ["draft-locked"]
    assert Submission.objects.get().current.n == 1


def test_draft_that_is_saved_while_it_is_submitted_is_submitted_as_one_of_both() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("before"))
    document = factories.request("after")

    outcomes = at_once(
        partial(operations.submit, draft_id=draft.id, version=1, justification="Why.", by=sally, at=NOW),
        partial(drafts.save, draft_id=draft.id, document=document, version=1, by=sally, at=NOW),
    )

    assert [isinstance(outcome, Refused) for outcome in failures(outcomes)] == [True], outcomes
    names = list(Submission.objects.values_list("model_name", flat=True))
    assert (names, Draft.objects.get().name) in ((["before"], "before"), ([], "after"))
