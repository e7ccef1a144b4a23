"""Which submissions may a person see, and what is in them?"""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Count, F, QuerySet

from models_ui.accounts.models import Role, User
from models_ui.audit.refusals import NotFound
from models_ui.submissions.models import Revision, Submission

SEE_ALL = frozenset({Role.APPROVER, Role.ADMIN, Role.AUDITOR})


def visible_to(user: User) -> QuerySet[Submission]:
    """Return the submissions that the person may see, newest first.

    Approvers, admins and auditors see all; a data scientist those of the own teams.
    """
    submissions = Submission.objects.select_related("team", "requester", "connection").order_by("-number")
    if any(user.has_role(role) for role in SEE_ALL):
        return submissions
    if user.has_role(Role.DATA_SCIENTIST):
        return submissions.filter(team__slug__in=user.team_slugs)
    return submissions.none()


def get_visible(user: User, submission_id: uuid.UUID) -> Submission:
    """Return one submission, or raise NotFound."""
    submission = visible_to(user).filter(id=submission_id).first()
    if submission is None:
        raise NotFound("submission")
    return submission


def masked_pointers(user: User, submission: Submission, revision: Revision) -> frozenset[str]:
    """Return the places whose values this person does not see: secrets, unless the person asked for the model."""
    if user.pk == submission.requester_id:
        return frozenset()
    return revision.guarded.secrets


def revision_with(submission: Submission, digest: str) -> Revision | None:
    """Return the revision that has this digest, if there is one."""
    return submission.revisions.filter(digest=digest).first()


def unclear_calls(revision: Revision) -> int:
    """Return how many calls in a row, up to the last one, had no clear outcome."""
    clear = revision.attempts.exclude(outcome="unknown").order_by("number").last()
    return revision.attempts.filter(number__gt=clear.number if clear else 0).count()


def count_by_version(versions: Collection[int]) -> dict[int, int]:
    """Return how many submissions were made with each of these versions of a form, by its id, as they are now."""
    current = Revision.objects.filter(n=F("submission__revision"), blueprint_version__in=versions)
    counted = current.values("blueprint_version").annotate(number=Count("id"))
    return {row["blueprint_version"]: row["number"] for row in counted}
