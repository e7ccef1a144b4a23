"""What do edits with AWS's images make of a blueprint? An image is named by its facts, so that it follows the region."""

from __future__ import annotations

from models_ui.blueprints.editing import with_field
from models_ui.blueprints.homes import Raw
from models_ui.contract import pointers
from models_ui.images.catalogue import Image
from models_ui.images.in_words import image as in_words

_FACTS = ("version", "processor", "python", "base")


def is_image(place: str) -> bool:
    """Say whether an image stands at a place."""
    return pointers.split(place)[-1:] == ("Image",)


def facts(image: Image) -> Raw:
    """Return how a form names an image."""
    said = {name: value for name in _FACTS if (value := getattr(image, name))}
    return {"image": {"family": image.framework, **said}}


def with_image(document: Raw, place: str, image: Image) -> Raw:
    """Return the blueprint with an image set at a place, so that nobody sees or changes its address."""
    before = {
        name: said for name, said in document["fields"].get(place, {}).items() if name not in ("limit", "required")
    }
    return with_field(document, place, {**before, "value": facts(image), "locked": True})


def with_image_offered(document: Raw, place: str, image: Image) -> Raw:
    """Return the blueprint with an image among the choices of a place, under its words; once, however often it is offered."""
    before = {name: said for name, said in document["fields"].get(place, {}).items() if name not in ("value", "locked")}
    limit = before.get("limit", {})
    choice = {**facts(image), "label": in_words(image)}
    choices = [one for one in limit.get("choices", []) if one != choice]
    return with_field(document, place, {**before, "limit": {**limit, "choices": [*choices, choice]}})
