"""Which places may a screen change?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.tree import Structure, at
from models_ui.form import containers, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import Step, is_container, is_first, resolved, root

Place = tuple[str, ...]


def roots(step: Step) -> tuple[str, ...]:
    """Return the places that a screen describes with all that is below them."""
    if is_container(step):
        return (root(step),)
    placed = [place for group in step.screen.groups for place in group.places if place.startswith("/")]
    return (*placed, *(unplaced(step) if is_first(step) else ()))


def owns(step: Step, place: Place) -> bool:
    """Say whether a place is the screen's to change; the first one has what the contract does not know."""
    if is_first(step) and place and place[0] not in operation.tree().members:
        return True
    return any(place[: len(tokens)] == tokens for tokens in map(pointers.split, roots(step)))


def unplaced(step: Step) -> tuple[str, ...]:
    """Return the members that the contract has and the layout does not know: of the container that a screen describes,
    or of the request on the first screen."""
    if not is_container(step) and not is_first(step):
        return ()
    node, place = at(operation.tree(), root(step)), root(step)
    known = {resolved(step, pattern) for pattern in _patterns(step.layout)} | {
        pointers.join(containers.PRIMARY),
        pointers.join(containers.LISTED),
    }
    members = node.members if isinstance(node, Structure) else {}
    return tuple(pointer for name in members if (pointer := place + pointers.join(name)) not in known)


def _patterns(layout: Layout) -> list[str]:
    return [place for screen in layout.steps for group in screen.groups for place in group.places]
