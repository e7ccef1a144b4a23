"""Is a request held against the right one that was made before?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.approvals import precedents
from models_ui.submissions.models import Submission
from models_ui.submissions.queries import visible_to
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sally() -> User:
    return factories.scientist()


@pytest.fixture
def amir() -> User:
    return factories.approver()


def created(owner: User, by: User, name: str, hours: int = 0) -> Submission:
    """Return a submission whose SageMaker model exists."""
    return factories.created(owner, by, factories.request(name), at=NOW + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("churn-pipeline-2026-11-20", "churn-pipeline"),
        ("fraud-xgb-v31", "fraud-xgb"),
        ("fraud-v3-2", "fraud"),
        ("churn", "churn"),
        ("bge-m3", "bge-m3"),
        ("7", "7"),
    ],
)
def test_base_name_has_no_numbers_at_its_end(name: str, base: str) -> None:
    assert precedents.base_name(name) == base


def test_predecessor_is_the_last_created_one_of_the_series(sally: User, amir: User) -> None:
    created(sally, amir, "churn-2026-11-06", hours=1)
    last = created(sally, amir, "churn-2026-11-13", hours=2)
    created(sally, amir, "churn-eu-2026-11-14", hours=3)
    now = factories.submission(sally, factories.request("churn-2026-11-20"))

    found = precedents.predecessor(now, among=visible_to(amir))
    assert found == last.current


def test_predecessor_of_a_second_revision_is_the_first(sally: User, amir: User) -> None:
    first = factories.submission(sally, factories.request("churn-1"))
    before = first.current
    factories.decide(first, amir, "request-changes")
    again = factories.resubmission(first, sally)

    assert precedents.predecessor(again, among=visible_to(amir)) == before


def test_there_is_no_predecessor_among_what_the_person_may_not_see(sally: User, amir: User) -> None:
    created(sally, amir, "churn-1")
    now = factories.submission(sally, factories.request("churn-2"))
    stranger = factories.scientist("sven", teams=("search",))

    assert precedents.predecessor(now, among=visible_to(stranger)) is None


def test_request_that_only_waits_is_no_predecessor(sally: User, amir: User) -> None:
    factories.submission(sally, factories.request("churn-1"))
    now = factories.submission(sally, factories.request("churn-2"))

    assert precedents.predecessor(now, among=visible_to(amir)) is None


def test_role_is_new_until_a_model_was_created_with_it(sally: User, amir: User) -> None:
    now = factories.submission(sally)
    assert "new-role" in codes(now)

    created(sally, amir, "other")
    assert "new-role" not in codes(now)


def test_role_of_another_connection_is_still_new(sally: User, amir: User) -> None:
    created(sally, amir, "other")
    elsewhere = factories.connection("sandbox-eu", region="eu-west-1")
    draft = factories.draft(sally, factories.request(**factories.IN_EUROPE), where=elsewhere)
    now = approvals.submit(draft_id=draft.id, version=draft.version, justification="Europe.", by=sally, at=NOW)

    assert "new-role" in codes(now)


def codes(submission: Submission) -> list[str]:
    """Return the codes of what is unusual about a submission."""
    return [fact.code for fact in precedents.facts([submission])[submission.id]]
