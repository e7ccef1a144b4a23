"""Is a draft that still needs a connection told to be unfinished?"""

from __future__ import annotations

import pytest

from models_ui.contract import create_model
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.web.standing import standing
from tests import factories

pytestmark = pytest.mark.django_db


def basics(document: Document, *, connected: bool) -> str:
    draft = factories.draft(factories.scientist(), document)
    if not connected:
        Draft.objects.filter(id=draft.id).update(connection=None)
        draft.refresh_from_db()
    return standing(draft, create_model.check(document))[0].status


@pytest.mark.parametrize(
    ("document", "connected", "status"),
    [
        (factories.request(), True, "complete"),
        (factories.request(), False, "in-progress"),
        (factories.request("bad_name"), False, "problem"),
        ({}, False, "not-started"),
    ],
)
def test_step_that_asks_for_the_connection_waits_for_it(*, document: Document, connected: bool, status: str) -> None:
    assert basics(document, connected=connected) == status
