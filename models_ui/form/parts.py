"""Which items does a part of a request make on a screen: its controls, its lists, and what is said of it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models_ui.contract import pointers
from models_ui.contract.tree import ListOf, MapOf, Node, Structure
from models_ui.contract.words import legible
from models_ui.form import designed, names
from models_ui.form.controls import field, part
from models_ui.form.layouts.pieces import DESIGNED
from models_ui.form.links import links
from models_ui.form.marks import NOTHING
from models_ui.form.rows import listed
from models_ui.form.screen import Screen
from models_ui.form.steps import meant
from models_ui.form.views import EntryView, FieldView, Item, NoteView

_NAMED = 4
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Placed:
    """An item, its place, and whether it is shown at once: else it is folded under "More settings"."""

    item: Item
    pointer: str
    visible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """The items of a group or of an entry, sorted into what is shown at once and what is folded away."""

    items: tuple[Item, ...]
    more: tuple[Item, ...]
    more_names: str
    parts: tuple[FieldView, ...]


def each(screen: Screen, pattern: str) -> Iterator[tuple[Screen, str]]:
    """Yield the places that a pattern of the layout means, each with the screen as it draws this place."""
    for pointer in meant(screen.step, screen.document, pattern):
        stands = designed.home(screen.layout, pointer)
        own = stands if screen.step.screen.role in DESIGNED else None
        yield replace(screen, drawn=own), pointer


def placed(screen: Screen, node: Node, pointer: str, *, top: str, parent: Structure | None = None) -> Iterator[Placed]:
    """Yield the items of a place and of all that is below it, in the order of the contract. `top` is where the group or
    entry begins: what is said above it of being folded does not count."""
    if screen.is_stray(node, pointer):
        return
    if isinstance(node, Structure):
        yield from _structure(screen, node, pointer, top)
        return
    if not screen.draws(pointer):
        return
    item: Item
    if isinstance(node, ListOf | MapOf):
        item = links(screen, node, pointer) or listed(
            screen, node, pointer, entry=lambda whole, place: _entry(screen, whole, place)
        )
    else:
        item = field(screen, node, pointer, parent)
    is_set = screen.value(pointer) is not NOTHING and not _is_told(screen, pointer)
    yield Placed(item, pointer, is_set or bool(item.notes) or _shows(screen, pointer, top))


def folded(screen: Screen, found: Sequence[Placed], parts: Sequence[str]) -> Folded:
    """Return the items of a group sorted, with the controls that send or take out whole parts."""
    more = [placed for placed in found if not placed.visible]
    return Folded(
        items=tuple(placed.item for placed in found if placed.visible),
        more=tuple(placed.item for placed in more),
        more_names=_names(screen, [placed.pointer for placed in more]) or "send a part empty, leave a part out",
        parts=tuple(part(screen, pointer) for pointer in parts if designed.may_go(screen.step, pointer)),
    )


def optional_parts(screen: Screen, node: Node, pointer: str, *, required: bool = False) -> Iterator[str]:
    """Yield the places of the parts that a request may have or not, down to the entries of lists."""
    if not isinstance(node, Structure | ListOf | MapOf) or screen.is_stray(node, pointer):
        return
    if not required and screen.draws(pointer):
        yield pointer
    if isinstance(node, Structure):
        for name, member in node.members.items():
            yield from optional_parts(screen, member, f"{pointer}/{name}", required=name in node.required)


def _structure(screen: Screen, node: Structure, pointer: str, top: str) -> Iterator[Placed]:
    members = [
        found
        for name, member in node.members.items()
        for found in placed(screen, member, pointer + pointers.join(name), top=top, parent=node)
    ]
    if screen.draws(pointer) and (notes := screen.notes.take(pointer)):
        yield Placed(NoteView(id=names.control_id(pointer), notes=notes), pointer, visible=True)
    yield from members


def _entry(screen: Screen, node: Structure, pointer: str) -> EntryView:
    """Return one entry of a list that is too large for a line."""
    whole, _, index = pointer.rpartition("/")
    entries = screen.value(whole)
    title = f"{screen.entry(whole)} {int(index) + 1}"
    found = [
        item
        for name, member in node.members.items()
        for item in placed(screen, member, f"{pointer}/{name}", top=f"{pointer}/{name}", parent=node)
    ]
    fold = folded(screen, found, list(optional_parts(screen, node, pointer, required=True)))
    return EntryView(
        id=names.control_id(pointer),
        title=title,
        known=_known(screen, node, pointer),
        items=fold.items,
        more=fold.more,
        more_names=fold.more_names,
        parts=fold.parts,
        notes=screen.notes.take(pointer),
        remove="" if screen.fixed(whole) else f"remove:{names.control_name(pointer)}",
        remove_label=f"Remove {title[:1].lower()}{title[1:]}",
        name=names.control_name(pointer),
        first=index == "0",
        last=int(index) == len(entries) - 1,
    )


def _known(screen: Screen, node: Structure, pointer: str) -> str:
    """Return what an entry is known by, short and with nothing invisible: the text that its kind begins with."""
    value = screen.value(f"{pointer}/{next(iter(node.members), '')}")
    return legible(value[:_LONGEST_NAME]) if isinstance(value, str) else ""


def _is_told(screen: Screen, pointer: str) -> bool:
    """Say whether the answer to a question says what a place holds."""
    question = screen.asked(pointer).told_by
    return bool(question) and screen.answer(question) in {
        value for value, *_ in screen.layout.questions[question].choices
    }


def _shows(screen: Screen, pointer: str, top: str) -> bool:
    """Say whether a place that is not set is shown at once. The nearest place that the layout says anything of decides,
    from the place itself up to where the group begins."""
    place = pointer
    while True:
        asked = screen.asked(place)
        if asked.told_by and _is_told(screen, place):
            return False
        if asked.visible_when:
            return screen.holds(asked.visible_when)
        if asked.more or place == top:
            return not asked.more
        place = place.rpartition("/")[0]


def _names(screen: Screen, places: Sequence[str]) -> str:
    """Return what "More settings" names: a few labels, and how many there are besides."""
    labels = list(dict.fromkeys(_lower(screen.asked(place).label) for place in places))
    rest = len(labels) - _NAMED
    return ", ".join([*labels[:_NAMED], *([f"{rest} more"] if rest > 0 else [])])


def _lower(label: str) -> str:
    return label if not label[1:2].islower() else label[:1].lower() + label[1:]
