"""Which of AWS's images fit the words of an admin, and which one did a button mean?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.blueprints.editing_images import with_image, with_image_offered
from models_ui.images.catalogue import Image, catalogue
from models_ui.images.in_words import image as in_words
from models_ui.images.search import search
from models_ui.web.building import Change

MOST = 12
LONGEST = 100
SET, OFFER = "set-image:", "offer-image:"


@dataclass(frozen=True, slots=True)
class Result:
    """One image: its words, and the actions of its buttons."""

    words: str
    set: str
    offer: str


def results(words: str) -> list[Result]:
    """Return the images that fit, the best first; none where nothing was asked."""
    if not words.strip():
        return []
    return [
        Result(in_words(image), f"{SET}{_key(image)}", f"{OFFER}{_key(image)}")
        for image in search(words[:LONGEST])[:MOST]
    ]


def change_of(place: str, action: str) -> Change | None:
    """Return the edit that a button of an image means, or None where it is none of these or the image is not known."""
    verb = next((one for one in (SET, OFFER) if action.startswith(one)), "")
    found = next((image for image in _all() if _key(image) == action.removeprefix(verb)), None) if verb else None
    if found is None:
        return None
    edit = with_image if verb == SET else with_image_offered
    return lambda it: edit(it, place, found)


def _all() -> list[Image]:
    return [image for images in catalogue().frameworks.values() for image in images]


def _key(image: Image) -> str:
    return f"{image.framework}|{image.version}|{image.processor}|{image.python}|{image.base}"
