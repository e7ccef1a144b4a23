"""What does a button do: add, remove or move an entry, or put a finding right?

An action is a verb, a colon and a place: the dotted name of a control, or a JSON Pointer where no control has one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, at, below
from models_ui.form import coining, containers, images, limits, marking, names, operation, variables
from models_ui.form.layouts.pieces import Layout
from models_ui.form.limits import full, unshown
from models_ui.form.marks import GONE, NOTHING, Rough
from models_ui.form.suffixes import Fresh
from models_ui.form.taken import Taken, taken
from models_ui.form.values import fits
from models_ui.form.writing import found, written

Place = tuple[str, ...]
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Done:
    """The request after an action, what is to be said, and the id of the control that takes the focus."""

    rough: dict[str, Rough]
    said: tuple[str, ...] = ()
    focus: str = ""
    # What can be put back afterwards, if anything; and which entry changed its place.
    out: Taken | None = None
    moved: Place = ()


def act(
    rough: dict[str, Rough],
    action: str,
    *,
    owns: Callable[[Place], bool],
    findings: Sequence[Finding] = (),
    layout: Layout = operation.WIZARD,
    fresh: Fresh | None = None,
    masked: frozenset[str] = frozenset(),
) -> Done:
    """Return what an action makes of a request under way. One that means nothing on this screen changes nothing.

    `owns` says which places the screen may change; `findings` are those whose fixes it shows,
    `layout` the form that it belongs to; `fresh` is what a new suffix is made of. What is `masked` from the person stays
    so.
    """
    verb, _, target = action[:_LONGEST].partition(":")
    place = _place(rough, target)
    if not place or not owns(place):
        return Done(rough)
    if verb == "fix":
        return _fix(rough, place, [finding for finding in findings if finding.fix], owns)
    if verb in coining.VERBS:
        return _coin(rough, place, verb, layout, fresh)
    if verb == variables.SUGGEST:
        return _suggested(rough, place, layout)
    if verb in variables.REWRITES:
        return Done(variables.rewritten(rough, place, verb), focus=f"{names.control_id(pointers.join(*place))}-value")
    if verb in _MARKS:
        return _marked(rough, place, verb, layout) if pointers.join(*place) not in masked else Done(rough)
    return _VERBS[verb](rough, place, layout) if verb in _VERBS else Done(rough)


def _place(rough: dict[str, Rough], target: str) -> Place | None:
    """Return the tokens of the place that a target names, the key of a map's entry instead of its position."""
    if target.startswith("/"):
        return pointers.split(target)
    node: Node | None = operation.tree()
    place: Place = ()
    for name in target.split("."):
        entries = found(rough, place)
        token = _key(entries, name) if isinstance(node, MapOf) else name
        if token is None:
            return None
        node, place = below(node, token), (*place, token)
    return place


def _key(entries: Rough, position: str) -> str | None:
    keys = list(entries) if isinstance(entries, dict) else []
    try:
        return str(keys[pointers.index(position)])
    except LookupError:
        return None


def _add(rough: dict[str, Rough], place: Place, layout: Layout) -> Done:
    node, entries = at(operation.tree(), pointers.join(*place)), found(rough, place)
    if not isinstance(node, ListOf | MapOf) or entries is not NOTHING and not fits(node, entries):
        return Done(rough)
    if reason := full(node, pointers.join(*place), _count(entries), layout):
        return Done(rough, (reason,))
    if isinstance(node, MapOf):
        return _add_key(rough, place, {} if entries is NOTHING else entries)
    blank = layout.begun.get(pointers.join(*place), _blank(node.item, (*place, "0"), layout))
    new = [*([] if entries is NOTHING else entries), blank]
    row = (*place, str(_count(entries)))
    return Done(_write(rough, place, new), focus=names.control_id(pointers.join(*first(node.item, row))))


def _add_key(rough: dict[str, Rough], place: Place, entries: dict[str, Rough]) -> Done:
    """Add an entry with the empty key. A map holds one of them, so it must be named before there can be another."""
    focus = names.control_id(pointers.join(*place, ""))
    if "" in entries:
        return Done(rough, ("Fill in the empty row first.",), focus)
    return Done(_write(rough, place, {**entries, "": ""}), focus=focus)


def _blank(item: Node, place: Place, layout: Layout) -> Rough:
    """Return a new entry: what its controls mean while they are empty."""
    if not isinstance(item, Structure):
        return ""
    blanks = (name for name in item.members if names.asked(pointers.join(*place, name), layout).blank)
    return dict.fromkeys(blanks, "")


def first(item: Node, place: Place) -> Place:
    """Return the place of the first control of an entry; a container has a screen of its own."""
    if not isinstance(item, Structure) or not item.members or place[:-1] == (containers.LISTED,):
        return place
    name = next(iter(item.members))
    return first(item.members[name], (*place, name))


def _remove(rough: dict[str, Rough], place: Place, layout: Layout) -> Done:
    if found(rough, place) is NOTHING:
        return Done(rough)
    pointer = pointers.join(*place)
    after = _write(rough, place, GONE)
    out = _out(rough, place[:-1], [_position(found(rough, place[:-1]), place[-1])], names.label(pointer, layout))
    return Done(after, (out.said,), _focus_after(after, place), out)


def _out(rough: dict[str, Rough], whole: Place, at: list[int], name: str, verb: str = "is") -> Taken:
    """Return what is taken out of a list, map or structure, so that it can be put back."""
    entries = found(rough, whole)
    return Taken(
        step="",
        whole=pointers.join(*whole),
        is_list=isinstance(entries, list),
        entries=taken(entries, at),
        said=f"{name} {verb} removed.",
        back=f"{name} {verb} back.",
        stuck=f"{name} cannot be put back",
    )


