"""Does the queue show what waits, and who could decide?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from models_ui.accounts.models import Role
from models_ui.approvals import queries
from models_ui.approvals.models import Decision
from models_ui.submissions.states import State
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_queue_holds_what_waits_the_oldest_first() -> None:
    sally, amir = factories.scientist(), factories.approver()
    late, early, decided = (factories.submission(sally, at=NOW + timedelta(hours=hours)) for hours in (2, 1, 0))
    factories.decide(decided, amir)

    assert list(queries.queue(amir)) == [early, late]


@pytest.mark.parametrize(("role", "count"), [("approver", 2), ("data-scientist", 0), ("admin", 0), ("auditor", 0)])
def test_only_approvers_are_told_how_many_wait(role: str, count: int) -> None:
    sally = factories.scientist()
    factories.submission(sally)
    factories.submission(sally)

    assert queries.waiting_count(factories.person("pat", role)) == count


def test_reason_against_is_the_sentence_of_the_refusal_or_nothing() -> None:
    sally = factories.person("sally", Role.DATA_SCIENTIST, Role.APPROVER)
    submission = factories.submission(sally)

    assert "somebody else decides" in queries.reason_against(sally, submission)
    assert "Only approvers" in queries.reason_against(factories.admin(), submission)
    assert queries.reason_against(factories.approver(), submission) == ""
    assert "Rejected".lower() in queries.reason_against(
        factories.approver("anna"), factories.in_state(submission, State.REJECTED)
    )


def test_decisions_about_every_revision_are_told_newest_first() -> None:
    sally, amir = factories.scientist(), factories.approver()
    submission = factories.submission(sally)
    factories.decide(submission, amir, "request-changes", at=NOW)
    other = factories.decide(factories.submission(sally), amir)

    assert [decision.kind for decision in queries.decisions(submission)] == ["request-changes"]
    assert queries.decisions(other) == list(Decision.objects.filter(kind="approve"))


def test_possible_approvers_are_active_and_have_no_hand_in_it() -> None:
    amir = factories.approver()
    factories.approver("zoe")
    gone = factories.approver("gone")
    gone.is_active = False
    gone.save()
    factories.admin()

    assert queries.possible_approvers([]) == ["amir", "zoe"]
    assert queries.possible_approvers([amir.pk]) == ["zoe"]
