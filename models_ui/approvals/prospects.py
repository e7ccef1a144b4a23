"""What becomes of a draft when it is submitted now, and who may decide on it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from models_ui.accounts.models import User
from models_ui.approvals.models import Decision
from models_ui.approvals.queries import possible_approvers
from models_ui.approvals.submitting import owned
from models_ui.contract import eula, ownership
from models_ui.contract.eula import GatedSource
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Revision, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """The submission that would be made, or continued."""

    # As it will be sent, with our tag; as it stands where its tags are no list, which keeps it from being submitted.
    request: Document
    revision: int
    gated: list[GatedSource]
    approvers: list[str]
    # Where it was submitted before: the last revision, and what was asked of it.
    submission: Submission | None = None
    previous: Revision | None = None
    asked: Decision | None = None

    @property
    def before(self) -> Document:
        """The request of the last revision without our tag, to hold the draft against."""
        return ownership.untagged(self.previous.request, key=settings.OWNERSHIP_TAG) if self.previous else {}


def prospect(draft: Draft, *, by: User) -> Prospect:
    """Return what would be submitted of a draft, were it submitted by this person, who then may not approve it."""
    submission = submission_of(draft)
    previous = submission.current if submission else None
    revision = previous.n + 1 if previous else 1
    return Prospect(
        request=to_be_sent(draft, revision),
        revision=revision,
        gated=eula.accepted(draft.document),
        approvers=possible_approvers([by.pk, *(author.pk for author in draft.authors.all())]),
        submission=submission,
        previous=previous,
        asked=asked_of(previous) if previous else None,
    )


def submission_of(draft: Draft) -> Submission | None:
    """Return the submission that was made from a draft, if there is one."""
    return Submission.objects.select_related("requester").filter(id=draft.id).first()


def submissions_of(drafts: Collection[Draft]) -> Mapping[UUID, Submission]:
    """Return the submissions that were made from drafts, by id."""
    return Submission.objects.in_bulk([draft.id for draft in drafts])


def to_be_sent(draft: Draft, revision: int) -> Document:
    """Return the request as CreateModel would get it."""
    document = draft.document
    if not isinstance(document.get("Tags", []), list):
        return document
    return owned(document, Revision(submission_id=draft.id, n=revision).ownership)


def asked_of(revision: Revision) -> Decision | None:
    """Return what an approver asked to be changed in a revision, if anybody did."""
    wanted = Decision.objects.filter(revision=revision, kind=Decision.Kind.REQUEST_CHANGES)
    return wanted.select_related("by").order_by("-id").first()
