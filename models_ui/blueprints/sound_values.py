"""Can the values of a form be told: do its placeholders and images exist?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.blueprints import image_values, placeholders
from models_ui.blueprints.document import UNSET, Blueprint, Field
from models_ui.blueprints.sound_saying import at, error, warning
from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Json
from models_ui.contract.secrets import is_secret
from models_ui.images.lookup import Unresolved, one

_KNOWN = ", ".join(f"{{{name}}}" for name in placeholders.NAMES)


def told(blueprint: Blueprint) -> Iterator[Finding]:
    """Yield what is wrong with the texts and images in values and limits."""
    for place, field in blueprint.fields.items():
        for pointer, value in values(place, field):
            yield from _told(place, pointer, value)


def values(place: str, field: Field) -> Iterator[tuple[str, Json]]:
    """Yield every value that a field speaks of, with its place in the document of the form."""
    if field.value is not UNSET:
        yield at(place, "value"), field.value
    limit = field.limit
    for number, choice in enumerate(limit.choices):
        yield at(place, "limit", "choices", number), choice.value
    for name in ("prefixes", "globs"):
        yield from ((at(place, "limit", name, number), text) for number, text in enumerate(getattr(limit, name)))
    if limit.includes is not None:
        yield at(place, "limit", "includes"), limit.includes


def _told(place: str, pointer: str, value: Json) -> Iterator[Finding]:
    said = image_values.facts(value)
    if said is not None:
        yield from _of_image(place, pointer, said)
    elif isinstance(value, str):
        yield from _of_text(place, pointer, value)
    elif isinstance(value, list):
        for entry in value:
            yield from _told(place, pointer, entry)
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _told(f"{place}{pointers.join(name)}", pointer, entry)


def _of_image(place: str, pointer: str, said: dict[str, Json]) -> Iterator[Finding]:
    if not place.endswith("/Image"):
        yield error("image", pointer, "An image may stand at an Image only. Write the value itself.")
        return
    try:
        one(image_values.wanted(said))
    except Unresolved as reason:
        yield error("image", pointer, reason.sentence)


def _of_text(place: str, pointer: str, text: str) -> Iterator[Finding]:
    found = placeholders.strangers(text)
    if found:
        yield error(
            "word",
            pointer,
            f"{found[0][:60]} stands for nothing. Use {_KNOWN}, and write a brace that stands for itself twice.",
        )
    if "/Environment/" in place and is_secret(pointers.split(place)[-1], text):
        yield warning("secret", pointer, "This looks like a secret, and everybody who uses the form can read it.")
