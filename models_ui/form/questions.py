"""Which questions that are no place in a request does a screen ask, and what do their answers do?

An answer is derived from the request and never stored. A posted one acts only where it differs.
"""

from __future__ import annotations

from collections.abc import Collection

from models_ui.contract import pointers
from models_ui.contract.diff import diff
from models_ui.contract.json_types import Document, Json
from models_ui.form import containers, designed, kinds, storage, storing
from models_ui.form.layouts.create_model import KIND
from models_ui.form.layouts.pieces import Question
from models_ui.form.steps import Step, root

_SETTLED = "This form has settled where the artefacts come from."


def asked(step: Step) -> tuple[str, ...]:
    """Return the names of the questions of a screen."""
    return tuple(place for group in step.screen.groups for place in group.places if place in step.layout.questions)


def answer(document: Document, step: Step, name: str) -> str:
    """Return the answer that a request gives by itself; empty where it gives none."""
    if name == KIND.name:
        return kinds.kind(document)
    return storage.storage(_there(document, step))


def losing(document: Document, step: Step, question: Question) -> frozenset[str]:
    """Return the answers to a question that would take something out of the request."""
    if question.name == KIND.name:
        return frozenset()
    container = _there(document, step)
    return frozenset(value for value, *_ in question.choices if storage.loses(container, value))


def act(document: Document, step: Step, name: str, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    """Return the request as a new answer wants it, and what is to be said.

    `changed` are the places that the same post changed by their own controls: they beat the answer.
    """
    if name == KIND.name:
        return kinds.changed_over(document, wanted)
    place = container_of(step)
    container = pointers.get(document, place) if pointers.exists(document, place) else {}
    if not isinstance(container, dict):
        return document, []
    inside = f"{place}/"
    filled = [pointer for pointer in changed if pointer.startswith(inside) and pointers.exists(document, pointer)]
    after, said = storing.stored_as(container, wanted, [pointer.removeprefix(inside) for pointer in filled])
    if not all(designed.takes(step, place + change.pointer) for change in diff(container, after)):
        return document, [_SETTLED]
    return (_put(document, step, after) if after != container else document), said


def _there(document: Document, step: Step) -> Json:
    """Return the container that the questions of a screen are about, null where there is none yet."""
    place = container_of(step)
    return pointers.get(document, place) if pointers.exists(document, place) else None


def container_of(step: Step) -> str:
    """Return the container that the questions of a screen are about. One of a designed form, which is the screen of no
    container, asks them only where it names the places of a single one."""
    if root(step) or step.screen.role != "own":
        return root(step)
    tokens = [pointers.split(place) for group in step.screen.groups for place in group.places if place.startswith("/")]
    primary = any(place[0] == containers.PRIMARY for place in tokens)
    index = next((place[1] for place in tokens if place[0] == containers.LISTED and len(place) > 1), "0")
    return pointers.join(containers.PRIMARY) if primary else pointers.join(containers.LISTED, index)


def _put(document: Document, step: Step, container: Document) -> Document:
    """Return the request with another container on this screen."""
    place = container_of(step)
    if not pointers.exists(document, place):
        return {**document, pointers.split(place)[0]: container}
    after = pointers.replaced(document, place, container)
    return after if isinstance(after, dict) else document
