"""Who may submit, decide and take back? Buttons and operations ask the same functions."""

from __future__ import annotations

from collections.abc import Collection

from models_ui.accounts.models import Role, User
from models_ui.approvals.models import Decision
from models_ui.audit.refusals import Refused, Stale
from models_ui.contract.eula import GatedSource
from models_ui.contract.finding import Finding, errors
from models_ui.submissions import forms
from models_ui.submissions.models import Submission
from models_ui.submissions.operations import check_can

LONGEST_TEXT = 4000


def check_request(findings: Collection[Finding]) -> None:
    """Raise Refused while the request has errors."""
    wrong = errors(findings)
    if wrong:
        count = "one problem" if len(wrong) == 1 else f"{len(wrong)} problems"
        raise Refused("has-errors", f"The request has {count}. Solve what the review page lists, then submit again.")


def check_text(text: str, *, code: str, missing: str) -> None:
    """Raise Refused when a text that people write is missing or longer than 4,000 characters."""
    if not text.strip():
        raise Refused(code, missing)
    if len(text) > LONGEST_TEXT:
        raise Refused(code, f"Shorten the text to {LONGEST_TEXT:,} characters.")
    if not storable(text):
        raise Refused(code, "The text has a character that cannot be stored. Type the text anew.")


def storable(text: str) -> bool:
    """Say whether every database and the canonical form take the text: neither NUL nor half a surrogate pair."""
    return not any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text)


def check_decision(decision: str, comment: str, *, reader: str) -> None:
    """Raise Refused unless it is one of the three, and says why where the reader must know."""
    if decision not in Decision.Kind.values:
        raise Refused("no-decision", "Choose whether to approve, request changes or reject.")
    if decision != Decision.Kind.APPROVE or comment:
        check_text(comment, code="no-comment", missing=f"Say why: {reader} will read it.")


def check_eula(sources: Collection[GatedSource], confirmed: Collection[str]) -> None:
    """Raise Refused unless the person confirmed the licence of every gated source on the submit form."""
    for source in sources:
        if source.pointer not in confirmed:
            raise Refused(
                "eula-not-confirmed",
                f"Read the licence of {source.uri or source.pointer} and confirm that you accept it.",
            )


def check_requester(user: User, submission: Submission, action: str) -> None:
    """Raise Refused unless this is the requester and the submission is where the action begins."""
    if user.pk != submission.requester_id:
        raise Refused("requester-only", f"Only {submission.requester.username}, who asked for it, can do that.")
    if not user.has_role(Role.DATA_SCIENTIST):
        raise Refused("data-scientist-only", "Only data scientists may make requests.")
    check_can(action, submission)


def check_can_reconcile(user: User, submission: Submission) -> None:
    """Raise Refused unless an admin asks AWS again about a submission that needs attention."""
    if not user.has_role(Role.ADMIN):
        raise Refused("admin-only", "Only an admin can let AWS be asked again.")
    check_can("reconcile", submission)


def check_independent(user: User, submission: Submission) -> None:
    """Raise Refused when the person's hand is in the request: nobody decides on what they made, whatever their roles."""
    if user.pk == submission.requester_id:
        raise Refused("own-request", "You asked for this SageMaker model, so somebody else decides on it.")
    for revision in submission.revisions.all():
        if user.pk == revision.submitted_by_id or any(author["id"] == user.pk for author in revision.authors):
            raise Refused("author", f"You edited revision {revision.n}, so somebody else decides on it.")


def check_can_decide(user: User, submission: Submission) -> None:
    """Raise Refused unless the person may decide on the submission as it is now."""
    if not user.has_role(Role.APPROVER):
        raise Refused("approver-only", "Only approvers decide on requests.")
    check_independent(user, submission)
    check_can("approve", submission)


def check_keeps_to_form(submission: Submission) -> None:
    """Raise Refused unless the request keeps to the form that it was filled in with."""
    wrong = errors(forms.findings(submission.current))
    if wrong:
        raise Refused("leaves-form", f"The request leaves the form that it was filled in with. {wrong[0].message}")


def check_seen(submission: Submission, *, version: int, digest: str) -> None:
    """Raise Stale unless the person saw the submission as it is now."""
    if submission.version != version or submission.current.digest != digest:
        raise Stale("submission-changed", "This submission changed since you opened it. Nothing was recorded.")


def check_approval_holds(submission: Submission) -> None:
    """Raise Refused unless an approval of exactly the current digest stands, by somebody who may still give it."""
    approvals = Decision.objects.filter(revision=submission.current, kind=Decision.Kind.APPROVE).select_related("by")
    for approval in approvals:
        if approval.digest == submission.current.digest and still_eligible(approval.by, submission):
            return
    raise Refused("approval-lapsed", "No approval of exactly this request stands any more, so it needs a new one.")


def still_eligible(user: User, submission: Submission) -> bool:
    """Say whether somebody who approved might do so still."""
    try:
        check_independent(user, submission)
    except Refused:
        return False
    return user.has_role(Role.APPROVER)
