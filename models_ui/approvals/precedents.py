"""What was created before, that a request can be held against?"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable

from django.db.models import F, QuerySet

from models_ui.approvals import unusual
from models_ui.submissions.models import Revision, Submission
from models_ui.submissions.states import State

# How far back a role is looked for; a role that was not used for so long is as good as new.
LOOK_BACK = 1000

Use = tuple[uuid.UUID, str]


def facts(submissions: Collection[Submission]) -> dict[uuid.UUID, list[unusual.Fact]]:
    """Return what is unusual about the current revision of each submission, by the submission's id."""
    used = roles_used(role_of(submission.current, submission) for submission in submissions)
    return {submission.id: facts_of(submission, used) for submission in submissions}


def facts_of(submission: Submission, used: Collection[Use]) -> list[unusual.Fact]:
    """Return what is unusual about the current revision, given the roles that were used before."""
    revision = submission.current
    return unusual.facts(
        revision.request,
        role_used=role_of(revision, submission) in used,
        licences=revision.eula,
        accepted_by=revision.submitted_by.username,
        findings=revision.findings,
    )


def role_of(revision: Revision, submission: Submission) -> Use:
    """Return the execution role of a revision with the connection that it is used through."""
    return submission.connection_id, str(revision.request.get("ExecutionRoleArn", ""))


def roles_used(wanted: Iterable[Use]) -> frozenset[Use]:
    """Return those of the wanted roles with which a SageMaker model was created, newest looked at first."""
    missing, found = set(wanted), set()
    created = Revision.objects.filter(
        submission__state=State.CREATED,
        submission__connection__in={connection for connection, _ in missing},
        n=F("submission__revision"),
    )
    for revision in created.select_related("submission").order_by("-submission__number")[:LOOK_BACK].iterator():
        use = role_of(revision, revision.submission)
        if use in missing:
            missing.remove(use)
            found.add(use)
        if not missing:
            break
    return frozenset(found)


def predecessor(submission: Submission, *, among: QuerySet[Submission]) -> Revision | None:
    """Return the revision to compare the current one with; None where there is nothing like it.

    That is the revision before it, else the last SageMaker model of the same base name that was created through the
    connection, as far as it is `among` those that the person may see.
    """
    if submission.revision > 1:
        return submission.revisions.get(n=submission.revision - 1)
    alike = among.filter(
        state=State.CREATED,
        connection=submission.connection_id,
        model_name__regex=rf"^{re.escape(base_name(submission.model_name))}(-v?[0-9]+)*$",
    )
    last = alike.exclude(id=submission.id).order_by("-updated_at").first()
    return last.current if last else None


def base_name(name: str) -> str:
    """Return a model name without the dates, numbers and versions at its end: churn-2026-11-20 and fraud-v31 are series."""
    return re.sub(r"(?:-v?[0-9]+)+\Z", "", name)
