"""What stands at a place whose value is not in the text?

It must not be lost, and must not be taken for a value. A text that AWS would refuse there stays a text, so that its
control can be typed over; anything else is an object, which no place for a single value takes.
"""

from __future__ import annotations

import re

from models_ui.contract import words
from models_ui.contract.json_types import Json
from models_ui.contract.patterns import portable
from models_ui.contract.tree import Node, Text

_LONGEST = 200
_NAME = re.compile(r"[\w.$:@\[\]'\"-]{1,60}\Z", re.ASCII)


def placeholder(node: Node | None, text: str) -> Json:
    """Return what keeps the place of a reference until somebody enters the value. The contract finds it at fault."""
    short = " ".join(text.split())[:_LONGEST]
    marked = short if "{{" in short else f"{{{{ {short} }}}}"
    if isinstance(node, Text) and _is_refused(node, marked):
        return marked
    return {"reference": marked}


def called(text: str) -> str:
    """Return how a sentence names a reference: only a plain name is repeated, for anything else may hold a secret."""
    return words.shown(text) if _NAME.match(text) else "an expression"


def _is_refused(node: Text, text: str) -> bool:
    if node.choices:
        return text not in node.choices
    pattern = portable(node.pattern) if node.pattern else None
    return pattern is not None and re.search(pattern, text) is None
