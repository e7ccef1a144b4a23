"""Does a request keep to the form that it was filled in with?

Asked at every save, at submission, at approval and by the worker. The form is resolved, and our own tag is not in the
request: who asks about a frozen one takes it out first.
"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints import beyond
from models_ui.blueprints.document import UNSET, Blueprint, Field
from models_ui.blueprints.limits import broken, completed, lacks, same, without_entries
from models_ui.blueprints.places import index, of_first, spread
from models_ui.blueprints.said import finding, subject
from models_ui.blueprints.sound_places import node
from models_ui.contract import pointers
from models_ui.contract.finding import Finding, Fix
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, MapOf
from models_ui.form import containers
from models_ui.form.layouts.places import Places

_NOTHING: tuple[Json, ...] = (None, "", [], {})


def findings(blueprint: Blueprint, document: Document) -> list[Finding]:
    """Return where a request leaves the form, one finding a fault. Total on any document.

    Of more containers than AWS takes only the first are looked at: the contract refuses such a request as a whole.
    """
    fields = index(blueprint)
    found = list(_containers(blueprint, document))
    for pointer, field in told(blueprint, of_first(document), fields):
        found += _of_place(pointer, field, document)
    return found if blueprint.free else [*found, *beyond.findings(document, fields)]


def left(blueprint: Blueprint, document: Document) -> dict[str, Json]:
    """Return what a request holds where the form has locked something else, by its place; null where nothing is."""
    return {
        pointer: pointers.get(document, pointer) if pointers.exists(document, pointer) else None
        for pointer, field in told(blueprint, document)
        if field.locked and not _kept(pointer, field, document)
    }


def told(blueprint: Blueprint, document: Document, fields: Places[Field] | None = None) -> Iterator[tuple[str, Field]]:
    """Yield the places of a request that the form says something of, with what counts there.

    What it says of containers of the other kind, or of ones that there are not, does not count.
    """
    fields = fields or index(blueprint)
    seen: set[str] = set()
    for pattern, field in blueprint.fields.items():
        for pointer in spread(pattern, document):
            if pointer not in seen and fields.at(pointer) is field and _concerns(pointer, document, blueprint):
                seen.add(pointer)
                yield pointer, field


def _concerns(pointer: str, document: Document, blueprint: Blueprint) -> bool:
    first, *rest = pointers.split(pointer) or ("",)
    if first == containers.PRIMARY:
        return blueprint.containers.kind == "primary" or containers.PRIMARY in document
    if first == containers.LISTED and rest:
        return pointers.exists(document, pointers.join(first, rest[0]))
    return True


def _of_place(pointer: str, field: Field, document: Document) -> Iterator[Finding]:
    there = pointers.exists(document, pointer)
    value = pointers.get(document, pointer) if there else None
    if field.locked:
        yield from () if _kept(pointer, field, document) else (_locked(pointer, field),)
    elif field.required and value in _NOTHING:
        yield finding("required", pointer, f"Fill in {subject(pointer, field, within=True)}: this form needs it.")
    else:
        yield from _limited(pointer, field, value, there=there)


def _limited(pointer: str, field: Field, value: Json, *, there: bool) -> Iterator[Finding]:
    for said in broken(value, field.limit) if there else ():
        yield finding("limit", pointer, f"{subject(pointer, field)} {said}.")
    whole = value if there else without_entries(field.limit)
    if lacks(whole, field.limit):
        fix = Fix(label="Put it back", pointer=pointer, value=completed(whole, field.limit))
        yield finding("limit", pointer, f"{subject(pointer, field)} must hold what this form puts there.", fix)


def _locked(pointer: str, field: Field) -> Finding:
    if field.value is UNSET:
        fix = Fix(label="Take it away", pointer=pointer, value=None, remove=True)
        return finding("locked", pointer, f"{subject(pointer, field)} stays empty on this form. Take it away.", fix)
    fix = Fix(label="Put it back", pointer=pointer, value=field.value)
    return finding("locked", pointer, f"{subject(pointer, field)} is set by this form. Put its value back.", fix)


def _kept(pointer: str, field: Field, document: Document) -> bool:
    """Say whether a place holds what it is locked to. Empty lists and maps are as good as none: AWS makes no difference."""
    there = pointers.exists(document, pointer)
    value = pointers.get(document, pointer) if there else None
    if field.value is UNSET:
        return not there or _is_empty(pointer, value)
    return same(value, field.value) if there else field.value in ([], {})


def _is_empty(pointer: str, value: Json) -> bool:
    """Say whether a list or map has no entries. A structure without members is something: AWS refuses it, or counts it."""
    if value == []:
        return isinstance(node(pointer), ListOf)
    return value == {} and isinstance(node(pointer), MapOf)


def _containers(blueprint: Blueprint, document: Document) -> Iterator[Finding]:
    wanted = blueprint.containers
    if wanted.kind == "primary" and containers.LISTED in document:
        yield _misfit(containers.LISTED, "This form is for one container. Take the pipeline away.", remove=True)
    if wanted.kind != "pipeline":
        return
    if containers.PRIMARY in document:
        yield _misfit(containers.PRIMARY, "This form is for a pipeline. Take the single container away.", remove=True)
    listed = document.get(containers.LISTED, [])
    least, most = wanted.bounds
    if isinstance(listed, list) and not least <= len(listed) <= most:
        count = f"{least}" if least == most else f"{least} to {most}"
        there = len(listed) or "none"
        yield _misfit(containers.LISTED, f"The pipeline of this form has {count} containers; here there are {there}.")


def _misfit(member: str, message: str, *, remove: bool = False) -> Finding:
    pointer = pointers.join(member)
    fix = Fix(label="Take it away", pointer=pointer, value=None, remove=True) if remove else None
    return finding("containers", pointer, message, fix)
