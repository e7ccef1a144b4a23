"""Is it known what somebody has not seen yet?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.audit.vocabulary import Name
from models_ui.submissions import history
from models_ui.submissions.models import Submission
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sally() -> User:
    return factories.scientist()


@pytest.fixture
def sent_back(sally: User) -> Submission:
    """Return a submission at version 3: changes were requested, then it was submitted again."""
    first = factories.submission(sally)
    factories.decide(first, factories.approver(), "request-changes", "Pin it.")
    return factories.resubmission(first, sally)


@pytest.mark.parametrize(
    ("seen", "names"),
    [
        (1, [Name.RESUBMITTED, Name.CHANGES_REQUESTED]),
        (2, [Name.RESUBMITTED]),
        (3, []),
        (0, []),
        (4, []),
        (-1, []),
    ],
)
def test_moves_after_a_version_are_told_newest_first(sent_back: Submission, seen: int, names: list[Name]) -> None:
    assert [event.name for event in history.since(sent_back, seen)] == names


def test_reason_of_a_decision_is_told(sent_back: Submission) -> None:
    assert history.since(sent_back, 1)[-1].reason == "Pin it."


def test_each_move_raises_the_version_by_one(sent_back: Submission) -> None:
    moves = [event for event in history.timeline(sent_back) if event.name in history.MOVES]
    assert sent_back.version == 1 + len(moves)


def test_round_begins_with_the_last_submission(sent_back: Submission) -> None:
    found = history.this_round(history.timeline(sent_back))
    assert [event.name for event in found] == [Name.RESUBMITTED]


def test_take_back_is_the_last_move(sally: User, sent_back: Submission) -> None:
    taken = approvals.take_back(submission_id=sent_back.id, version=3, by=sally, at=NOW)
    assert [event.name for event in history.since(taken, 3)] == [Name.TAKEN_BACK]


def test_many_submissions_know_their_current_revision_in_two_queries(
    sally: User, sent_back: Submission, django_assert_num_queries: object
) -> None:
    factories.submission(sally)
    with django_assert_num_queries(2):  # type: ignore[operator]
        rows = history.with_current(Submission.objects.order_by("number"))
        assert [(row.current.n, row.current.submitted_by.username) for row in rows] == [(2, "sally"), (1, "sally")]


def test_why_is_the_reason_of_the_last_move(sally: User) -> None:
    made = factories.submission(sally)
    assert history.why(history.timeline(made)) is None

    factories.decide(made, factories.approver(), "reject", "Too open.")
    last = history.why(history.timeline(made))
    assert last is not None
    assert (last.name, last.reason) == (Name.REJECTED, "Too open.")


def test_move_without_a_reason_tells_no_why(sally: User) -> None:
    made = factories.submission(sally)
    factories.decide(made, factories.approver())

    assert history.why(history.timeline(made)) is None
