"""Does the contract take a value at a place, looked at alone?"""

from __future__ import annotations

from functools import lru_cache

from models_ui.contract import create_model
from models_ui.contract.engines import Quick
from models_ui.contract.json_types import Json
from models_ui.contract.tree import Node


def accepts(node: Node, value: Json, *, whole: bool = True) -> bool:
    """Say whether a value may stand where this node describes; of a part of a list or map, how many there are is not asked."""
    faults = _engine(node.name).faults(value)
    return not any(whole or fault.place or fault.keyword not in ("minItems", "minProperties") for fault in faults)


@lru_cache(maxsize=128)
def _engine(name: str) -> Quick:
    return Quick({**create_model.schema(), "$ref": f"#/$defs/{name}"})
