"""In which words does AWS refuse, and how do we know them?"""

from __future__ import annotations

import pytest

from models_ui.sandbox import texts
from models_ui.sandbox.texts import Text

EVERY = {name: value for name, value in vars(texts).items() if isinstance(value, Text)}


@pytest.mark.parametrize("name", EVERY)
def test_every_text_says_how_it_is_known(name: str) -> None:
    known = EVERY[name]
    assert known.mark in ("seen", "documented", "guessed")
    assert bool(known.source) == (known.mark != "guessed")


def test_there_are_many_texts() -> None:
    assert len(EVERY) > 40
