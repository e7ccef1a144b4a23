"""Does undo give back every state that a form was in, whatever was edited?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from models_ui.blueprints import operations, queries
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.models import Blueprint
from tests import factories
from tests.blueprints.outlines import histories

pytestmark = pytest.mark.django_db


def now() -> Blueprint:
    """Return the form as it is stored."""
    return queries.get("churn")


def distinct(found: list[Raw]) -> list[Raw]:
    """Return the states without those that changed nothing."""
    return [state for at, state in enumerate(found) if at == 0 or state != found[at - 1]]


@settings(max_examples=25)
@given(histories(most=8))
def test_undo_takes_every_edit_back_and_redo_makes_it_again(found: list[Raw]) -> None:
    Blueprint.objects.all().delete()
    states = distinct(found)
    operations.create(name="churn", document=states[0], by=None, at=factories.NOW)
    for state in states[1:]:
        operations.edit(name="churn", document=state, version=now().version, by=None, at=factories.NOW)

    for state in reversed(states[:-1]):
        operations.undo(name="churn", version=now().version, by=None, at=factories.NOW)
        assert now().document == state
    for state in states[1:]:
        operations.redo(name="churn", version=now().version, by=None, at=factories.NOW)
        assert now().document == state
