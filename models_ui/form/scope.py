"""Which places may a screen change?"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Structure, at
from models_ui.form import containers, designed, operation
from models_ui.form.layouts.pieces import DESIGNED, Layout
from models_ui.form.steps import Step, is_container, is_first, resolved, root, step_of

Place = tuple[str, ...]


def roots(step: Step) -> tuple[str, ...]:
    """Return the places that a screen describes with all that is below them."""
    if is_container(step) or step.screen.role == "each":
        return (root(step),)
    if step.screen.role == "own":
        return tuple(pointers.join(name) for name in operation.tree().members)
    placed = [place for group in step.screen.groups for place in group.places if place.startswith("/")]
    return (*placed, *(unplaced(step) if is_first(step) else ()))


def owns(step: Step, place: Place, document: Document) -> bool:
    """Say whether a place is the screen's to change; the first one has what the contract does not know."""
    if step.layout.own and not _reaches(step, pointers.join(*place), document):
        return False
    if (is_first(step) or step.screen.role == "own") and place and place[0] not in operation.tree().members:
        return True
    return any(place[: len(tokens)] == tokens for tokens in map(pointers.split, roots(step)))


def mends(step: Step, place: Place, document: Document) -> bool:
    """Say whether a finding shown on the screen may be put right at a place. A designed form shows what is wrong with a
    place that has no control where there is room for it; what its fix may not do, saving refuses."""
    return bool(step.layout.own) or owns(step, place, document)


def _reaches(step: Step, pointer: str, document: Document) -> bool:
    """Say whether a screen of a designed form reaches a place: it is asked for there, or there is no other that shows it."""
    layout = step.layout
    if step.screen.role not in DESIGNED or designed.home(layout, pointer):
        return designed.may_go(step, pointer)
    return step_of(document, pointer, layout).name == step.name and designed.is_free(layout, pointer)


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
