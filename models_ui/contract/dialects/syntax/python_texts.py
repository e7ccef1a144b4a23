"""Which text do `str(1)` and `json.dumps(1)` give, as notebooks write the numbers of an environment?

Nothing is called: of a literal alone it is known what comes of it.
"""

from __future__ import annotations

import ast
import json

from models_ui.contract.loader import GREATEST


def spelt(call: ast.Call, given: dict[str, ast.expr]) -> str | None:
    """Return the text that a call makes of a literal, or of a name that was given one; None for any other call."""
    if len(call.args) != 1 or call.keywords:
        return None
    argument = call.args[0]
    literal = given.get(argument.id) if isinstance(argument, ast.Name) else argument
    value = literal.value if isinstance(literal, ast.Constant) else None
    if not isinstance(value, str | bool | int | float) or not _is_plain(value):
        return None
    match call.func:
        case ast.Name(id="str"):
            return str(value)
        case ast.Attribute(value=ast.Name(id="json"), attr="dumps"):
            return json.dumps(value)
    return None


def _is_plain(value: str | float) -> bool:
    """Say whether a value is written alike by everybody."""
    return isinstance(value, str) or -GREATEST <= value <= GREATEST
