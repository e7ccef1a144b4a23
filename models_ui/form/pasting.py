"""What becomes of variables that were pasted into the box below a map?

The box is no place in the request, so that its text is kept as long as it was not understood.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.tree import MapOf, at
from models_ui.contract.variables.reading import read
from models_ui.contract.words import shown
from models_ui.form import names, operation
from models_ui.form.marks import GONE, NOTHING, Rough
from models_ui.form.values import cleaned, fits
from models_ui.form.writing import found, written

PASTE = "paste:"
# What the control of a box is called, before the name of its map.
BOX = "ask.variables."
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Box:
    """The text of a box, and what of it was not understood."""

    text: str
    errors: tuple[str, ...] = ()


@dataclass(slots=True)
class Boxes:
    """The boxes of a post: those that are to be read, what is left of them, and what is to be said."""

    texts: Mapping[str, str]
    read: Collection[str]
    left: dict[str, Box] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    focus: str = ""


def boxes(post: Mapping[str, str], action: str, *, every: bool) -> Boxes:
    """Return the filled boxes of a post. The one whose button was pressed is read, and every one where somebody leaves."""
    texts = {name.removeprefix(BOX): text for name, text in post.items() if name.startswith(BOX) and text.strip()}
    return Boxes(texts, [name for name in texts if every or action == PASTE + name])


def emptied(
    given: Boxes, rough: dict[str, Rough], *, owns: Callable[[tuple[str, ...]], bool], masked: Collection[str]
) -> dict[str, Rough]:
    """Return the request with the variables of the boxes that are to be read. A box of which anything was not understood
    adds nothing, and keeps its text."""
    for name, text in given.texts.items():
        if name in given.read:
            rough = _emptied(given, rough, name, cleaned(text, spaces=True), owns, masked)
        else:
            given.left[name] = Box(text)
    return rough


def _emptied(
    given: Boxes,
    rough: dict[str, Rough],
    name: str,
    text: str,
    owns: Callable[[tuple[str, ...]], bool],
    masked: Collection[str],
) -> dict[str, Rough]:
    place = tuple(name.split("."))
    entries = _entries(rough, place)
    if entries is None:
        given.left[name] = Box(text, ("There is no place for variables here.",))
        return rough
    pasted = read(text)
    errors = [*pasted.errors, *_closed(pasted.variables, place, owns, masked)]
    if errors:
        given.left[name] = Box(text, tuple(errors))
        given.focus = given.focus or names.control_id(pointers.join(*place)) + "-box"
        return rough
    after = {**entries, **{key: _kept(entries.get(key), value) for key, value in pasted.variables.items()}}
    given.said += [*_told(entries, pasted.variables), *pasted.notes]
    given.focus = given.focus or names.control_id(pointers.join(*place, next(iter(pasted.variables))))
    return dict(written(operation.tree(), rough, place, after))


def _entries(rough: dict[str, Rough], place: tuple[str, ...]) -> dict[str, Rough] | None:
    """Return the entries of a map, None where the place is none, or something else stands there."""
    node = at(operation.tree(), pointers.join(*place))
    value = found(rough, place)
    if not isinstance(node, MapOf) or value is not NOTHING and not fits(node, value):
        return None
    return {} if value is NOTHING else dict(value)


def _closed(
    keys: Collection[str], place: tuple[str, ...], owns: Callable[[tuple[str, ...]], bool], masked: Collection[str]
) -> list[str]:
    """Return what is to be said of keys that this person may not set on this screen."""
    hidden = [key for key in keys if pointers.join(*place, key) in masked]
    fixed = [key for key in keys if not owns((*place, key))]
    return [
        *(f"{shown(key)} is masked for you, so you cannot replace it. Take its line out." for key in hidden),
        *(f"{shown(key)} is set by this form. Take its line out." for key in fixed),
    ]


def _kept(before: Rough, value: str) -> str:
    """Return the value as a secret where it takes the place of one."""
    return Confidential(value) if isinstance(before, Confidential) else value


def _told(before: Mapping[str, Rough], after: Mapping[str, str]) -> list[str]:
    there = {key: value for key, value in before.items() if value is not GONE}
    added = [key for key in after if key not in there]
    replaced = [key for key in after if key in there and there[key] != after[key]]
    same = [key for key in after if key in there and there[key] == after[key]]
    return [
        *([f"Added {_counted(added)}."] if added else []),
        *([f"Replaced {_counted(replaced)}."] if replaced else []),
        *([f"As it was: {_listed(same)}."] if same else []),
    ]


def _counted(keys: Sequence[str]) -> str:
    return f"{len(keys)} variable{'' if len(keys) == 1 else 's'}: {_listed(keys)}"


def _listed(keys: Sequence[str]) -> str:
    """Return the first keys as a sentence lists them, and how many there are besides."""
    rest = len(keys) - _NAMED
    if rest > 0:
        return f"{', '.join(keys[:_NAMED])} and {rest} more"
    return f"{', '.join(keys[:-1])} and {keys[-1]}" if len(keys) > 1 else keys[0]
