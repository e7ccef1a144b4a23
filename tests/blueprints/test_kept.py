"""Is what is worked out for a form kept, and without the text that it was made from?"""

from __future__ import annotations

import gc
import weakref

from models_ui.blueprints.kept import Kept
from models_ui.blueprints.texts import outline_of, text_of
from models_ui.blueprints.words import Words, outline
from tests.blueprints import forms


class Text(str):
    """A text of which can be said whether anybody still has it."""

    __slots__ = ("__weakref__",)


def said(user: str) -> Words:
    return Words(team="risk", user=user, date="2026-11-25", name="churn")


def test_what_was_asked_for_last_is_kept() -> None:
    kept: Kept[int] = Kept(2)
    made: list[str] = []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.of(key, lambda key=key: made.append(key) or 1)  # type: ignore[misc, func-returns-value]
    assert (made, len(kept)) == (["a", "b", "c", "b"], 2)


def test_form_is_kept_by_its_digest_without_its_text() -> None:
    written = Text(text_of(forms.outline()))
    there = weakref.ref(written)
    first = outline(written, said("sally"), digest="d")
    assert outline("", said("sally"), digest="d") is first

    del written
    outline_of.cache_clear()
    gc.collect()
    assert there() is None
