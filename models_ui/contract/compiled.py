"""How is what botocore says of an operation kept in the package, and read as a tree?

The file holds what `aws.service_model.read_operation` returns, one shape a line. `manage.py compile_contract` writes it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from models_ui.contract.json_types import Document
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole


def text(model: Document) -> str:
    """Return the text of the file that keeps an operation; one shape a line, so that a change is seen in a diff."""
    shapes = model["shapes"]
    if not isinstance(shapes, dict):
        raise TypeError("shapes is a map from the name of a shape to the shape")
    lines = [f"  {json.dumps(name)}: {json.dumps(shape)}" for name, shape in shapes.items()]
    head = f'{{"operation": {json.dumps(model["operation"])}, "input": {json.dumps(model["input"])}, "shapes": {{\n'
    return head + ",\n".join(lines) + "\n}}\n"


def read(path: Path) -> Structure:
    """Return the tree of the operation that a file keeps."""
    model = json.loads(path.read_text(encoding="utf-8"))
    return structure(model["input"], model["shapes"])


def structure(name: str, shapes: dict[str, Any]) -> Structure:
    """Return the tree below a structure. Raises ValueError for a type of shape that no request has had so far."""
    shape = shapes[name]
    members = {member: node(place["shape"], shapes) for member, place in shape["members"].items()}
    return Structure(name=name, members=members, required=frozenset(shape.get("required", ())))


def node(name: str, shapes: dict[str, Any]) -> Node:
    """Return the tree below a shape. Raises ValueError as `structure` does."""
    shape = shapes[name]
    limits = {"minimum": shape.get("min"), "maximum": shape.get("max")}
    match shape["type"]:
        case "structure":
            return structure(name, shapes)
        case "list":
            return ListOf(name=name, item=node(shape["member"]["shape"], shapes), **limits)
        case "map":
            return MapOf(name=name, key=_text(shape["key"], shapes), value=_text(shape["value"], shapes), **limits)
        case "string":
            return _text({"shape": name}, shapes)
        case "integer":
            return Whole(name=name, **limits)
        case "boolean":
            return Flag(name=name)
        case other:
            raise ValueError(f"The contract has no kind of field for {name}, which is of type {other}.")


def _text(place: dict[str, Any], shapes: dict[str, Any]) -> Text:
    shape = shapes[place["shape"]]
    if shape["type"] != "string":
        raise ValueError(f"The contract knows maps of text only, and {place['shape']} is of type {shape['type']}.")
    return Text(
        name=place["shape"],
        minimum=shape.get("min"),
        maximum=shape.get("max"),
        pattern=shape.get("pattern"),
        choices=tuple(shape.get("enum", ())),
    )
