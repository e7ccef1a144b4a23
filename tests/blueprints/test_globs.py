"""Does a text fit a glob as people expect, and at a bounded cost?"""

from __future__ import annotations

import fnmatch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.blueprints.globs import LONGEST, fits

LETTERS = st.text("ab/.", max_size=8)
GLOBS = st.text("ab/.*?", max_size=8)


@pytest.mark.parametrize(
    ("glob", "text", "fit"),
    [
        ("*.tar.gz", "s3://acme/churn/model.tar.gz", True),
        ("*.tar.gz", "s3://acme/churn/model.tar.gz\n", False),
        ("*.tar.gz", ".tar.gz", True),
        ("a?c", "abc", True),
        ("a?c", "ac", False),
        ("", "", True),
        ("", "a", False),
        ("*", "", True),
        ("[ab]", "a", False),
        ("a.c", "abc", False),
        ("*A", "a", False),
    ],
)
def test_glob_means_the_whole_text(glob: str, text: str, fit: bool) -> None:  # noqa: FBT001
    assert fits(text, glob) is fit


@given(LETTERS, GLOBS)
def test_globs_are_those_of_a_shell_without_brackets(text: str, glob: str) -> None:
    assert fits(text, glob) is fnmatch.fnmatchcase(text, glob)


def test_giant_text_fits_nothing() -> None:
    assert fits("a" * LONGEST, "*")
    assert not fits("a" * (LONGEST + 1), "*")
