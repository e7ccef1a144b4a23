"""Is everything in the stylesheets and among the templates still used?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tracked import name, tracked

USERS = ("templates/*.html", "models_ui/*.py", "static/js/*.js")


def text(*patterns: str) -> str:
    """Return the text of all files that fit."""
    return "\n".join(path.read_text() for pattern in patterns for path in tracked(pattern))


def stylesheets() -> str:
    """Return the stylesheets without their comments."""
    return re.sub(r"/\*.*?\*/", "", text("static/css/*.css"), flags=re.DOTALL)


def classes() -> set[str]:
    """Return the classes that the stylesheets speak of."""
    return set(re.findall(r"\.([a-z][\w-]*)", stylesheets()))


def test_every_class_of_the_stylesheets_is_used() -> None:
    words = set(re.findall(r"[a-z][\w-]*", text(*USERS)))

    assert classes() - words == set()


def test_every_custom_property_is_used_and_every_used_one_is_there() -> None:
    made = set(re.findall(r"(--[\w-]+)\s*:", stylesheets()))

    assert set(re.findall(r"var\((--[\w-]+)", stylesheets())) == made


@pytest.mark.parametrize("path", tracked("templates/*.html"), ids=name)
def test_every_template_is_shown_by_somebody(path: Path) -> None:
    called = name(path).removeprefix("templates/")

    # The pages of errors are found by their numbers.
    assert f'"{called}"' in text(*USERS) or re.fullmatch(r"[45]\d\d\.html", called)
