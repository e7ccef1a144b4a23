"""What does a request have that the form has no control for?

Members that the contract does not know, and values of another type than their place wants. They stay until the person
removes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from models_ui.contract import pointers, secrets
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Whole, at, below
from models_ui.form import containers, names, operation
from models_ui.form.screen import Screen
from models_ui.form.steps import finder, root
from models_ui.form.values import fits
from models_ui.form.views import Note, StrayView

# What is shown of a value; the whole stands in the preview beside the form.
_SHOWN = 2000
_WANTED = {Flag: "true or false", Whole: "a whole number", ListOf: "a list", MapOf: "a map", Structure: "a structure"}


def strays(screen: Screen) -> Iterator[StrayView]:
    """Yield what has no control, as far as this screen is the one to show it."""
    for pointer, value, node in _all(screen):
        yield _stray(screen, pointer, value, node)


def places(screen: Screen) -> Iterator[str]:
    """Yield the places of what has no control, as far as this screen is the one to show it."""
    return (pointer for pointer, _, _ in _all(screen))


def _all(screen: Screen) -> Iterator[tuple[str, Json, Node | None]]:
    """Yield place, value and node of each. Of a container that several screens of a designed form describe, each of them
    has its own."""
    if not root(screen.step):
        yield from _rest(screen)
        return
    step_of = finder(screen.document, screen.layout)
    for pointer, value, node in _container(screen):
        if not screen.layout.own or step_of(pointer).name == screen.step.name:
            yield pointer, value, node


def _container(screen: Screen) -> Iterator[tuple[str, Json, Node | None]]:
    """Yield what stands in the one container of a screen, without a look at the others: there may be thousands."""
    place = root(screen.step)
    node = at(operation.tree(), place)
    if node is not None and pointers.exists(screen.document, place):
        yield from _found(node, pointers.get(screen.document, place), place)


def _rest(screen: Screen) -> Iterator[tuple[str, Json, Node | None]]:
    step_of = finder(screen.document, screen.layout)
    around = screen.document if screen.layout.own else _around_containers(screen.document)
    for pointer, value, node in _found(operation.tree(), around, ""):
        if step_of(pointer).name == screen.step.name:
            yield pointer, value, node


def _around_containers(document: Document) -> Document:
    """Return a request without what stands in its containers: each has a screen of its own, and may be large."""
    rest = {name: value for name, value in document.items() if name != containers.PRIMARY}
    entries = rest.get(containers.LISTED)
    if isinstance(entries, list):
        rest[containers.LISTED] = [{} if isinstance(entry, dict) else entry for entry in entries]
    return rest


def _found(node: Node, value: Json, pointer: str) -> Iterator[tuple[str, Json, Node | None]]:
    """Yield place and value of what does not fit, with the node of its place, which the unknown have not."""
    if not fits(node, value):
        yield pointer, value, node
    elif isinstance(value, dict):
        for name, member in value.items():
            place, child = pointer + pointers.join(name), below(node, name)
            yield from _found(child, member, place) if child else iter([(place, member, None)])
    elif isinstance(value, list) and isinstance(node, ListOf):
        for index, entry in enumerate(value):
            yield from _found(node.item, entry, f"{pointer}/{index}")


def _stray(screen: Screen, pointer: str, value: Json, node: Node | None) -> StrayView:
    notes = screen.notes.take_below(pointer)
    text = secrets.MASK if screen.hides(pointer) else json.dumps(value, ensure_ascii=False, indent=2)
    return StrayView(
        id=names.control_id(pointer),
        pointer=pointer,
        label=names.label(pointer, screen.layout),
        json=text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …",
        notes=notes or (Note(severity="error", text=_reason(screen, pointer, node)),),
        remove=f"remove:{pointer}",
    )


def _reason(screen: Screen, pointer: str, node: Node | None) -> str:
    name = pointers.split(pointer)[-1]
    if node is None:
        return f"SageMaker does not know {name[:100]}. Remove it."
    return f"{names.label(pointer, screen.layout)[:200]} must be {_WANTED.get(type(node), 'a text')}. Remove it, then fill it in."
