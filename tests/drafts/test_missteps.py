"""Is it counted which fields people get wrong, and nothing else?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models_ui.contract.finding import Finding
from models_ui.drafts import missteps
from models_ui.drafts.missteps import Total
from models_ui.drafts.models import Draft, Misstep
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def wrong(pointer: str, code: str = "pattern") -> Finding:
    """Return an error at a place."""
    return Finding(code=code, pointer=pointer, severity="error", message="It is wrong: hf_secret.")


@pytest.fixture
def draft() -> Draft:
    """A draft in the wizard."""
    return factories.draft(factories.scientist())


def test_same_mistake_adds_up(draft: Draft) -> None:
    for _time in range(3):
        missteps.count(draft, [wrong("/ModelName"), wrong("/ModelName", "required")], on=DAY)

    assert missteps.totals(since=DAY) == [Total("/ModelName", "pattern", 3), Total("/ModelName", "required", 3)]
    assert Misstep.objects.count() == 2


def test_entries_of_lists_and_maps_are_one_field_and_no_key_is_kept(draft: Draft) -> None:
    places = ["/Tags/0/Key", "/Tags/7/Key", "/PrimaryContainer/Environment/HF_SECRET", "/Containers/3/Image"]
    missteps.count(draft, [wrong(place) for place in places], on=DAY)

    assert {total.place for total in missteps.totals(since=DAY)} == {
        "/Tags/*/Key",
        "/{container}/Environment/*",
        "/{container}/Image",
    }
    assert {total.count for total in missteps.totals(since=DAY)} == {1}


def test_days_are_told_apart_and_old_ones_forgotten(draft: Draft) -> None:
    missteps.count(draft, [wrong("/ModelName")], on=DAY)
    missteps.count(draft, [wrong("/ModelName")], on=DAY + timedelta(days=1))
    assert missteps.totals(since=DAY + timedelta(days=1)) == [Total("/ModelName", "pattern", 1)]

    missteps.count(draft, [wrong("/ModelName")], on=DAY + missteps.KEPT + timedelta(days=1))
    assert missteps.totals(since=DAY) == [Total("/ModelName", "pattern", 2)]


def test_forms_are_told_apart(draft: Draft) -> None:
    missteps.count(draft, [wrong("/ModelName")], on=DAY)
    Misstep.objects.create(day=DAY, form="churn", place="/Tags", code="required", count=5)

    assert missteps.totals(since=DAY, form="") == [Total("/ModelName", "pattern", 1)]
    assert missteps.totals(since=DAY, form="churn") == [Total("/Tags", "required", 5)]
    assert [total.count for total in missteps.totals(since=DAY)] == [5, 1]


def test_paste_full_of_faults_counts_the_first_ones(draft: Draft) -> None:
    missteps.count(draft, [wrong(f"/Unknown{number}", "unknown") for number in range(200)], on=DAY)

    assert Misstep.objects.count() == missteps.MOST_AT_ONCE


@pytest.mark.parametrize(("place", "code"), [("/" + "x" * 400, "unknown"), ("/ModelName", "x" * 61)])
def test_what_has_no_room_is_not_counted(draft: Draft, place: str, code: str) -> None:
    missteps.count(draft, [wrong(place, code)], on=DAY)

    assert not Misstep.objects.exists()
