"""Which fields does the form have, and what is said about each, on one page?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from models_ui.contract import tree
from models_ui.form import containers, limits, operation
from models_ui.form.layouts.pieces import StepLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: our label, the API's own name for it, the path to it, and what is said about it."""

    id: str
    label: str
    name: str
    path: str
    help: str
    example: str
    where: str
    limit: str
    # What SageMaker does when nothing is sent.
    unset: str
    # AWS's own values, and our words beside each.
    choices: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The fields of one screen."""

    id: str
    title: str
    fields: Sequence[Field]


@cache
def sections() -> tuple[Section, ...]:
    """Return the fields in the order in which the form asks for them, each once, under the screen that asks first."""
    seen: set[str] = set()
    found = []
    for step in operation.WIZARD.steps:
        patterns = [pattern for pattern in _patterns(step) if pattern not in seen]
        seen.update(patterns)
        fields = [_field(pattern) for pattern in patterns]
        found.append(Section(id=f"step-{step.name}", title=step.title, fields=fields))
    return tuple(found)


def _patterns(step: StepLayout) -> Iterator[str]:
    """Yield the patterns of a screen. One entry of a list or map is told with the whole."""
    if step.role == "container":
        yield f"/{containers.PRIMARY}"
    for group in step.groups:
        for place in group.places:
            known = (at for at in operation.WIZARD.asked if at == place or at.startswith(f"{place}/"))
            yield from (pattern for pattern in known if not pattern.endswith("/*"))


def _field(pattern: str) -> Field:
    asked = operation.WIZARD.asked[pattern]
    path = pattern.replace(f"/{containers.ANY}", f"/{containers.PRIMARY}").removeprefix("/")
    node = tree.at(operation.tree(), "/" + path.replace("*", "0"))
    return Field(
        id=path.replace("/*", "").replace("/", "."),
        label=asked.label,
        name=path.rpartition("/")[2],
        path=path.replace("/*", "[]").replace("/", "."),
        help=asked.help,
        example=asked.example,
        where=asked.where,
        limit=limits.constraint(node) if node else "",
        unset=asked.unset,
        choices=list(asked.choices.items()),
    )
