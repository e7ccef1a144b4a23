"""Do two people who save one draft at once overwrite each other?"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from models_ui.audit.refusals import Stale
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.concurrently import at_once, failures
from tests.factories import NOW

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_one_of_two_saves_of_the_same_version_counts_and_the_other_is_told() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    draft = factories.draft(sally)

    outcomes = at_once(
        *(
            partial(operations.save, draft_id=draft.id, document={"ModelName": by.username}, version=1, by=by, at=NOW)
            for by in (sally, tom)
        )
    )

    (winner,) = [outcome for outcome in outcomes if isinstance(outcome, Draft)]
    assert [type(outcome) for outcome in failures(outcomes)] == [Stale]
    kept = Draft.objects.get()
    assert (kept.version, kept.document) == (2, winner.document)


@pytest.mark.parametrize("round_", range(5))
def test_button_and_a_save_while_somebody_types_come_at_once_and_the_button_counts(round_: int) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, {"ModelName": "before"})
    page: Any = {"draft_id": draft.id, "version": 1, "sheet": f"page{round_}", "by": sally, "at": NOW}

    outcomes = at_once(
        partial(operations.autosave, **page, turn=1, document={"ModelName": "typed"}),
        partial(operations.save, **page, document={"ModelName": "pressed"}),
    )

    assert {type(outcome) for outcome in failures(outcomes)} <= {Stale}
    kept = Draft.objects.get()
    assert kept.document == {"ModelName": "pressed"}
    assert (kept.sheet, kept.sheet_text) == ("", "")
