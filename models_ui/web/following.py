"""How does the page of a submission follow it by itself, and what does it say when something moved?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.approvals.queries import possible_approvers
from models_ui.submissions.models import Submission
from models_ui.submissions.states import WORDS, State

# Seconds between two looks. What is not here rests until somebody acts, so the page rests too.
PACE = {
    State.APPROVED: 1,
    State.QUEUED: 1,
    State.CALLING: 1,
    State.PENDING: 2,
    State.UNKNOWN: 2,
    State.NEEDS_ATTENTION: 5,
}

SENTENCES = {
    State.CHANGES_REQUESTED: "{requester} edits it and submits it again.",
    State.APPROVED: "The worker takes it up in a moment.",
    State.QUEUED: "The worker takes it up in a moment.",
    State.CALLING: "The worker is asking AWS to create the SageMaker model.",
    State.UNKNOWN: "AWS gave no clear answer. The worker looks whether the SageMaker model exists.",
    State.NEEDS_ATTENTION: "The worker could not find out whether the SageMaker model exists. Somebody must look.",
    State.CREATED: "The SageMaker model exists.",
    State.FAILED: "Nothing was created.",
    State.REJECTED: "It ends here. Nothing was sent.",
    State.WITHDRAWN: "It ends here. Nothing was sent.",
    State.REFUSED: "It ends here. Nothing was sent.",
}


@dataclass(frozen=True, slots=True)
class Following:
    """How often the page looks (0: it has stopped), and where things stand in a sentence."""

    seconds: int
    sentence: str


def following(submission: Submission) -> Following:
    """Return how the page follows the submission in its present state."""
    return Following(PACE.get(State(submission.state), 0), sentence(submission))


def sentence(submission: Submission) -> str:
    """Say where things stand and who is next."""
    state = State(submission.state)
    if state == State.PENDING:
        return waiting_for(submission)
    return SENTENCES[state].format(requester=submission.requester)


def waiting_for(submission: Submission) -> str:
    """Say who can decide: approvers whose hand is not in the request."""
    revision = submission.current
    hands = {submission.requester_id, revision.submitted_by_id, *(author["id"] for author in revision.authors)}
    names = possible_approvers(hands)
    if not names:
        return "Nobody can decide on it: every approver had a hand in it, or there is none. An admin can help."
    shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} others"]
    return f"{' or '.join([', '.join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)} can decide on it."


def announcement(submission: Submission) -> str:
    """Return what the status region speaks when the page saw a change."""
    return f"{WORDS[State(submission.state)]}. {sentence(submission)}"
