"""Which drafts does a list show, page by page?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.drafts import operations
from models_ui.drafts.listing import SIZE, Filters, page
from models_ui.drafts.models import Draft
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def names(user: User, **filters: Any) -> list[str]:
    """Return the names on the first page."""
    return [draft.name for draft in page(user, Filters(**filters)).drafts]


def test_pages_follow_each_other_without_a_gap() -> None:
    sally = factories.scientist()
    for n in range(SIZE + 2):
        factories.draft(sally, factories.request(f"churn-{n}"))
    first, second = page(sally, Filters()), page(sally, Filters(), number=2)
    assert len({draft.id for draft in [*first.drafts, *second.drafts]}) == SIZE + 2
    assert (first.newer, first.older, second.newer, second.older) == (0, 2, 1, 0)


def test_search_does_not_mind_capitals() -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("Churn-1"))
    assert names(sally, q="cHURN") == ["Churn-1"]


@pytest.mark.parametrize("q", ["%", "_", "\\", "'"])
def test_search_takes_every_sign_as_it_is(q: str) -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("churn-1"))
    factories.draft(sally, factories.request(f"a{q}b"))
    assert names(sally, q=q) == [f"a{q}b"]


def test_search_finds_nothing_in_other_teams() -> None:
    factories.draft(factories.scientist("rita", teams=("search",)), factories.request("churn-1"))
    assert names(factories.scientist(), q="churn") == []


def test_drafts_are_sorted_by_what_was_wished() -> None:
    sally = factories.scientist()
    for name, hours in (("b", 2), ("c", 1), ("a", 3)):
        made = factories.draft(sally, factories.request(name))
        Draft.objects.filter(id=made.id).update(updated_at=NOW + timedelta(hours=hours))
    Draft.objects.filter(name="c").update(created_at=NOW + timedelta(days=1))
    assert names(sally) == ["a", "b", "c"]
    assert names(sally, order="name") == ["a", "b", "c"]
    assert names(sally, order="new")[0] == "c"


def test_own_drafts_are_told_from_those_of_the_team() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    factories.draft(sally, factories.request("sallys"))
    factories.draft(tom, factories.request("toms"))
    assert names(sally, mine=True) == ["sallys"]


def test_discarded_drafts_stand_by_themselves() -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("there"))
    gone = factories.draft(sally, factories.request("gone"))
    operations.discard(draft_id=gone.id, by=sally, at=NOW)
    assert (names(sally), names(sally, discarded=True)) == (["there"], ["gone"])


def test_discarded_drafts_of_other_teams_are_not_shown() -> None:
    rita = factories.scientist("rita", teams=("search",))
    operations.discard(draft_id=factories.draft(rita).id, by=rita, at=NOW)
    assert names(factories.scientist(), discarded=True) == []
