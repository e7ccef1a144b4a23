"""In which respects does a tool write a request in another way than the API?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# A structure of the contract by its name, and how the tool calls one of its members.
Named = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What the tool does that is told apart from a mistake.

    `folds`: names are the API's but for capitals, hyphens and underscores; `renamed` has those that are others.
    `dropped`: members that are no part of the request, with a sentence that says what becomes of them.
    `loose`: numbers and flags may stand for texts and texts for them, as the tool converts them.
    `singles_listed`: a single value stands for a list of it.
    `lists_opened`: a list of one stands for its item.
    `null_is_absent`: null says that a member is not set.
    `empty_is_either`: an empty list may be an empty map.
    """

    folds: bool = False
    renamed: Mapping[Named, str] = field(default_factory=dict)
    dropped: Mapping[Named, str] = field(default_factory=dict)
    loose: bool = False
    singles_listed: bool = False
    lists_opened: bool = False
    null_is_absent: bool = False
    empty_is_either: bool = False


PLAIN = Manner()


def folded(name: str) -> str:
    """Return a name without what spellings differ in."""
    return name.replace("_", "").replace("-", "").lower()
