"""What can be done with the SageMaker model that was made?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.next_steps import Way, ways
from models_ui.contract.snippets import Snippet, snippets
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State


@dataclass(frozen=True, slots=True)
class NextStep:
    """One way to use it, and the texts to copy."""

    way: Way
    snippets: list[Snippet]


def next_steps(submission: Submission) -> list[NextStep]:
    """Return the ways to use what was made; nothing where nothing was."""
    if submission.state != State.CREATED:
        return []
    revision = submission.current
    return [NextStep(way, snippets(way, region=revision.target.region)) for way in ways(revision.request)]
