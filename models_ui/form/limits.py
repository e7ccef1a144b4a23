"""In which words does the form say what the contract allows at a place?"""

from __future__ import annotations

from models_ui.contract.tree import ListOf, MapOf, Node, Structure, Text, Whole, at
from models_ui.contract.words import capital
from models_ui.form import names, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.marks import GONE, NOTHING, Rough
from models_ui.form.values import fits

# Entries that one screen shows, on a line each or as parts: more than AWS takes, so that only a paste is cut short.
# Thousands would be pages of many megabytes, whose posts no server takes.
MOST_LINES = 200
MOST_PARTS = 20
_PAIR = 2


def is_on_a_line(item: Node) -> bool:
    """Say whether an entry has its place on one line: a single value, or a key and a value."""
    if isinstance(item, Structure):
        return len(item.members) == _PAIR and all(
            isinstance(member, Text) and not member.choices for member in item.members.values()
        )
    return True


def most_shown(node: ListOf | MapOf) -> int:
    """Return how many entries of a list or map one screen shows."""
    return MOST_LINES if isinstance(node, MapOf) or is_on_a_line(node.item) else MOST_PARTS


def unshown(node: ListOf | MapOf, entries: Rough) -> list[int]:
    """Return the positions of the entries of a list or map that a screen has no room for."""
    return fitting(node, entries)[most_shown(node) :]


def fitting(node: ListOf | MapOf, entries: Rough) -> list[int]:
    """Return the positions of the entries that a control can show."""
    item = node.value if isinstance(node, MapOf) else node.item
    values = entries.values() if isinstance(entries, dict) else () if entries is NOTHING else entries
    return [index for index, entry in enumerate(values) if entry is GONE or fits(item, entry)]


def most(node: ListOf | MapOf, pointer: str, layout: Layout = operation.WIZARD) -> int | None:
    """Return how many entries a person may make; those that are kept for us are taken off."""
    return None if node.maximum is None else node.maximum - names.asked(pointer, layout).reserved


def full(node: ListOf | MapOf, pointer: str, count: int, layout: Layout = operation.WIZARD) -> str:
    """Return the reason why there may be no further entry, or nothing."""
    maximum = most(node, pointer, layout)
    if maximum is None or count < maximum:
        return ""
    return f"There may be {_number(maximum, names.entry(pointer, layout))}. Remove one to add another."


def room(node: ListOf | MapOf, pointer: str, count: int, layout: Layout = operation.WIZARD) -> str:
    """Return how many entries may still be added, or nothing where there is no limit."""
    maximum = most(node, pointer, layout)
    if maximum is None or count >= maximum:
        return ""
    return f"You can add {maximum - count} more" if count else f"Up to {_number(maximum, names.entry(pointer, layout))}"


def longest(pointer: str) -> int:
    """Return how long the text at a place may be; 0 where there is no limit."""
    node = at(operation.tree(), pointer)
    return node.maximum or 0 if isinstance(node, Text) else 0


def constraint(node: Node) -> str:
    """Return the sentence about what a single value may be, as far as the contract limits it."""
    match node:
        case Text(choices=()):
            return _range(node, "character")
        case Whole():
            return _range(node, "")
        case _:
            return ""


def form(node: Node) -> str:
    """Return which characters a single value may hold, where the contract lists them."""
    said = operation.forms().get(node.name, "") if isinstance(node, Text) else ""
    return capital(said) if said.startswith("may hold") else ""


def _range(node: Text | Whole, unit: str) -> str:
    least = node.minimum or 0
    floor = 1 if isinstance(node, Text) else 0
    if node.maximum is None:
        return f"At least {_number(least, unit)}" if least > floor else ""
    if least > floor:
        return f"{least:,} to {_number(node.maximum, unit)}"
    return f"Up to {_number(node.maximum, unit)}"


def _number(count: int, unit: str) -> str:
    words = unit[:1].lower() + unit[1:]
    return f"{count:,} {words}{'' if count == 1 else 's'}" if words else f"{count:,}"
