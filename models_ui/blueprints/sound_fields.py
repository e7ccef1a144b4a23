"""Does what a form says of a place agree with itself?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models_ui.blueprints.document import UNSET, Blueprint, Field
from models_ui.blueprints.limits import broken, lacks
from models_ui.blueprints.places import matches
from models_ui.blueprints.sample import resolved_sample
from models_ui.blueprints.sound_saying import at, error, warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield what contradicts itself."""
    sample = resolved_sample(blueprint)
    shown = placed(blueprint)
    for place, field in sample.fields.items():
        yield from _of_value(place, field)
        yield from _of_asking(place, field, blueprint, shown)
    yield from _within(blueprint)


def placed(blueprint: Blueprint) -> frozenset[str]:
    """Return the places that stand on a step."""
    return frozenset(place for step in blueprint.steps for group in step.groups for place in group.places)


def _of_value(place: str, field: Field) -> Iterator[Finding]:
    if field.value is UNSET:
        return
    for said in broken(field.value, field.limit):
        yield error("preset", at(place, "value"), f"The value breaks the limit of its own field: it {said}.")
    if field.locked and lacks(field.value, field.limit):
        yield error("preset", at(place, "value"), "The locked value does not hold what its own field asks it to hold.")


def _of_asking(place: str, field: Field, blueprint: Blueprint, shown: frozenset[str]) -> Iterator[Finding]:
    if field.required and field.locked and field.value is UNSET:
        yield error("required", at(place), "Nothing may stand here, and something must. Take one of the two away.")
    elif field.required and field.value is UNSET and not _can_be_filled(place, field, blueprint, shown):
        yield error(
            "hidden", at(place), "Nobody can fill this in, and it must be. Show it on a step, or set its value."
        )
    elif field.show == "shown" and not field.locked and not blueprint.free and not _is_seen(place, shown):
        yield warning("nowhere", at(place), "This field is shown and on no step, so nobody sees it.")
    elif field.show == "hidden" and place in shown:
        yield warning("hidden-step", at(place), "This field is hidden, so its place on a step stays empty.")


def _can_be_filled(place: str, field: Field, blueprint: Blueprint, shown: frozenset[str]) -> bool:
    return field.show == "shown" and (blueprint.free or _is_seen(place, shown))


def _is_seen(place: str, shown: frozenset[str]) -> bool:
    """Say whether a place, a whole that it is in, or a part of it stands on a step."""
    tokens = pointers.split(place)
    wholes = {pointers.join(*tokens[:length]) for length in range(1, len(tokens) + 1)}
    return bool(wholes & shown) or any(other.startswith(f"{place}/") for other in shown)


def _within(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield an error for each part of something that is locked as a whole: nothing can be said of it."""
    locked: dict[int, list[str]] = {}
    for place, field in blueprint.fields.items():
        if field.locked:
            locked.setdefault(len(pointers.split(place)), []).append(place)
    for place in blueprint.fields:
        tokens = pointers.split(place)
        wholes = (
            (pointers.join(*tokens[:length]), others) for length, others in locked.items() if length < len(tokens)
        )
        if any(_locks(whole, others, blueprint) for whole, others in wholes):
            yield error("within", at(place), "What this is part of is locked as a whole, so nothing can be said of it.")


def _locks(place: str, locked: Iterable[str], blueprint: Blueprint) -> bool:
    """Say whether a place is locked, or one that it means; what is said of each counts unless something is by name."""
    return any(matches(place, other) or (matches(other, place) and place not in blueprint.fields) for other in locked)
