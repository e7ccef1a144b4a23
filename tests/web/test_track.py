"""Does the track show the way of a request, whatever became of it?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.submissions.history import timeline
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from models_ui.web import track
from tests import factories
from tests.factories import NOW

APPROVED = "Submitted done, Approved"


def told(made: Submission) -> str:
    """Return words and looks of the steps."""
    return ", ".join(f"{step.word} {step.step or step.note}" for step in track.steps(made, timeline(made)))


def test_what_waits(sally: User) -> None:
    made = factories.submission(sally)

    assert (
        told(made) == "Submitted done, Waiting for approval waits, Queued Not yet, Called AWS Not yet, Created Not yet"
    )


@pytest.mark.parametrize(
    ("moves", "way"),
    [
        ((), "Submitted done, Approved now, Queued Not yet, Called AWS Not yet, Created Not yet"),
        (("queue",), "Submitted done, Approved done, Queued now, Called AWS Not yet, Created Not yet"),
        (("queue", "call"), "Submitted done, Approved done, Queued done, Calling AWS now, Created Not yet"),
        (("queue", "call", "create"), "Submitted done, Approved done, Queued done, Called AWS done, Created end"),
        (("queue", "call", "fail"), "Submitted done, Approved done, Queued done, Failed stopped, Created Not reached"),
        (
            ("queue", "call", "lose"),
            "Submitted done, Approved done, Queued done, Outcome unknown held, Created Not yet",
        ),
        (("queue", "refuse"), "Submitted done, Approved done, Queued done, Refused stopped"),
    ],
)
def test_what_was_approved(sally: User, amir: User, moves: tuple[str, ...], way: str) -> None:
    made = factories.decide(factories.submission(sally), amir)

    assert told(factories.worked(made, *moves) if moves else made) == way


def test_what_was_rejected_ends_there(sally: User, amir: User) -> None:
    assert told(factories.decide(factories.submission(sally), amir, "reject")) == "Submitted done, Rejected stopped"


def test_what_was_withdrawn_ends_there(sally: User) -> None:
    made = factories.submission(sally)
    made = approvals.withdraw(submission_id=made.id, version=1, by=sally, at=NOW)

    assert told(made) == "Submitted done, Withdrawn ended"


def test_second_round_forgets_the_first(sally: User, amir: User) -> None:
    made = factories.submission(sally)
    factories.decide(made, amir, "request-changes")
    made = factories.resubmission(made, sally)

    assert told(made).startswith("Submitted done, Waiting for approval waits, Queued")
    assert track.steps(made, timeline(made))[0].at == NOW


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_its_place(state: State) -> None:
    assert 0 < track.PLACES[state].leg < len(track.WAY)
