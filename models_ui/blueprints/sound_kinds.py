"""Can what a form for any containers holds be left by having those of the other kind?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints.document import Blueprint, Limit
from models_ui.blueprints.places import index
from models_ui.blueprints.sound_saying import at, error, warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.form import containers
from models_ui.form.layouts.places import ANY


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield what each lock or limit of one kind of containers misses in the other kind.

    An error where the other kind may be filled in freely; else a warning, as the form then takes no value there at all.
    """
    if blueprint.containers.kind != "any":
        return
    fields = index(blueprint)
    for place, field in blueprint.fields.items():
        other = _other(place)
        if not other or not (field.locked or field.limit != Limit()):
            continue
        around = [said for whole in _wholes(other) if (said := fields.at(whole)) is not None]
        if other in blueprint.fields or any(said.locked for said in around):
            continue
        kind = "A pipeline" if place.startswith(f"/{containers.PRIMARY}/") else "A single container"
        say = error if blueprint.free or around else warning
        yield say("other-kind", at(place), f"{kind} may leave this: say the same of {other}.")


def _other(place: str) -> str:
    """Return what a place of a container is in containers of the other kind, or nothing."""
    first, *rest = pointers.split(place)
    if first == containers.PRIMARY and rest:
        return pointers.join(containers.LISTED, ANY, *rest)
    return pointers.join(containers.PRIMARY, *rest[1:]) if first == containers.LISTED and len(rest) > 1 else ""


def _wholes(place: str) -> list[str]:
    """Return what a place is part of."""
    tokens = pointers.split(place)
    return [pointers.join(*tokens[:length]) for length in range(1, len(tokens))]
