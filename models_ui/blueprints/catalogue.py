"""Which fields can a form have, grouped as in the wizard, and what does each do on this form?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from models_ui.blueprints.homes import EACH, Raw, concrete
from models_ui.blueprints.settings import OFF
from models_ui.blueprints.telling import mode, said
from models_ui.contract import pointers
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole, at
from models_ui.form import containers, names, operation
from models_ui.form.layouts.pieces import StepLayout

PART = "part"
_OTHERS = "Other settings"
_STRANGE = "Places that the API does not have"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field: what it is called here and in the API, what it means, and what it does on this form."""

    place: str
    label: str
    name: str
    help: str
    depth: int
    kind: str
    says: str
    # off, ask, preset, locked or absent; `part` where a field around it decides.
    mode: str
    hidden: bool = False
    # A map takes entries of its own as fields.
    takes_keys: bool = False

    @property
    def haystack(self) -> str:
        """Everything that a search looks at."""
        return f"{self.label} {label(self.place)} {self.name} {self.place} {self.help} {self.says}".casefold()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The fields of one group."""

    title: str
    entries: tuple[Entry, ...]
    # Rarely needed: the wizard folds it too.
    rare: bool = False

    @property
    def used(self) -> int:
        """How many of them are on this form."""
        return sum(entry.mode not in (OFF, PART) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Section:
    """The fields of one screen of the wizard."""

    title: str
    shelves: tuple[Shelf, ...]

    @property
    def used(self) -> int:
        """How many of them are on this form."""
        return sum(shelf.used for shelf in self.shelves)


class Root(NamedTuple):
    """A container that fields are asked of: its pointer, and what it is called."""

    place: str
    title: str


def roots(outline: Raw) -> list[Root]:
    """Return the containers that a form has fields for, by its answer to the question about containers."""
    one, each = f"/{containers.PRIMARY}", f"/{containers.LISTED}/{EACH}"
    if outline["kind"] == "primary":
        return [Root(one, "Container")]
    if outline["kind"] == "any":
        return [Root(one, "A single container"), Root(each, "Each container of a pipeline")]
    if "count" not in outline:
        return [Root(each, "Each container")]
    return [Root(f"/{containers.LISTED}/{number}", f"Container {number + 1}") for number in range(outline["count"])]


def sections(document: Raw, *, only: str = "") -> list[Section]:
    """Return all fields; of several containers only those of the one named `only`, as a whole form of 15 is too long."""
    shown = [root for root in roots(document["containers"]) if only in ("", root.place)]
    several = document["containers"]["kind"] != "primary"
    found = []
    for step in operation.WIZARD.steps:
        if step.role == "container":
            found += [Section(root.title, _shelves(document, step, root.place)) for root in shown]
        elif step.role != "list" or several:
            found.append(Section(step.title, _shelves(document, step, "", several=several)))
    return [*(section for section in found if section.shelves), *_strange(document)]


def matching(found: list[Section], words: str, *, on_form: bool = False) -> list[Section]:
    """Return the sections with those fields alone whose words hold all that are looked for."""
    wanted = words.casefold().split()
    kept = []
    for section in found:
        shelves = tuple(
            Shelf(shelf.title, entries, shelf.rare)
            for shelf in section.shelves
            if (entries := tuple(entry for entry in shelf.entries if _fits(entry, wanted, on_form=on_form)))
        )
        kept += [replace(section, shelves=shelves)] if shelves else []
    return kept


def entry(document: Raw, place: str) -> Entry | None:
    """Return one field, or None where the API has no such place."""
    node = at(operation.tree(), concrete(place)) if place.startswith("/") else None
    return _entry(document, place, node, depth=0) if node else None


def around(document: Raw, place: str) -> str:
    """Return the nearest place above that is a field itself, or nothing."""
    tokens = pointers.split(place)
    above = (pointers.join(*tokens[:length]) for length in range(len(tokens) - 1, 0, -1))
    return next((other for other in above if other in document["fields"]), "")


def label(place: str) -> str:
    """Return what a place is called: "Image", "Each subnet", "Variable HF_TASK"."""
    tokens = pointers.split(place)
    if tokens[-1:] == (EACH,):
        word = names.entry(concrete(pointers.join(*tokens[:-1])))
        return f"Each {word[:1].lower()}{word[1:]}"
    known = concrete(place)
    return names.parts(known)[-1] if at(operation.tree(), known) else place


def called(document: Raw, place: str) -> str:
    """Return what a form calls a place: in words of its own, else as the wizard does."""
    own = document["fields"].get(place, {}).get("label")
    return own if isinstance(own, str) and own else label(place)


def _shelves(document: Raw, step: StepLayout, root: str, *, several: bool = True) -> tuple[Shelf, ...]:
    shelves = []
    for group in step.groups:
        if group.if_set or (step.role == "list" and not several):
            continue
        places = [place.replace(f"/{containers.ANY}", root) for place in group.places if place.startswith("/")]
        places = [place for place in places if place != f"/{containers.LISTED}"]
        entries = tuple(found for place in places for found in _walk(document, place, depth=0))
        shelves += [Shelf(group.title, entries, group.folded)] if entries else []
    others = tuple(found for place in _unplaced(step, root) for found in _walk(document, place, depth=0))
    return (*shelves, Shelf(_OTHERS, others, rare=True)) if others else tuple(shelves)


def _unplaced(step: StepLayout, root: str) -> list[str]:
    """Return what the API has and the wizard does not know of a container, or of the request on the first screen."""
    if step.role not in ("container", "first"):
        return []
    node = at(operation.tree(), concrete(root))
    base = f"/{containers.ANY}" if root else ""
    groups = (group for one in operation.WIZARD.steps for group in one.groups)
    known = {place for group in groups for place in group.places} | {f"/{containers.PRIMARY}", f"/{containers.LISTED}"}
    members = node.members if isinstance(node, Structure) else {}
    return [root + pointers.join(name) for name in members if base + pointers.join(name) not in known]


def _walk(document: Raw, place: str, *, depth: int) -> Iterator[Entry]:
    node = at(operation.tree(), concrete(place))
    if node is None:
        return
    yield _entry(document, place, node, depth=depth)
    for below in _below(document, place, node):
        yield from _walk(document, below, depth=depth + 1)


def _below(document: Raw, place: str, node: Node) -> list[str]:
    match node:
        case Structure():
            return [place + pointers.join(name) for name in node.members]
        case ListOf() if isinstance(node.item, Structure):
            return [f"{place}/{EACH}" + pointers.join(name) for name in node.item.members]
        case ListOf():
            return [f"{place}/{EACH}"]
        case MapOf():
            level = len(pointers.split(place)) + 1
            inside = (one for one in document["fields"] if one.startswith(f"{place}/"))
            return [one for one in inside if len(pointers.split(one)) == level]
        case _:
            return []


def _entry(document: Raw, place: str, node: Node, *, depth: int) -> Entry:
    asked = names.asked(concrete(place))
    raw = document["fields"].get(place)
    above = around(document, place) if raw is None else ""
    return Entry(
        place=place,
        label=called(document, place),
        name=pointers.split(place)[-1],
        help=asked.help,
        depth=depth,
        kind=_kind(node),
        says=f"Goes with {called(document, above)}" if above else said(raw, free=bool(document.get("free"))),
        mode=PART if above else mode(raw),
        hidden=bool(raw) and raw.get("show") == "hidden",
        takes_keys=isinstance(node, MapOf),
    )


def _kind(node: Node) -> str:
    match node:
        case Text(choices=()):
            return "text"
        case Text():
            return f"one of {len(node.choices)} values"
        case Whole():
            return "number"
        case Flag():
            return "yes or no"
        case ListOf():
            return "list"
        case MapOf():
            return "keys and values"
        case Structure():
            return "all of it"


def _strange(document: Raw) -> list[Section]:
    """Return the fields of the document that the API has no place for, so that they can be taken away."""
    strange = [place for place in document["fields"] if entry(document, place) is None]
    entries = tuple(_strange_entry(document, place) for place in strange)
    return [Section(_STRANGE, (Shelf(_STRANGE, entries),))] if entries else []


def _strange_entry(document: Raw, place: str) -> Entry:
    raw = document["fields"][place]
    return Entry(place=place, label=place, name=place, help="", depth=0, kind="unknown", says=said(raw), mode=mode(raw))


def _fits(found: Entry, wanted: list[str], *, on_form: bool) -> bool:
    if on_form and found.mode in (OFF, PART):
        return False
    return all(word in found.haystack for word in wanted)
