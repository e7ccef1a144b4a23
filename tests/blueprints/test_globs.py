"""Does a text fit a glob as people expect, and at a bounded cost?"""

from __future__ import annotations

import fnmatch
import re

import pytest
from hypothesis import example, given
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


class Read(str):
    """A text that counts how often one of its letters is looked at."""

    __slots__ = ("times",)
    times: int

    def __getitem__(self, key: object) -> str:
        self.times = getattr(self, "times", 0) + 1
        return super().__getitem__(key)  # type: ignore[index]


@pytest.mark.parametrize("glob", [f"*{'a' * 40}b", f"*{'a?' * 20}b*", f"*{'a' * 40}b*c"])
def test_no_letter_is_looked_at_again_and_again(glob: str) -> None:
    text = Read("a" * 400)
    text.times = 0
    assert not fits(text, glob)
    assert text.times <= len(text)


@given(st.text("ab?", max_size=20), st.lists(st.text("ab?", max_size=4), max_size=6))
@example("aab", ["", "a?b", ""])
def test_stars_stand_for_anything_and_question_marks_for_one(text: str, parts: list[str]) -> None:
    glob = "*".join(parts)
    said = {"*": ".*", "?": "."}
    wanted = "".join(said.get(letter, re.escape(letter)) for letter in glob)
    assert fits(text, glob) is bool(re.fullmatch(wanted, text, re.DOTALL))


def test_giant_text_fits_nothing() -> None:
    assert fits("a" * LONGEST, "*")
    assert not fits("a" * (LONGEST + 1), "*")
