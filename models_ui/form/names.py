"""What are the controls of a place called, for browsers and for people?"""

from __future__ import annotations

import re
from collections.abc import Callable

from models_ui.contract import pointers
from models_ui.contract.tree import ListOf, MapOf, Node, below
from models_ui.form import containers, operation
from models_ui.form.layouts.pieces import Asked, Layout

_UNSAFE = re.compile(r"[^A-Za-z0-9_]")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


def control_id(pointer: str) -> str:
    """Return the HTML id of the control of a place; of a map entry that of its key, of a list that of the whole.

    An entry of a map is known by its key and not by its position, so that it keeps its id when one above it goes. Other
    characters than letters, digits and `_` are written as `~` and their number: an address needs no escape, and what comes
    after a `-` is an element of ours beside the control.
    """
    return ".".join([_UNSAFE.sub(_numbered, token) or "~" for token in pointers.split(pointer)])


def control_name(pointer: str) -> str:
    """Return the name under which the control of a place posts.

    An entry of a map has another one: its number in the place of its key, then `.key` or `.value`.
    """
    return ".".join(pointers.split(pointer))


def pattern(pointer: str) -> str:
    """Return the pattern by which the layout knows a place."""
    node: Node | None = operation.tree()
    tokens: list[str] = []
    for token in pointers.split(pointer):
        tokens.append("*" if isinstance(node, ListOf | MapOf) else token)
        node = below(node, token)
    if tokens[:2] == [containers.LISTED, "*"] and len(tokens) > 2:
        tokens[:2] = [containers.ANY]
    elif tokens[:1] == [containers.PRIMARY] and len(tokens) > 1:
        tokens[:1] = [containers.ANY]
    return pointers.join(*tokens)


def asked(pointer: str, layout: Layout = operation.WIZARD) -> Asked:
    """Return the texts of a place: those of the layout, else a label made of the member's own name."""
    found = (layout.own.at(pointer) if layout.own else None) or layout.asked.get(pattern(pointer))
    return found or Asked(label=spelled(pointers.split(pointer)[-1] if pointer else "Request"))


def label(pointer: str, layout: Layout = operation.WIZARD) -> str:
    """Return what a place is called: "Image", "Subnet 2", "Tag 3: Key", "Variable HF_TOKEN".

    Which container it is in is not said.
    """
    return ": ".join(parts(pointer, layout=layout))


def parts(pointer: str, *, key: Callable[[str], str] = str, layout: Layout = operation.WIZARD) -> list[str]:
    """Return the entries on the way to a place and what it is called itself; `key` says how a key of a map is written."""
    tokens = pointers.split(pointer)
    node: Node | None = operation.tree()
    found: list[str] = []
    for depth, token in enumerate(tokens):
        if isinstance(node, MapOf):
            found.append(f"{entry(pointers.join(*tokens[:depth]), layout)} {key(token)}".strip())
        elif isinstance(node, ListOf) and tokens[0] == containers.LISTED and depth == 1 and len(tokens) == 2:
            found.append(f"Container {_number(token)}")
        elif isinstance(node, ListOf) and not (tokens[0] == containers.LISTED and depth == 1):
            found.append(f"{entry(pointers.join(*tokens[:depth]), layout)} {_number(token)}")
        node = below(node, token)
    if found and layout.own and (own := layout.own.at(pointer)):
        return [*(found[:-1] if _is_entry(tokens) else found), own.label]
    return found if found and _is_entry(tokens) else [*found, asked(pointer, layout).label]


def entry(pointer: str, layout: Layout = operation.WIZARD) -> str:
    """Return what one entry of a list or map is called, with a capital: "Variable"."""
    found = asked(pointer, layout)
    return found.item or found.label


def spelled(member: str) -> str:
    """Return a member's name as words: "MaxRuntimeInSeconds" is "Max runtime in seconds"."""
    words = _WORD.findall(member)
    lower = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    text = " ".join(lower)
    return text[:1].upper() + text[1:] if text else member


def _numbered(character: re.Match[str]) -> str:
    return f"~{ord(character[0]):x}~"


def _number(token: str) -> str:
    """Return the position of an entry as people count."""
    return str(int(token) + 1) if token.isascii() and token.isdecimal() and len(token) < 10 else token


def _is_entry(tokens: tuple[str, ...]) -> bool:
    """Say whether a place is an entry of a list or map itself, not a member of one."""
    node: Node | None = operation.tree()
    for token in tokens[:-1]:
        node = below(node, token)
    return isinstance(node, ListOf | MapOf)
