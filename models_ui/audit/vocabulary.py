"""What can an event be about? A name is `room.what_happened`; a retired name stays here as a comment."""

from __future__ import annotations

from enum import StrEnum


class Name(StrEnum):
    """The name of an event, as it stands in the audit log for ever."""

    SIGNED_IN = "accounts.signed_in"
    SIGNED_OUT = "accounts.signed_out"
    SIGN_IN_FAILED = "accounts.sign_in_failed"
    PERSON_CREATED = "accounts.person_created"
    TEAM_CREATED = "accounts.team_created"
    CONNECTION_CREATED = "connections.created"
    BLUEPRINT_CREATED = "blueprints.created"
    BLUEPRINT_PUBLISHED = "blueprints.published"
    BLUEPRINT_RESTORED = "blueprints.restored"
    BLUEPRINT_RETIRED = "blueprints.retired"
    BLUEPRINT_UNRETIRED = "blueprints.unretired"
    DRAFT_CREATED = "drafts.created"
    DRAFT_DISCARDED = "drafts.discarded"
    DRAFT_RESTORED = "drafts.restored"
    DRAFT_MOVED = "drafts.moved_to_version"
    SUBMITTED = "submissions.submitted"
    RESUBMITTED = "submissions.resubmitted"
    EULA_ACCEPTED = "submissions.eula_accepted"
    WITHDRAWN = "submissions.withdrawn"
    TAKEN_BACK = "submissions.taken_back"
    REOPENED = "submissions.reopened"
    QUEUED = "submissions.queued"
    RETRIED = "submissions.retried"
    CALLED = "submissions.called"
    CREATED = "submissions.created"
    FAILED = "submissions.failed"
    UNKNOWN = "submissions.unknown"
    RECONCILED = "submissions.reconciled"
    CALLED_AGAIN = "submissions.called_again"
    NEEDS_ATTENTION = "submissions.needs_attention"
    REFUSED_AT_CLAIM = "submissions.refused"
    RECONCILE_ASKED = "submissions.reconcile_asked"
    SENT_BACK = "submissions.sent_back"
    APPROVAL_LAPSED = "submissions.approval_lapsed"
    APPROVED = "approvals.approved"
    CHANGES_REQUESTED = "approvals.changes_requested"
    REJECTED = "approvals.rejected"
    ACCESS_DENIED = "access.denied"
    AUDIT_EXPORTED = "audit.exported"


class Outcome(StrEnum):
    """Whether it happened, was refused, or went wrong."""

    OK = "ok"
    DENIED = "denied"
    ERROR = "error"
