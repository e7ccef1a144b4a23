"""Which controls did a browser post, by the place that each names?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

# The deepest place of a request has seven names; an invented one may have a few more.
_DEEPEST = 16
_LONGEST = 1000


@dataclass(slots=True)
class Branch:
    """What was posted for a place itself, and for the places below it."""

    text: str | None = None
    below: dict[str, Branch] = field(default_factory=dict)

    def at(self, name: str) -> Branch:
        """Return what was posted below a name; where nothing was, a branch without anything."""
        return self.below.get(name, _NONE)

    def texts(self) -> Iterator[str]:
        """Yield every text that was posted here and below."""
        if self.text is not None:
            yield self.text
        for branch in self.below.values():
            yield from branch.texts()


_NONE = Branch()


def branches(post: Mapping[str, str], roots: Iterable[str]) -> Branch:
    """Return the controls of a post whose name is one of the roots or lies below one, as a tree."""
    allowed = tuple(roots)
    trunk = Branch()
    for name, text in post.items():
        if len(name) <= _LONGEST and any(name == root or name.startswith(f"{root}.") for root in allowed):
            _put(trunk, name.split("."), text)
    return trunk


def _put(trunk: Branch, names: list[str], text: str) -> None:
    if len(names) > _DEEPEST:
        return
    branch = trunk
    for name in names:
        branch = branch.below.setdefault(name, Branch())
    branch.text = text
