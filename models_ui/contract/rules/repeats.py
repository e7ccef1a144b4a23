"""Which of these come a second time?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models_ui.contract.rules.facts import Part


def repeats(named: Iterable[tuple[Part, str]]) -> Iterator[tuple[Part, str]]:
    """Yield those whose name an earlier one has; the empty name is none."""
    seen: set[str] = set()
    for part, name in named:
        if name and name in seen:
            yield part, name
        seen.add(name)