def _position(entries: Rough, token: str) -> int:
    return pointers.index(token) if isinstance(entries, list) else list(entries).index(token)


def _remove_unshown(rough: dict[str, Rough], place: Place, _layout: Layout) -> Done:
    """Take out the entries for which the screen has no room, as it was before."""
    node, entries = at(operation.tree(), pointers.join(*place)), found(rough, place)
    if not isinstance(node, ListOf | MapOf) or entries is NOTHING or not fits(node, entries):
        return Done(rough)
    gone = unshown(node, entries)
    if isinstance(entries, dict):
        after: Rough = {key: GONE if index in gone else entry for index, (key, entry) in enumerate(entries.items())}
    else:
        after = [GONE if index in gone else entry for index, entry in enumerate(entries)]
    focus = f"{names.control_id(pointers.join(*place))}-add"
    if not gone:
        return Done(rough, focus=focus)
    out = _out(rough, place, gone, f"{len(gone):,}", "are")
    return Done(_write(rough, place, after), (out.said,), focus, out)


def _focus_after(rough: dict[str, Rough], place: Place) -> str:
    """Return the id of the next entry's remove button, else that of the button that adds one."""
    parent = place[:-1]
    entries = found(rough, parent)
    if isinstance(entries, list):
        index = pointers.index(place[-1])
        count = sum(entry is not GONE for entry in entries[:index])
        row = (*parent, str(count)) if any(entry is not GONE for entry in entries[index:]) else None
    elif isinstance(at(operation.tree(), pointers.join(*parent)), MapOf):
        keys = list(entries)
        later = keys[keys.index(place[-1]) :]
        row = next(((*parent, key) for key in later if entries[key] is not GONE), None)
    else:
        return names.control_id(pointers.join(*place))
    button = f"{names.control_id(pointers.join(*row))}-remove" if row else ""
    return button or f"{names.control_id(pointers.join(*parent))}-add"


def _move(rough: dict[str, Rough], place: Place, layout: Layout, by: int) -> Done:
    parent, entries = place[:-1], found(rough, place[:-1])
    if not isinstance(entries, list) or found(rough, place) is NOTHING:
        return Done(rough)
    index = pointers.index(place[-1])
    other = index + by
    if not 0 <= other < len(entries):
        return Done(rough)
    new = list(entries)
    new[index], new[other] = new[other], new[index]
    row = names.control_id(pointers.join(*parent, other))
    said = f"{names.label(pointers.join(*place), layout)} is now number {other + 1}."
    return Done(_write(rough, parent, new), (said,), f"{row}-{'up' if by < 0 else 'down'}", moved=place)


def _marked(rough: dict[str, Rough], place: Place, verb: str, layout: Layout) -> Done:
    after, said = _MARKS[verb](rough, place, layout)
    return Done(after, (said,) if said else (), f"{names.control_id(pointers.join(*place))}-mark" if said else "")


def _suggested(rough: dict[str, Rough], place: Place, layout: Layout) -> Done:
    whole = pointers.join(*place[:-1])
    node, entries = at(operation.tree(), whole), found(rough, place[:-1])
    if not isinstance(node, MapOf) or entries is not NOTHING and not fits(node, entries):
        return Done(rough)
    focus = f"{names.control_id(pointers.join(*place))}-value"
    there = found(rough, place) is not NOTHING
    if not there and (reason := full(node, whole, _count(entries), layout)):
        return Done(rough, (reason,))
    value = variables.filled(place[-1])
    return Done(rough if there else _write(rough, place, value), variables.told(place[-1], value, there=there), focus)


def _fix(rough: dict[str, Rough], place: Place, findings: Sequence[Finding], owns: Callable[[Place], bool]) -> Done:
    fix = next((finding.fix for finding in findings if finding.pointer == pointers.join(*place)), None)
    target = pointers.split(fix.pointer) if fix else ()
    if fix is None or not target or not owns(target):
        return Done(rough)
    after = _write(rough, target, GONE if fix.remove else fix.value)
    return Done(after, focus=names.control_id(fix.pointer))


def _coin(rough: dict[str, Rough], place: Place, verb: str, layout: Layout, fresh: Fresh | None) -> Done:
    pointer, value = pointers.join(*place), found(rough, place)
    if not names.asked(pointer, layout).coined or value is not NOTHING and not isinstance(value, str):
        return Done(rough)
    coined = coining.coined("" if value is NOTHING else value, verb, rough, most=limits.longest(pointer), fresh=fresh)
    after = _write(rough, place, coined.name) if coined.name else rough
    return Done(after, coined.said, names.control_id(pointer))


def _write(rough: dict[str, Rough], place: Place, value: Rough) -> dict[str, Rough]:
    """Return the request with a value at a place, or as it was where something else stands in the way."""
    try:
        after: dict[str, Rough] = written(operation.tree(), rough, place, value)
    except LookupError:
        return rough
    return after


def _count(entries: Rough) -> int:
    values = entries.values() if isinstance(entries, dict) else [] if entries is NOTHING else entries
    return sum(value is not GONE for value in values)


_MARKS = {"mark": marking.mark, "unmark": marking.unmark}


def _stay(rough: dict[str, Rough], place: Place, _layout: Layout) -> Done:
    """Go to the control that was filled from elsewhere."""
    return Done(rough, focus=names.control_id(pointers.join(*place)))


_VERBS: Mapping[str, Callable[[dict[str, Rough], Place, Layout], Done]] = {
    "add": _add,
    "remove": _remove,
    "remove-unshown": _remove_unshown,
    images.CHOSEN: _stay,
    "up": lambda rough, place, layout: _move(rough, place, layout, -1),
    "down": lambda rough, place, layout: _move(rough, place, layout, 1),
}
