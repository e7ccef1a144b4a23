"""How does a draft become an envelope that waits for a decision?"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.approvals import checks, reservations
from models_ui.audit import operations as audit
from models_ui.audit.refusals import Refused
from models_ui.audit.vocabulary import Name
from models_ui.connections.models import Connection
from models_ui.contract import create_model, eula, ownership
from models_ui.contract.canonical import canonical, digest
from models_ui.contract.envelopes import envelope
from models_ui.contract.json_types import Document
from models_ui.drafts import checks as draft_checks
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions import operations as submissions
from models_ui.submissions.models import Number, Revision, Submission
from models_ui.submissions.states import State

SAY_WHY = "Say why the SageMaker model is needed."
SAY_WHAT_CHANGED = "Say what you changed, and why."


@transaction.atomic
def submit(
    *,
    draft_id: uuid.UUID,
    version: int,
    justification: str,
    by: User,
    at: datetime,
    eula_confirmed: Collection[str] = (),
) -> Submission:
    """Freeze a draft into the next revision of its submission, and let it wait for approval.

    `version` is the draft's that the person saw; `eula_confirmed` holds the pointers of the sources whose licence the
    person confirmed on the form. A draft whose submission wants changes resubmits: same submission, next revision.
    Raises NotFound, Refused (errors, name taken, licence not confirmed, locked …) or Stale.
    """
    draft = drafts.locked_row(draft_id)
    draft_checks.check_can_edit(by, draft)
    draft_checks.check_version(draft, version)
    document = draft.document
    findings = draft_checks.findings(draft)
    if draft.connection is None:
        raise Refused("no-connection", "Choose the connection that the SageMaker model is made in.")
    checks.check_request(findings)
    again = Submission.objects.filter(id=draft.id).exists()
    checks.check_text(justification, code="no-justification", missing=SAY_WHAT_CHANGED if again else SAY_WHY)
    gated = eula.accepted(document)
    checks.check_eula(gated, eula_confirmed)
    submission = current_or_new(draft, draft.connection, at)
    reserve_name(submission, by=by)
    revision = frozen(draft, submission)
    revision.justification = justification.strip()
    revision.submitted_by, revision.submitted_at = by, at
    revision.intended_use = draft.intended_use
    revision.eula = [{"pointer": source.pointer, "uri": source.uri} for source in gated]
    revision.secret_marks = draft.secret_marks
    revision.blueprint_version, revision.blueprint_words = draft.blueprint_version, draft.blueprint_words
    revision.findings = [finding.as_dict() for finding in findings]
    revision.save(force_insert=True)
    submission.current = revision
    drafts.lock(draft.id)
    announce(submission, revision, by, at)
    return submission


def current_or_new(draft: Draft, where: Connection, at: datetime) -> Submission:
    """Return the submission of the draft, moved to its next revision there, or a new one. Saved by the caller."""
    if not Submission.objects.filter(id=draft.id).exists():
        submission = Submission(id=draft.id, number=Number.objects.create().pk, state=State.PENDING, created_at=at)
        submission.team, submission.requester = draft.team, draft.owner
    else:
        submission = submissions.locked_row(draft.id)
        submissions.check_can("resubmit", submission)
        submission.revision += 1
    submission.connection = where
    submission.model_name = draft.name
    submission.failure = None
    submission.updated_at = at
    return submission


def reserve_name(submission: Submission, *, by: User) -> None:
    """Save a submission, or raise Refused when another open one has its model name: also one of this very moment."""
    reservations.check_free(submission, by=by)
    try:
        with transaction.atomic():
            submission.save()
    except IntegrityError as taken:
        raise reservations.reserved(submission, by=by) from taken


def frozen(draft: Draft, submission: Submission) -> Revision:
    """Return the revision that holds the envelope of a draft, with its digest. Not saved."""
    revision = Revision(submission=submission, n=submission.revision)
    body = canonical(
        envelope(
            operation=create_model.OPERATION,
            target=submission.connection.target,
            request=owned(draft.document, revision.ownership),
        )
    )
    revision.envelope_text = body.decode()
    revision.digest = digest(body)
    revision.authors = [{"id": author.pk, "name": author.username} for author in draft.authors.order_by("pk")]
    return revision


def owned(document: Document, value: str) -> Document:
    """Return the request with the ownership tag, exactly as it will be sent."""
    return ownership.tagged(document, key=settings.OWNERSHIP_TAG, value=value)


def announce(submission: Submission, revision: Revision, by: User, at: datetime) -> None:
    """Write the events of a submission: that it was submitted, by which form it is judged, and which licences were accepted."""
    actor = actor_for(by)
    form = drafts.form_facts(revision.blueprint_version)
    if revision.n > 1:
        submissions.transition(submission, "resubmit", actor=actor, at=at, reason=revision.justification, data=form)
    else:
        audit.record(
            name=Name.SUBMITTED,
            actor=actor,
            subject=submissions.subject(submission),
            at=at,
            team=submission.team.slug,
            digest=revision.digest,
            to_state=submission.state,
            reason=revision.justification,
            data={"revision": revision.n, "connection": submission.connection.name, **form},
        )
    for source in revision.eula:
        audit.record(
            name=Name.EULA_ACCEPTED,
            actor=actor,
            subject=submissions.subject(submission),
            at=at,
            team=submission.team.slug,
            digest=revision.digest,
            data={"revision": revision.n, **source},
        )
