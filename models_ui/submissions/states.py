"""Which way may a submission go? The table below is the only place that says so.

docs/states.md and the tests of the permission matrix are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models_ui.audit.vocabulary import Name


class State(StrEnum):
    """Where a submission is."""

    PENDING = "pending"
    CHANGES_REQUESTED = "changes_requested"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    QUEUED = "queued"
    CALLING = "calling"
    CREATED = "created"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NEEDS_ATTENTION = "needs_attention"
    REFUSED = "refused"


FINAL = frozenset({State.CREATED, State.REJECTED, State.WITHDRAWN, State.REFUSED})
OPEN = frozenset(State) - FINAL
# The worker is at it: a page that shows one of these asks again by itself.
MOVING = frozenset({State.APPROVED, State.QUEUED, State.CALLING, State.UNKNOWN})

WORDS = {
    State.PENDING: "Waiting for approval",
    State.CHANGES_REQUESTED: "Changes requested",
    State.REJECTED: "Rejected",
    State.WITHDRAWN: "Withdrawn",
    State.APPROVED: "Approved",
    State.QUEUED: "Queued",
    State.CALLING: "Calling AWS",
    State.CREATED: "Created",
    State.FAILED: "Failed",
    State.UNKNOWN: "Outcome unknown",
    State.NEEDS_ATTENTION: "Needs attention",
    State.REFUSED: "Refused",
}

Owner = Literal["requester", "approver", "worker", "operator"]


@dataclass(frozen=True, slots=True)
class Transition:
    """One arrow: who does what, from where, to where, and the name of its event."""

    action: str
    sources: tuple[State, ...]
    target: State
    owner: Owner
    event: Name


TRANSITIONS = {
    transition.action: transition
    for transition in (
        Transition("resubmit", (State.CHANGES_REQUESTED,), State.PENDING, "requester", Name.RESUBMITTED),
        Transition(
            "withdraw",
            (State.PENDING, State.CHANGES_REQUESTED, State.FAILED),
            State.WITHDRAWN,
            "requester",
            Name.WITHDRAWN,
        ),
        Transition("take-back", (State.PENDING, State.APPROVED), State.CHANGES_REQUESTED, "requester", Name.TAKEN_BACK),
        Transition("retry", (State.FAILED,), State.QUEUED, "requester", Name.RETRIED),
        Transition("edit", (State.FAILED, State.NEEDS_ATTENTION), State.CHANGES_REQUESTED, "requester", Name.REOPENED),
        Transition("approve", (State.PENDING,), State.APPROVED, "approver", Name.APPROVED),
        Transition("request-changes", (State.PENDING,), State.CHANGES_REQUESTED, "approver", Name.CHANGES_REQUESTED),
        Transition("reject", (State.PENDING,), State.REJECTED, "approver", Name.REJECTED),
        Transition("queue", (State.APPROVED,), State.QUEUED, "worker", Name.QUEUED),
        Transition("lapse", (State.APPROVED, State.QUEUED), State.PENDING, "worker", Name.APPROVAL_LAPSED),
        Transition("send-back", (State.APPROVED, State.QUEUED), State.CHANGES_REQUESTED, "worker", Name.SENT_BACK),
        Transition("refuse", (State.APPROVED, State.QUEUED), State.REFUSED, "worker", Name.REFUSED_AT_CLAIM),
        Transition("call", (State.QUEUED,), State.CALLING, "worker", Name.CALLED),
        Transition("create", (State.CALLING,), State.CREATED, "worker", Name.CREATED),
        Transition("fail", (State.CALLING,), State.FAILED, "worker", Name.FAILED),
        Transition("lose", (State.CALLING,), State.UNKNOWN, "worker", Name.UNKNOWN),
        Transition("find", (State.UNKNOWN, State.NEEDS_ATTENTION), State.CREATED, "worker", Name.RECONCILED),
        Transition("call-again", (State.UNKNOWN, State.NEEDS_ATTENTION), State.QUEUED, "worker", Name.CALLED_AGAIN),
        Transition("find-stranger", (State.UNKNOWN, State.NEEDS_ATTENTION), State.FAILED, "worker", Name.FAILED),
        Transition(
            "give-up",
            (State.UNKNOWN, State.NEEDS_ATTENTION),
            State.NEEDS_ATTENTION,
            "worker",
            Name.NEEDS_ATTENTION,
        ),
        Transition("reconcile", (State.NEEDS_ATTENTION,), State.NEEDS_ATTENTION, "operator", Name.RECONCILE_ASKED),
    )
}
