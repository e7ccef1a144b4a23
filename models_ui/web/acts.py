"""What can be done with a submission now, and why not by this person?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from models_ui.accounts.models import Role, User
from models_ui.approvals import checks
from models_ui.submissions.models import Submission
from models_ui.submissions.states import TRANSITIONS, State
from models_ui.web.access import reason_against


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One button: its words, where it posts or leads (`link`), and the sentence why it may not be pressed.

    `title` and `question` make it ask before something is lost.
    """

    name: str
    label: str
    url: str
    tone: str = ""
    reason: str = ""
    link: bool = False
    title: str = ""
    question: str = ""

    @property
    def opener(self) -> str:
        """The words of the button that opens the question."""
        return f"{self.label} …"


def acts(user: User, submission: Submission) -> list[Act]:
    """Return what somebody may want to do next with a submission in this state, the likeliest first."""
    return [*deciding(user, submission), *requesting(user, submission), *reconciling(user, submission)]


def deciding(user: User, submission: Submission) -> Iterator[Act]:
    """Yield the way to the decision, for approvers, while one is awaited."""
    if submission.state == State.PENDING and user.has_role(Role.APPROVER):
        yield Act(
            name="decide",
            label="Decide",
            url=reverse("approval", args=[submission.id]),
            tone="primary",
            reason=reason_against(checks.check_can_decide, user, submission),
            link=True,
        )


def requesting(user: User, submission: Submission) -> Iterator[Act]:
    """Yield what the requester may do; other data scientists see why they may not."""
    if not user.has_role(Role.DATA_SCIENTIST):
        return
    if submission.state == State.CHANGES_REQUESTED and submission.team.slug in user.team_slugs:
        yield Act(
            name="draft",
            label="Edit and resubmit",
            url=reverse("draft", args=[submission.id]),
            tone="primary",
            link=True,
        )
    for action, label, tone in (
        ("edit", "Edit and resubmit", "primary"),
        ("retry", "Send again as approved", ""),
        ("take-back", "Take back to edit", ""),
    ):
        if submission.state in TRANSITIONS[action].sources:
            yield Act(
                name=action,
                label=label,
                url=reverse(f"submission-{action}", args=[submission.id]),
                tone=tone,
                reason=reason(user, submission, action),
            )
    if submission.state in TRANSITIONS["withdraw"].sources:
        yield withdrawing(user, submission)


def reason(user: User, submission: Submission, action: str) -> str:
    """Return why the person may not do one of the requester's acts, or nothing."""
    against = reason_against(checks.check_requester, user, submission, action)
    if action == "retry":
        return against or reason_against(checks.check_approval_holds, submission)
    return against


def withdrawing(user: User, submission: Submission) -> Act:
    """Return the act that ends a submission; it asks first."""
    return Act(
        name="withdraw",
        label="Withdraw",
        url=reverse("submission-withdraw", args=[submission.id]),
        tone="danger",
        reason=reason(user, submission, "withdraw"),
        title=f"Withdraw {submission.model_name}?",
        question="It ends here: nobody can decide on it any more, and it is not sent. It stays in the list and in the audit log.",
    )


def reconciling(user: User, submission: Submission) -> Iterator[Act]:
    """Yield the way to let AWS be asked again: for admins, and with its reason for whoever waits for it."""
    concerned = user.has_role(Role.ADMIN) or user.pk == submission.requester_id
    if submission.state == State.NEEDS_ATTENTION and concerned:
        yield Act(
            name="reconcile",
            label="Ask AWS again",
            url=reverse("submission-reconcile", args=[submission.id]),
            reason=reason_against(checks.check_can_reconcile, user, submission),
        )
