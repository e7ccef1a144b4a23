"""What does the page of a submission say about clones: may this person make one, and is it one itself?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.accounts.models import Role, Team, User
from models_ui.drafts import checks
from models_ui.drafts.models import Draft
from models_ui.submissions.cloning import source_of
from models_ui.submissions.models import Revision, Submission
from models_ui.web.access import reason_against


@dataclass(frozen=True, slots=True)
class Cloning:
    """The teams that a clone may belong to, and the sentence why there can be none."""

    teams: list[Team]
    reason: str


def cloning(user: User) -> Cloning | None:
    """Return how a person clones; None for those who make no requests."""
    if not user.has_role(Role.DATA_SCIENTIST):
        return None
    return Cloning(list(user.teams.order_by("slug")), reason_against(checks.check_can_create, user))


def cloned_from(submission: Submission, *, user: User) -> Revision | None:
    """Return the revision that a submission began as a clone of, if it did and the person may see it."""
    draft = Draft.objects.filter(id=submission.id).first()
    return source_of(draft, user=user) if draft else None
