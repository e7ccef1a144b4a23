"""How are the entries of a list or map shown, each on one line or each as a part of its own?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models_ui.contract import pointers
from models_ui.contract.secrets import is_secret
from models_ui.contract.tree import ListOf, MapOf, Node, Structure
from models_ui.form import environment, limits, names
from models_ui.form.controls import field
from models_ui.form.marks import NOTHING, Rough
from models_ui.form.screen import Screen
from models_ui.form.views import EntryView, FieldView, ListView, RowView

# Where an area does not grow by itself.
_MOST_LINES = 16


def listed(
    screen: Screen, node: ListOf | MapOf, pointer: str, *, entry: Callable[[Structure, str], EntryView]
) -> ListView:
    """Return a list or map with its entries. `entry` makes the view of one that is too large for a line."""
    value = screen.value(pointer)
    rows: tuple[RowView, ...] = ()
    parts: tuple[EntryView, ...] = ()
    shown = [at for at in limits.fitting(node, value) if screen.draws(_place(pointer, value, at))][
        : limits.most_shown(node)
    ]
    if isinstance(node, MapOf):
        rows = _variables(screen, pointer, value, shown)
    elif limits.is_on_a_line(node.item):
        rows = tuple(_line(screen, node.item, f"{pointer}/{index}", index + 1) for index in shown)
    elif isinstance(node.item, Structure):
        item = node.item
        parts = tuple(entry(item, f"{pointer}/{index}") for index in shown)
    return _around(screen, node, pointer, rows, parts)


def _place(pointer: str, entries: Rough, index: int) -> str:
    """Return the place of an entry; that of a map's is its key."""
    return pointer + pointers.join(list(entries)[index] if isinstance(entries, dict) else index)


def _around(
    screen: Screen,
    node: ListOf | MapOf,
    pointer: str,
    rows: tuple[RowView, ...],
    entries: tuple[EntryView, ...],
) -> ListView:
    asked, item, value = screen.asked(pointer), screen.entry(pointer), screen.value(pointer)
    count = 0 if value is NOTHING else len(value)
    return ListView(
        kind="entries" if entries or isinstance(node, ListOf) and not limits.is_on_a_line(node.item) else "rows",
        name=names.control_name(pointer),
        id=names.control_id(pointer),
        pointer=pointer,
        label=asked.label,
        rows=tuple(replace(row, remove="") for row in rows) if screen.fixed(pointer) else rows,
        entries=entries,
        unshown=len(limits.unshown(node, value)),
        fixed=screen.fixed(pointer),
        add_label=f"Add {'an' if item[:1] in 'AEIOU' else 'a'} {item[:1].lower()}{item[1:]}",
        full=limits.full(node, pointer, count, screen.layout),
        room=limits.room(node, pointer, count, screen.layout),
        help=asked.help,
        example=asked.example,
        where=asked.where,
        notes=screen.notes.take_below(pointer),
        editor=environment.editor(screen, pointer, rows) if isinstance(node, MapOf) else None,
    )


def _line(screen: Screen, item: Node, pointer: str, number: int) -> RowView:
    """Return one entry of a list as one or two controls. Which entry it is, their hidden labels say."""
    word = screen.entry(pointer.rpartition("/")[0])
    if isinstance(item, Structure):
        members = [
            (member, f"{pointer}/{name}", f"{screen.asked(f'{pointer}/{name}').label} {number}")
            for name, member in item.members.items()
            if not screen.is_stray(member, f"{pointer}/{name}")
        ]
        parent: Structure | None = item
    else:
        members, parent = [(item, pointer, f"{word} {number}")], None
    fields = tuple(_bare(field(screen, member, place, parent), label) for member, place, label in members)
    title = (fields[0].value if fields else "") or f"{word[:1].lower()}{word[1:]} {number}"
    return _row(screen, pointer, fields, remove=f"remove:{names.control_name(pointer)}", title=title)


def _bare(view: FieldView, label: str) -> FieldView:
    """Return a control as it stands in a row: help and hints stand once, above the rows."""
    return replace(view, label=label, help="", example="", hints=(), where="", short=False, remove="", optional=False)


def _variables(screen: Screen, pointer: str, value: Rough, shown: list[int]) -> tuple[RowView, ...]:
    name, entries = names.control_name(pointer), [] if value is NOTHING else list(value.items())
    return tuple(
        _variable(screen, pointer + pointers.join(key), key, entry, name=f"{name}.{index}", number=index + 1)
        for index, (key, entry) in ((index, entries[index]) for index in shown)
    )


def _variable(screen: Screen, pointer: str, key: str, value: str, *, name: str, number: int) -> RowView:
    """Return one entry of a map. A hidden one shows its key, but neither is a control: a new key would unmask it."""
    row = names.control_id(pointer)
    hidden = pointer in screen.masked
    fixed = screen.fixed(pointer)
    notes = screen.notes.take_below(pointer)
    key_view = FieldView(
        control="masked" if hidden else "fixed" if fixed else "area" if "\n" in key or "\r" in key else "input",
        name=f"{name}.key",
        id=row,
        pointer=pointer,
        label=f"Key {number}",
        value=key,
        notes=notes,
        required=True,
    )
    value_view = FieldView(
        control="masked" if hidden else "fixed" if fixed else "area",
        name=f"{name}.value",
        id=f"{row}-value",
        pointer=pointer,
        label=f"Value {number}",
        value="" if hidden else value,
        notes=() if hidden or fixed else environment.notes(value, name),
        lines=min(value.count("\n") + 1, _MOST_LINES),
    )
    title = key or f"variable {number}"
    row_view = _row(screen, pointer, (key_view, value_view), remove="" if fixed else f"remove:{name}", title=title)
    row_view = replace(row_view, long=not hidden and environment.is_long(value))
    if hidden:
        return replace(row_view, secrecy="masked")
    return row_view if fixed else _with_secrecy(screen, row_view, key, value, name=name, title=title)


def _with_secrecy(screen: Screen, view: RowView, key: str, value: str, *, name: str, title: str) -> RowView:
    """Return a row with why it is a secret, or with the button that marks it as one. What looks like a secret has none."""
    if is_secret(key, value):
        return replace(view, secrecy="detected")
    if view.fields[0].pointer in screen.marks:
        return replace(view, secrecy="marked", mark=f"unmark:{name}", mark_label=f"{title} is no secret")
    return replace(view, secrecy="open", mark=f"mark:{name}", mark_label=f"Mark {title} as a secret")


def _row(screen: Screen, pointer: str, fields: tuple[FieldView, ...], *, remove: str, title: str) -> RowView:
    return RowView(
        id=names.control_id(pointer),
        fields=fields,
        notes=screen.notes.take_below(pointer),
        remove=remove,
        remove_label=f"Remove {title}",
    )
