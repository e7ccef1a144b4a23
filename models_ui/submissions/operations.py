"""How does a submission move? Every move goes through `transition`."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from models_ui.audit import operations as audit
from models_ui.audit.actors import Actor
from models_ui.audit.operations import Subject
from models_ui.audit.refusals import NotFound, Refused
from models_ui.audit.vocabulary import Outcome
from models_ui.contract.json_types import Json
from models_ui.submissions.models import Submission
from models_ui.submissions.states import TRANSITIONS, WORDS, State


def locked_row(submission_id: uuid.UUID) -> Submission:
    """Return the submission with its row locked until the transaction ends, or raise NotFound."""
    rows = Submission.objects.select_for_update(of=("self",)).select_related("team", "requester", "connection")
    submission = rows.filter(id=submission_id).first()
    if submission is None:
        raise NotFound("submission")
    return submission


def check_can(action: str, submission: Submission) -> None:
    """Raise Refused unless the table of states has this arrow from where the submission is."""
    if submission.state not in TRANSITIONS[action].sources:
        word = WORDS[State(submission.state)].lower()
        raise Refused("wrong-state", f"This submission is “{word}”, so that cannot be done any more.")


def transition(
    submission: Submission,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
    data: Mapping[str, Json] | None = None,
    outcome: Outcome = Outcome.OK,
) -> None:
    """Move a submission along one arrow of the table, with its event, and save it.

    The caller holds the row's lock and has checked the person; other columns that it set are saved too.
    Raises Refused when the table has no such arrow.
    """
    check_can(action, submission)
    arrow = TRANSITIONS[action]
    before = submission.state
    submission.state = arrow.target.value
    submission.version += 1
    submission.updated_at = at
    submission.save()
    audit.record(
        name=arrow.event,
        actor=actor,
        subject=subject(submission),
        at=at,
        outcome=outcome,
        team=submission.team.slug,
        digest=submission.current.digest,
        from_state=before,
        to_state=submission.state,
        reason=reason,
        data={"revision": submission.revision, **(data or {})},
    )


def subject(submission: Submission) -> Subject:
    """Return the submission as events name it."""
    return Subject("submission", str(submission.id), submission.model_name)
