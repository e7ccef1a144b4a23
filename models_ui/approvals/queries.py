"""What waits for a decision, and who decided what?"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from models_ui.accounts.models import Role, User
from models_ui.approvals import checks
from models_ui.approvals.models import Decision
from models_ui.audit.refusals import Refused
from models_ui.submissions.models import Submission
from models_ui.submissions.queries import visible_to
from models_ui.submissions.states import State


def queue(user: User) -> QuerySet[Submission]:
    """Return what waits for a decision and the person may see, oldest first."""
    return visible_to(user).filter(state=State.PENDING).order_by("updated_at", "number")


def waiting_count(user: User) -> int:
    """Return how many requests wait, for the navigation of approvers; 0 for others."""
    return queue(user).count() if user.has_role(Role.APPROVER) else 0


def reason_against(user: User, submission: Submission) -> str:
    """Return the sentence why the person may not decide, or nothing."""
    try:
        checks.check_can_decide(user, submission)
    except Refused as refusal:
        return refusal.sentence
    return ""


def decisions(submission: Submission) -> list[Decision]:
    """Return every decision about the submission, newest first."""
    return list(
        Decision.objects.filter(revision__submission=submission).select_related("by", "revision").order_by("-id")
    )


def possible_approvers(authors: Collection[int]) -> list[str]:
    """Return the names of active approvers whose hand is not in the request."""
    people = User.objects.filter(is_active=True, grants__role=Role.APPROVER).exclude(pk__in=authors)
    return list(people.order_by("username").values_list("username", flat=True))
