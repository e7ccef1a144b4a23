"""Which drafts does a list show, page by page?"""

from __future__ import annotations

import pytest

from models_ui.drafts.listing import SIZE, page
from tests import factories

pytestmark = pytest.mark.django_db


def test_pages_follow_each_other_without_a_gap() -> None:
    sally = factories.scientist()
    for n in range(SIZE + 2):
        factories.draft(sally, factories.request(f"churn-{n}"))
    first, second = page(sally), page(sally, number=2)
    assert len({draft.id for draft in [*first.drafts, *second.drafts]}) == SIZE + 2
    assert (first.newer, first.older, second.newer, second.older) == (0, 2, 1, 0)


def test_search_does_not_mind_capitals() -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("Churn-1"))
    assert [draft.name for draft in page(sally, search="cHURN").drafts] == ["Churn-1"]


def test_search_finds_nothing_in_other_teams() -> None:
    factories.draft(factories.scientist("rita", teams=("search",)), factories.request("churn-1"))
    assert page(factories.scientist(), search="churn").drafts == []
