"""Do the steps of a form lead through its fields?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.blueprints.document import Blueprint, StepOutline
from models_ui.blueprints.sound_saying import error, warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.form import containers
from models_ui.form.layouts.pieces import BEHIND

# Addresses of a draft that are no steps.
RESERVED = frozenset({"copy", "discard", "images", "import", "new", "restore", "review"})
EACH = f"/{containers.LISTED}/*"


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield what is wrong with the steps of a form."""
    seen: set[str] = set()
    for number, step in enumerate(blueprint.steps):
        yield from _of_name(number, step, blueprint)
        yield from _of_each(number, step, blueprint)
        for pointer, place in places(number, step):
            if place not in blueprint.fields:
                yield error(
                    "no-field", pointer, "This place is no field of the form. Add the field, or take it away here."
                )
            elif place in seen:
                yield error("twice", pointer, "This field stands on a step already. Keep one of the two.")
            seen.add(place)


def places(number: int, step: StepOutline) -> Iterator[tuple[str, str]]:
    """Yield the places of a step, each with where the document says so."""
    for group, outline in enumerate(step.groups):
        for index, place in enumerate(outline.places):
            yield pointers.join("steps", number, "groups", group, "places", index), place


def _of_name(number: int, step: StepOutline, blueprint: Blueprint) -> Iterator[Finding]:
    pointer = pointers.join("steps", number, "name")
    others = [other for other in blueprint.steps[:number] if other.name == step.name]
    if step.name in RESERVED or f"{step.name}-".startswith(BEHIND):
        yield error("reserved", pointer, "This name leads elsewhere. Give the step another one.")
    elif others:
        yield error("twice", pointer, "Another step has this name. Give each its own.")
    elif any(other.each and re.fullmatch(rf"{re.escape(other.name)}-[0-9]+", step.name) for other in blueprint.steps):
        yield error(
            "reserved", pointer, "A step that is repeated for each container has this name. Choose another one."
        )
    if not any(group.places for group in step.groups):
        yield warning("empty", pointers.join("steps", number), "This step asks for nothing.")


def _of_each(number: int, step: StepOutline, blueprint: Blueprint) -> Iterator[Finding]:
    if step.each and blueprint.containers.kind == "primary":
        yield error(
            "each", pointers.join("steps", number, "each"), "This form has one container. Do not repeat the step."
        )
        return
    for pointer, place in places(number, step):
        of_each = place == EACH or place.startswith(f"{EACH}/")
        if step.each and not of_each:
            yield error("each", pointer, f"This step is repeated for each container, so its places begin with {EACH}.")
        elif of_each and not step.each:
            yield error(
                "each", pointer, "What each container has stands on a step that is repeated for each container."
            )
