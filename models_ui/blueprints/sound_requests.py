"""Could any request satisfy a form?

The request that the form begins with is judged by the contract. What is wrong with it must be somebody's to put right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models_ui.blueprints.document import UNSET, Blueprint, Containers, Field
from models_ui.blueprints.places import index
from models_ui.blueprints.sample import resolved_sample
from models_ui.blueprints.sound_fields import placed
from models_ui.blueprints.sound_saying import at, error, warning
from models_ui.blueprints.starting import started
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Document
from models_ui.contract.judging import judge
from models_ui.form import containers, telling
from models_ui.form.layouts.places import ANY, Places


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield an error for what nobody could put right, and a warning for a preset that is wrong from the beginning."""
    sample = resolved_sample(blueprint)
    fields = index(sample)
    for document in _beginnings(sample):
        for finding in errors(judge(document, use=sample.use, names=telling.called)):
            yield from _told(sample, fields, document, finding)


def _beginnings(blueprint: Blueprint) -> Iterator[Document]:
    """Yield the requests that a form may begin with: of one for any containers, those of either kind that it speaks of."""
    begun = started(blueprint)
    speaks = any(place.startswith(f"/{containers.LISTED}/") for place in blueprint.fields)
    if blueprint.containers.kind == "any" and speaks:
        yield started(replace(blueprint, containers=Containers(kind="pipeline", least=1)))
        if containers.PRIMARY not in begun:
            return
    yield begun


def _told(blueprint: Blueprint, fields: Places[Field], document: Document, finding: Finding) -> Iterator[Finding]:
    pointer = finding.pointer
    source = _pattern(blueprint, fields, pointer)
    field = blueprint.fields[source] if source else Field()
    if field.value is not UNSET and field.locked:
        yield error("refused", at(source, "value"), f"AWS would refuse the locked value. {finding.message}")
    elif field.value is not UNSET and pointers.exists(document, pointer):
        yield warning("preset-refused", at(source, "value"), f"AWS would refuse the value as it is. {finding.message}")
    elif not _can_be_put_right(blueprint, fields, pointer):
        # Of a field that the form lacks the place is where it would be.
        where = at(source or pointer) if source or pointer else "/fields"
        yield error("nothing", where, f"No request could satisfy this form. {finding.message}")


def _pattern(blueprint: Blueprint, fields: Places[Field], pointer: str) -> str:
    """Return the place by which a form speaks of a place of a request or of what it is part of, or nothing."""
    field = fields.nearest(pointer)
    return next((place for place, said in blueprint.fields.items() if said is field), "") if field else ""


def _can_be_put_right(blueprint: Blueprint, fields: Places[Field], pointer: str) -> bool:
    """Say whether somebody who fills in the form may change a place, or a part of it."""
    said = fields.nearest(pointer)
    if said is None:
        return blueprint.free or _parts(blueprint, pointer)
    if said.locked:
        return False
    return said.show == "shown" and (blueprint.free or _is_seen(blueprint, pointer)) or _parts(blueprint, pointer)


def _is_seen(blueprint: Blueprint, pointer: str) -> bool:
    tokens = pointers.split(pointer)
    return any(_begins(tokens, pointers.split(place)) for place in placed(blueprint))


def _parts(blueprint: Blueprint, pointer: str) -> bool:
    """Say whether a part of a place may be filled in."""
    tokens, seen = pointers.split(pointer), placed(blueprint)
    return any(
        _begins(pointers.split(place), tokens)
        and not field.locked
        and field.show == "shown"
        and (blueprint.free or place in seen)
        for place, field in blueprint.fields.items()
    )


def _begins(tokens: tuple[str, ...], start: tuple[str, ...]) -> bool:
    """Say whether a place is another one or a part of it; `*` is any name on either side."""
    return len(tokens) >= len(start) and all(
        one == other or ANY in (one, other) for one, other in zip(tokens, start, strict=False)
    )
