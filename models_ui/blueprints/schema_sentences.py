"""How is an admin told what keeps a document from being a blueprint?"""

from __future__ import annotations

from collections.abc import Iterable

from models_ui.contract.words import capital, shown

Place = tuple[str | int, ...]

_EXAMPLE = "as in /PrimaryContainer/Image"
_TYPES = {
    "object": "an object with named members, in curly brackets",
    "array": "a list, in square brackets",
    "string": "text, in quotation marks",
    "boolean": "true or false, without quotation marks",
    "integer": "a whole number, without quotation marks",
}
# What follows the name of the place; `{0}` is what the keyword says.
_SAID = {
    "minLength": "is empty. Fill it in, or leave it out",
    "minItems": "has too few entries. The fewest is {0}",
    "maxLength": "is too long. It may have {0} characters",
    "maxItems": "has too many entries. The most is {0}",
    "maxProperties": "has too many entries. The most is {0}",
    "minimum": "must be {0} or more",
    "maximum": "must be {0} or less",
    "uniqueItems": "says the same twice. Keep one of the two",
    "oneOf": "must hold a value or an image, and not both",
    "not": "has a fixed count, so it has neither least nor most. Keep one of the two",
}


def missing(name: str) -> str:
    """Return the sentence for a member that must be there."""
    return f"Add the member {name}."


def unknown(name: str, known: Iterable[str]) -> str:
    """Return the sentence for a member that there is not."""
    return f"There is no member {shown(name)} here. Remove it, or use one of {', '.join(known)}."


def no_place(name: str) -> str:
    """Return the sentence for the name of a field that is no place."""
    return f"{shown(name)} is no place of a request. Write it {_EXAMPLE}."


def sentence(keyword: str, asked: object, place: Place) -> str:
    """Return the sentence for any other keyword of the schema, which asks for this, at a place."""
    return f"{capital(_called(place))} {_rest(keyword, asked)}."


def _rest(keyword: str, asked: object) -> str:
    if keyword == "type" and isinstance(asked, str):
        return f"must be {_TYPES[asked]}"
    if keyword == "type":
        return "must be a list or an object"
    if keyword == "enum" and isinstance(asked, list):
        return f"must be {' or '.join(str(one) for one in asked if one)}"
    if keyword == "pattern":
        begins_with_slash = asked == "^/"
        return (
            f"must begin with a slash, {_EXAMPLE}"
            if begins_with_slash
            else "may hold small letters, digits and hyphens"
        )
    return _SAID[keyword].format(asked)


def _called(place: Place) -> str:
    name = next((token for token in reversed(place) if isinstance(token, str)), "")
    number = f"entry {place[-1] + 1} of " if place and isinstance(place[-1], int) else ""
    return f"{number}{shown(name)}" if name else "a blueprint"
