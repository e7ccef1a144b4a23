"""How does a room say no?"""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is the word of the house for this
    """Something may not happen, or not by this person. The sentence is for people, and the same everywhere."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Stale(Refused):
    """The thing changed since the person opened it: nothing was written."""


class NotFound(Refused):
    """There is no such thing, or the person may not know that there is."""

    def __init__(self, what: str = "page") -> None:
        super().__init__("not-found", f"There is no such {what}, or you may not see it.")
