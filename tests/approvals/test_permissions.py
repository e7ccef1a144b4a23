"""Who may do what, in which state? Every cell of the matrix that the table of states spans."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from django.db import transaction

from models_ui.accounts.models import Role, User
from models_ui.approvals import operations
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.audit.refusals import Refused
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from models_ui.submissions.states import TRANSITIONS, State, Transition
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

ROLES = {
    "requester": ((Role.DATA_SCIENTIST,), "risk"),
    "teammate": ((Role.DATA_SCIENTIST,), "risk"),
    "outsider": ((Role.DATA_SCIENTIST,), "search"),
    "approver": ((Role.APPROVER,), "search"),
    "admin": ((Role.ADMIN,), "search"),
    "auditor": ((Role.AUDITOR,), "search"),
    "nobody": ((), "risk"),
}
ACTS = [arrow for arrow in TRANSITIONS.values() if arrow.owner != "worker"]


def submission_of(requester: User) -> Submission:
    """Return a submission with an approval that stands, so that the state alone says what may happen."""
    submission = factories.submission(requester)
    Decision.objects.create(
        revision=submission.current,
        digest=submission.current.digest,
        kind="approve",
        by=factories.approver("other-approver"),
        at=NOW,
    )
    return submission


def act(action: str, submission: Submission, by: User) -> None:
    """Do what a person does on the page that shows the submission as it is."""
    if action == "resubmit":
        draft = Draft.objects.get(id=submission.id)
        operations.submit(draft_id=draft.id, version=draft.version, justification="Again.", by=by, at=NOW)
    elif action in Decision.Kind.values:
        factories.decide(submission, by, action, "Why.")
    else:
        does: Callable[..., object] = getattr(operations, action.replace("-", "_"))
        does(submission_id=submission.id, version=submission.version, by=by, at=NOW)


def code_of(action: str, submission: Submission, by: User) -> str:
    """Return the code of the refusal, or `allowed`; nothing stays of what was done."""
    try:
        with transaction.atomic():
            act(action, submission, by)
            transaction.set_rollback(True)
    except Refused as refusal:
        return refusal.code
    return "allowed"


def expected(arrow: Transition, role: str, state: State) -> str:
    """Return what the table and the role say."""
    if role in ("outsider", "nobody"):
        return "not-found"
    possible = state in arrow.sources
    if arrow.action == "resubmit":
        if role not in ("requester", "teammate"):
            return "not-found"
        return "allowed" if possible else "draft-locked"
    if role != arrow.owner and not (arrow.owner == "operator" and role == "admin"):
        return {"requester": "requester-only", "approver": "approver-only", "operator": "admin-only"}[arrow.owner]
    return "allowed" if possible else "wrong-state"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("arrow", ACTS, ids=lambda arrow: arrow.action)
def test_act_is_allowed_to_exactly_its_owner_in_exactly_its_states(arrow: Transition, role: str) -> None:
    roles, team = ROLES[role]
    person = factories.person("pat", *roles, teams=(team,))
    made = submission_of(person if role == "requester" else factories.scientist())

    found: Mapping[State, str] = {
        state: code_of(arrow.action, factories.in_state(made, state), person) for state in State
    }

    assert found == {state: expected(arrow, role, state) for state in State}


@pytest.mark.parametrize("arrow", ACTS, ids=lambda arrow: arrow.action)
def test_allowed_act_writes_one_event_of_its_arrow_by_its_actor(arrow: Transition) -> None:
    owner = {"requester": Role.DATA_SCIENTIST, "approver": Role.APPROVER, "operator": Role.ADMIN}[arrow.owner]
    person = factories.person("pat", owner)
    made = submission_of(person if arrow.owner == "requester" else factories.scientist())

    for source in arrow.sources:
        submission, before = factories.in_state(made, source), Event.objects.count()
        with transaction.atomic():
            act(arrow.action, submission, person)
            event = Event.objects.latest("id")
            assert Event.objects.count() == before + 1
            assert (event.name, event.from_state, event.to_state) == (arrow.event, source, arrow.target)
            assert (event.actor_label, event.actor_roles) == ("pat", owner)
            transaction.set_rollback(True)
