"""Does every move follow the table, and tell of itself once?"""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from models_ui.audit import operations as audit
from models_ui.audit.actors import Actor
from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused
from models_ui.submissions import operations
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import TRANSITIONS, State
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
PAT = Actor(kind="user", id="7", label="pat", roles=("admin", "approver"))


@pytest.mark.parametrize("action", TRANSITIONS)
def test_arrow_leads_from_its_sources_to_its_target_with_one_event(action: str) -> None:
    made, arrow = factories.submission(factories.scientist()), TRANSITIONS[action]

    for source in arrow.sources:
        submission, before = factories.in_state(made, source), Event.objects.count()
        operations.transition(submission, action, actor=PAT, at=LATER, reason="because", data={"attempt": 1})
        told = Event.objects.latest("id")

        assert Submission.objects.get().state == submission.state == arrow.target
        assert Event.objects.count() == before + 1
        assert (told.name, told.from_state, told.to_state, told.at) == (arrow.event, source, arrow.target, LATER)
        assert (told.actor_label, told.actor_roles, told.reason) == ("pat", "admin approver", "because")
        assert (told.subject_id, told.team, told.digest) == (str(made.id), "risk", made.current.digest)
        assert told.data == {"revision": 1, "attempt": 1}


@pytest.mark.parametrize("action", TRANSITIONS)
def test_arrow_leads_from_no_other_state(action: str) -> None:
    made = factories.submission(factories.scientist())
    before = Event.objects.count()

    for state in set(State) - set(TRANSITIONS[action].sources):
        submission = factories.in_state(made, state)
        with pytest.raises(Refused) as refusal:
            operations.transition(submission, action, actor=PAT, at=LATER)
        assert refusal.value.code == "wrong-state"
        assert Submission.objects.get().state == state

    assert Event.objects.count() == before


def test_every_move_makes_a_new_version() -> None:
    submission = factories.submission(factories.scientist())
    version = submission.version

    operations.transition(submission, "take-back", actor=PAT, at=LATER)

    kept = Submission.objects.get()
    assert (kept.version, kept.updated_at) == (version + 1, LATER)


def test_move_is_undone_when_its_event_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    submission = factories.submission(factories.scientist())

    def broken(**_facts: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        operations.transition(submission, "take-back", actor=PAT, at=LATER)

    assert Submission.objects.get().state == State.PENDING


def test_submission_that_never_was_is_not_found() -> None:
    with transaction.atomic(), pytest.raises(NotFound):
        operations.locked_row(uuid.uuid4())


@pytest.mark.parametrize("change", ["state = 'nowhere'", "number = NULL", "requester_id = NULL"])
def test_database_refuses_a_submission_that_cannot_be(change: str) -> None:
    factories.submission(factories.scientist())

    with pytest.raises(IntegrityError), transaction.atomic():
        connection.cursor().execute(f"UPDATE models_ui_submission SET {change}")  # noqa: S608 - our own words


@pytest.mark.parametrize("digest", ["", "ab" * 31, "AB" * 32, "ab" * 31 + "a\n"])
def test_database_refuses_a_revision_without_a_whole_digest(digest: str) -> None:
    submission = factories.submission(factories.scientist())
    row = submission.current

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(
            submission=submission,
            n=2,
            envelope_text=row.envelope_text,
            digest=digest,
            justification="why",
            submitted_by=row.submitted_by,
            submitted_at=NOW,
            authors=[],
        )
