"""Which JSON Schema says what an operation accepts?"""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json
from models_ui.contract.patterns import portable
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# An integer of an AWS shape is one of 32 bits where the shape sets no limits of its own.
SMALLEST, GREATEST = -(2**31), 2**31 - 1


def schema(tree: Structure) -> Document:
    """Return the schema of a request: what the tree does not name is refused. Each shape is defined once."""
    definitions: Document = {}
    _define(tree, definitions)
    return {"$schema": DIALECT, "$ref": _reference(tree), "$defs": definitions}


def _define(node: Node, definitions: Document) -> Document:
    """Put a node and all below it among the definitions, and return how to refer to it."""
    if node.name not in definitions:
        definitions[node.name] = {}
        definitions[node.name] = _definition(node, definitions)
    return {"$ref": _reference(node)}


def _reference(node: Node) -> str:
    return f"#/$defs/{node.name}"


def _definition(node: Node, definitions: Document) -> Document:
    match node:
        case Structure():
            members: Document = {name: _define(member, definitions) for name, member in node.members.items()}
            required: list[Json] = [name for name in node.members if name in node.required]
            return {"type": "object", "properties": members, "required": required, "additionalProperties": False}
        case ListOf():
            return _with(
                {"type": "array", "items": _define(node.item, definitions)},
                minItems=node.minimum,
                maxItems=node.maximum,
            )
        case MapOf():
            key, value = _define(node.key, definitions), _define(node.value, definitions)
            return _with(
                {"type": "object", "propertyNames": key, "additionalProperties": value},
                minProperties=node.minimum,
                maxProperties=node.maximum,
            )
        case Text():
            pattern = None if node.pattern is None else portable(node.pattern)
            return _with(
                {"type": "string"},
                minLength=node.minimum,
                maxLength=node.maximum,
                pattern=pattern,
                enum=list(node.choices) or None,
            )
        case Whole():
            smallest = SMALLEST if node.minimum is None else node.minimum
            greatest = GREATEST if node.maximum is None else node.maximum
            return {"type": "integer", "minimum": smallest, "maximum": greatest}
        case Flag():
            return {"type": "boolean"}


def _with(schema: Document, **keywords: Json) -> Document:
    return {**schema, **{keyword: value for keyword, value in keywords.items() if value is not None}}
