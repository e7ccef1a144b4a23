"""Does the list show what somebody looks for, page by page?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from models_ui.submissions.pages import Filters, page
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sally() -> User:
    return factories.scientist()


def submitted(owner: User, *names: str) -> None:
    """Submit requests of these names."""
    for name in names:
        factories.submission(owner, factories.request(name))


def names(user: User, filters: Filters = Filters()) -> list[str]:  # noqa: B008
    """Return the names on the first page."""
    return [submission.model_name for submission in page(user, filters).submissions]


def test_pages_lead_to_the_oldest_submission_and_back(sally: User) -> None:
    submitted(sally, *(f"churn-{n}" for n in range(7)))
    first = page(sally, Filters(), size=3)
    second = page(sally, Filters(), size=3, older=first.older)
    third = page(sally, Filters(), size=3, older=second.older)
    back = page(sally, Filters(), size=3, newer=third.newer)

    numbers = [row.number for each in (first, second, third) for row in each.submissions]
    assert numbers == sorted(numbers, reverse=True)
    assert (len(numbers), first.newer, third.older) == (7, None, None)
    assert back == second


def test_newest_page_reached_backwards_has_no_newer_one(sally: User) -> None:
    submitted(sally, "a", "b", "c")
    first = page(sally, Filters(), size=2)
    second = page(sally, Filters(), size=2, older=first.older)

    assert page(sally, Filters(), size=2, newer=second.newer).newer is None


def test_page_of_nothing_has_no_neighbours(sally: User) -> None:
    assert page(sally, Filters(), newer=5) == page(sally, Filters(), older=5) == page(sally, Filters())


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(q="RAUD"), ["fraud-1"]),
        (Filters(q="  churn "), ["churn-1"]),
        (Filters(q="%"), []),
        (Filters(state="pending"), ["theirs", "fraud-1", "churn-1"]),
        (Filters(state="created"), []),
        (Filters(mine=True), ["fraud-1", "churn-1"]),
    ],
)
def test_filters_find(sally: User, filters: Filters, found: list[str]) -> None:
    submitted(sally, "churn-1", "fraud-1")
    submitted(factories.scientist("sam"), "theirs")

    assert names(sally, filters) == found


def test_other_teams_are_not_listed(sally: User) -> None:
    submitted(factories.scientist("sven", teams=("search",)), "theirs")

    assert names(sally) == []
