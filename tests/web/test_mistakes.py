"""Does an admin see which fields people get wrong?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from models_ui.accounts.models import User
from models_ui.drafts import missteps
from models_ui.drafts.missteps import Total
from models_ui.drafts.models import Misstep
from tests import factories
from tests.web.building import made, text
from tests.web.conftest import Visit


def totals() -> list[Total]:
    """Return what was counted today."""
    return missteps.totals(since=timezone.localdate())


def test_continue_counts_the_errors_of_its_screen(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally, {})
    browser = visit(sally)
    sent = {"version": draft.version, "ModelName": "not a name", "action": "continue"}
    assert browser.post(f"/drafts/{draft.id}/basics/", sent).status_code == 422

    assert totals() == [Total("/ModelName", "model-name-format", 1)]


@pytest.mark.parametrize("action", ["save-exit", "back", "add:Tags"])
def test_other_buttons_count_nothing(visit: Visit, sally: User, action: str) -> None:
    draft = factories.draft(sally, {})
    sent = {"version": draft.version, "ModelName": "not a name", "action": action}
    visit(sally).post(f"/drafts/{draft.id}/basics/", sent)

    assert totals() == []


def test_refused_submit_counts_every_error(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally, factories.request("not a name", ExecutionRoleArn="none"))
    sent = {"version": draft.version, "justification": "Weekly.", "use": "real-time"}
    assert visit(sally).post(f"/drafts/{draft.id}/review/", sent).status_code == 422

    assert {total.place for total in totals()} >= {"/ModelName", "/ExecutionRoleArn"}


def test_missing_reason_counts_nothing(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally)
    visit(sally).post(f"/drafts/{draft.id}/review/", {"version": draft.version, "justification": ""})

    assert totals() == []


def test_page_shows_fields_with_their_counts(visit: Visit, ada: User) -> None:
    made(ada)
    for form, place, code, count in (("", "/ModelName", "pattern", 3), ("churn", "/{container}/Image", "required", 7)):
        Misstep.objects.create(day=timezone.localdate(), form=form, place=place, code=code, count=count)
    page = text(visit(ada).get("/findings/"))

    assert page.index("Image") < page.index("Model name")
    assert "10 times something was wrong" in page
    assert "Not written as it must be" in page
    only = text(visit(ada).get("/findings/?form=churn&days=7"))
    assert "Model name" not in only
    assert "Nothing was counted" not in only
    assert "Image" not in text(visit(ada).get("/findings/?form=-"))


@pytest.mark.parametrize("query", ["?form=gone&days=x", "?days=999999999999", "?form=%00"])
def test_other_choices_are_the_usual_ones(visit: Visit, ada: User, query: str) -> None:
    assert "Nothing was counted" in text(visit(ada).get(f"/findings/{query}"))
