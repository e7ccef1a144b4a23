"""Does everybody see the drafts of the own teams and no other?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from models_ui.audit.refusals import NotFound
from models_ui.drafts import operations, queries
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_drafts_of_own_teams_are_visible_newest_first() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom", teams=("risk", "search"))
    first = operations.create(owner=sally, at=NOW)
    second = operations.create(owner=tom, at=NOW + timedelta(hours=1))
    operations.create(owner=tom, at=NOW, team=factories.team("search"))

    assert list(queries.visible_to(sally)) == [second, first]
    assert queries.visible_to(tom).count() == 3


@pytest.mark.parametrize("role", ["approver", "admin", "auditor"])
def test_other_roles_see_no_drafts(role: str) -> None:
    draft = factories.draft(factories.scientist())
    person = factories.person("pat", role)

    assert not queries.visible_to(person).exists()
    with pytest.raises(NotFound):
        queries.get_visible(person, draft.id)


def test_locked_draft_is_visible_and_not_open() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.lock(draft.id)

    assert list(queries.visible_to(sally)) == [draft]
    assert list(queries.open_to(sally)) == []


def test_discarded_draft_is_in_no_list_and_still_found() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.discard(draft_id=draft.id, by=sally, at=NOW)

    assert list(queries.visible_to(sally)) == []
    assert queries.get_visible(sally, draft.id) == draft


@pytest.mark.parametrize(("name", "shown"), [("churn", "churn"), (None, ""), (7, ""), ("x" * 300, "x" * 200)])
def test_draft_is_called_by_its_model_name_as_far_as_there_is_one(name: object, shown: str) -> None:
    draft = factories.draft(factories.scientist(), {"ModelName": name})  # type: ignore[dict-item]

    assert draft.name == shown
