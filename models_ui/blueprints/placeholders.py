"""Which words stand in braces, and what does a text say once they are replaced?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from models_ui.contract.json_types import Json

NAMES = ("team", "user", "date", "name")
# A brace that stands for itself is written twice; what is neither that nor a word in braces is a slip.
_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_TWICE = {"{{": "{", "}}": "}"}


def strangers(text: str) -> list[str]:
    """Return what stands in braces without being a placeholder, lone braces among it."""
    known = {*_TWICE, *(f"{{{name}}}" for name in NAMES)}
    return [token for token in _TOKEN.findall(text) if token not in known]


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return the text with its placeholders replaced. Raises KeyError for what `strangers` tells."""
    return _TOKEN.sub(lambda found: _TWICE.get(found[0]) or words[found[0][1:-1]], text)


def filled_in(value: Json, words: Mapping[str, str]) -> Json:
    """Return a value with the placeholders of all texts in it replaced; names of members stay. Raises as `filled`."""
    if isinstance(value, str):
        return filled(value, words)
    if isinstance(value, list):
        return [filled_in(entry, words) for entry in value]
    if isinstance(value, dict):
        return {name: filled_in(entry, words) for name, entry in value.items()}
    return value
