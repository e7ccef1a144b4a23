"""Is a document a blueprint at all, and which JSON Schema says so?

The schema says what has which form. Whether the form makes sense is for `sound`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models_ui.blueprints import schema_sentences as saying
from models_ui.blueprints.document import MOST_CONTAINERS
from models_ui.contract import pointers
from models_ui.contract.checking import kebab
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document, Json
from models_ui.contract.schema import DIALECT
from models_ui.contract.uses import Use

# Python's $ lets a line end through, ECMA's does not; with this end both mean the whole text.
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
_PLACE: dict[str, Any] = {"type": "string", "pattern": "^/", "maxLength": 1024}


def _text(most: int, least: int = 0) -> dict[str, Any]:
    return {"type": "string", "minLength": least, "maxLength": most}


def _list(items: Json, most: int, **more: Json) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": most, **more}


def _object(members: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": members, "required": [*required], "additionalProperties": False}


def _bounds(least: int) -> dict[str, Any]:
    end = {"type": "integer", "minimum": least, "maximum": 2**31 - 1}
    return {"type": "array", "items": end, "minItems": 2, "maxItems": 2}


def _slug(most: int) -> dict[str, Any]:
    return {**_text(most, 1), "pattern": SLUG}


_IMAGE: dict[str, Any] = _object(
    {name: _text(100) for name in ("version", "processor", "python", "base")} | {"family": _text(100, 1)}, "family"
)
_CHOICE: dict[str, Any] = {
    "if": {"type": "object"},
    "then": {
        **_object({"value": True, "image": {"$ref": "#/$defs/image"}, "label": _text(200)}),
        "oneOf": [{"required": ["value"]}, {"required": ["image"]}],
    },
}
_LIMIT = _object(
    {
        "choices": _list({"$ref": "#/$defs/choice"}, 200, minItems=1),
        "prefixes": _list(_text(1024, 1), 50, minItems=1),
        "globs": _list(_text(1024, 1), 50, minItems=1),
        "range": _bounds(-(2**31)),
        "length": _bounds(0),
        "count": _bounds(0),
        "includes": {"type": ["array", "object"]},
    }
)
_FIELD = _object(
    {
        "show": {"enum": ["shown", "hidden"]},
        "value": True,
        "locked": {"type": "boolean"},
        "required": {"type": "boolean"},
        "limit": {"$ref": "#/$defs/limit"},
        "label": _text(100),
        "help": _text(1000),
        "example": _text(500),
    }
)
_CONTAINERS = {
    **_object(
        {
            "kind": {"enum": ["primary", "pipeline", "any"]},
            **{
                name: {"type": "integer", "minimum": 1, "maximum": MOST_CONTAINERS}
                for name in ("count", "least", "most")
            },
        },
        "kind",
    ),
    "allOf": [
        {"not": {"required": ["count", "least"]}},
        {"not": {"required": ["count", "most"]}},
    ],
}
_GROUP = _object(
    {"title": _text(100), "intro": _text(1000), "places": _list({"$ref": "#/$defs/place"}, 500)}, "title", "places"
)
_STEP = _object(
    {
        "name": _slug(40),
        "title": _text(60, 1),
        "heading": _text(100, 1),
        "each": {"enum": ["container"]},
        "groups": _list({"$ref": "#/$defs/group"}, 50),
    },
    "name",
    "title",
    "heading",
    "groups",
)


@cache
def schema() -> Document:
    """Return the JSON Schema of a blueprint, as it is published."""
    members = {
        "$schema": _text(200),
        "format": {"enum": [1]},
        "operation": {"enum": ["CreateModel"]},
        "title": _text(100, 1),
        "summary": _text(500),
        "containers": _CONTAINERS,
        "connection": _text(50),
        "use": {"enum": [use.value for use in Use]},
        "teams": _list(_text(50, 1), 200, uniqueItems=True),
        "free": {"type": "boolean"},
        "fields": {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/place"},
            "additionalProperties": {"$ref": "#/$defs/field"},
            "maxProperties": 500,
        },
        "steps": _list({"$ref": "#/$defs/step"}, 40),
    }
    required = ("format", "operation", "title", "containers", "fields", "steps")
    parts: Document = {
        "place": _PLACE,
        "image": _IMAGE,
        "choice": _CHOICE,
        "limit": _LIMIT,
        "field": _FIELD,
        "group": _GROUP,
        "step": _STEP,
    }
    return {"$schema": DIALECT, "title": "A blueprint of Models UI", **_object(members, *required), "$defs": parts}


@cache
def _validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def findings(document: Json) -> list[Finding]:
    """Return what keeps a document from being a blueprint, in the order of its places. Total."""
    found = {
        (finding.pointer, finding.code): finding
        for error in _validator().iter_errors(document)
        for finding in _findings(error)
    }
    return [found[key] for key in sorted(found)]


def _findings(error: ValidationError) -> Iterator[Finding]:
    place, said = tuple(error.absolute_path), error.schema
    keyword = str(error.validator)
    if keyword == "required" and isinstance(said, dict) and isinstance(error.instance, dict):
        missing = [name for name in said["required"] if name not in error.instance]
        yield from (_finding(keyword, (*place, name), saying.missing(name)) for name in missing)
    elif keyword == "additionalProperties" and isinstance(said, dict) and isinstance(error.instance, dict):
        unknown = [name for name in error.instance if name not in said["properties"]]
        yield from (_finding("unknown", (*place, name), saying.unknown(name, said["properties"])) for name in unknown)
    elif "propertyNames" in error.absolute_schema_path:
        name = str(error.instance)
        yield _finding("place", (*place, name), saying.no_place(name))
    else:
        yield _finding(keyword, place, saying.sentence(str(keyword), error.validator_value, place))


def _finding(keyword: str, place: tuple[str | int, ...], message: str) -> Finding:
    return Finding(
        code=f"blueprint-{kebab(keyword)}",
        pointer=pointers.join(*place),
        severity="error",
        message=message,
        source="blueprint",
    )
