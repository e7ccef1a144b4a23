"""Does it matter for what a button makes of a draft whether, and when, it was saved before?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models_ui.contract.json_types import Document
from models_ui.drafts import operations, sheets
from models_ui.drafts.models import Draft
from models_ui.form import posting
from models_ui.form.steps import step_named
from tests import factories
from tests.factories import NOW
from tests.form import browser, generated

pytestmark = pytest.mark.django_db

SEEDS = st.integers(0, 2000)
TEXTS = st.sampled_from(
    ("", "", "a", "A", "b", "true", "false", "primary", "pipeline", "archive", "folder", "60", *generated.TEXTS)
)
# Which of the controls gets which text; the numbers are taken modulo the controls that there are.
EDITS = st.lists(st.tuples(st.integers(0, 10**6), TEXTS), max_size=6)
# What happens between two saves.
SPELLS = st.lists(EDITS, min_size=1, max_size=5)


def after(document: Document, name: str, controls: Mapping[str, str]) -> Document:
    """Return the request after a post of one screen."""
    step = step_named(document, name)
    assert step is not None
    return posting.apply(document, step, controls).document


def has_rows(name: str) -> bool:
    """Say whether a control is one of a row."""
    return any(part.isdigit() for part in name.split("."))


def typed(controls: dict[str, str], edits: list[tuple[int, str]]) -> dict[str, str]:
    """Return the controls after somebody typed into some of them."""
    # Questions change which controls there are, and rows which number they have: those are tried more often.
    names = sorted(
        name for name in controls for _ in range(12 if name.startswith("ask.") else 3 if has_rows(name) else 1)
    )
    return {**controls, **{names[number % len(names)]: text for number, text in edits}} if names else controls


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=SEEDS, screen=st.integers(0, 50), spells=SPELLS, lost=st.sets(st.integers(0, 4)))
def test_continue_makes_what_it_would_have_made_without_any_autosave(
    seed: int, screen: int, spells: list[list[tuple[int, str]]], lost: set[int]
) -> None:
    document = generated.request(seed)
    name = browser.names(document)[screen % len(browser.names(document))]
    with transaction.atomic():
        sally = factories.scientist()
        draft = factories.draft(sally, document)
        controls = browser.controls(document, name)
        for turn, edits in enumerate(spells):
            controls = typed(controls, edits)
            if turn not in lost:
                autosave(draft, name, controls, turn + 1)
        now = sheets.as_seen(Draft.objects.get(id=draft.id), "page")
        made = operations.save(
            draft_id=draft.id,
            document=after(now.document, name, controls),
            version=draft.version,
            sheet="page",
            by=sally,
            at=NOW,
        )
        transaction.set_rollback(True)
    assert made.document == after(document, name, controls)
    assert (made.sheet, made.sheet_text) == ("", "")


def autosave(draft: Draft, name: str, controls: Mapping[str, str], turn: int) -> None:
    """Save what is on the page, and see that whoever comes now finds just that."""
    now = sheets.as_seen(Draft.objects.get(id=draft.id), "page")
    wanted = after(now.document, name, controls)
    operations.autosave(
        draft_id=draft.id,
        document=wanted,
        version=draft.version,
        sheet="page",
        turn=turn,
        by=draft.owner,
        at=NOW,
    )
    assert Draft.objects.get(id=draft.id).document == wanted


def test_request_of_the_page_is_forgotten_with_the_next_save() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, {"ModelName": "a"})
    operations.autosave(
        draft_id=draft.id, document={"ModelName": "b"}, version=1, sheet="page", turn=1, by=sally, at=NOW
    )
    assert sheets.as_seen(Draft.objects.get(), "page").document == {"ModelName": "a"}
    operations.save(draft_id=draft.id, document={}, version=2, by=sally, at=NOW)
    assert Draft.objects.get().sheet_text == ""


def test_whoever_types_becomes_an_author() -> None:
    draft = factories.draft(factories.scientist(), {})
    cora = factories.scientist("cora")
    operations.autosave(draft_id=draft.id, document={"Tags": []}, version=1, sheet="page", turn=1, by=cora, at=NOW)
    assert cora in draft.authors.all()
