"""Which image does a form mean that names it by its facts, as in `{"image": {"family": "pytorch", "version": "2.6"}}`?"""

from __future__ import annotations

from models_ui.audit.refusals import Refused
from models_ui.contract.canonical import canonical
from models_ui.contract.json_types import Document, Json
from models_ui.images.catalogue import catalogue
from models_ui.images.families import NAMINGS
from models_ui.images.lookup import Unresolved, Wanted, uri

_KEY = "image"


def facts(value: Json) -> Document | None:
    """Return the facts of an image where a value names one by them, else None."""
    said = value[_KEY] if isinstance(value, dict) and set(value) == {_KEY} else None
    return said if isinstance(said, dict) else None


def wanted(said: Document) -> Wanted:
    """Return what the facts of an image say. A family is a framework of the catalogue, else the first of that family."""
    texts = {name: value for name, value in said.items() if isinstance(value, str)}
    family = texts.pop("family", "")
    known = catalogue().frameworks
    first = next((name for name, naming in NAMINGS.items() if naming.family == family and name in known), family)
    return Wanted(framework=family if family in known else first, **texts)


def resolved(value: Json, region: str, known: dict[str, str]) -> Json:
    """Return a value with the URIs for all images in it that are named by their facts. What is not `known` yet is looked up
    for the region, and known from then on.

    Raises Refused where no region is known, where AWS publishes no such image, or not there.
    """
    said = facts(value)
    if said is not None:
        key = canonical(said).decode()
        if key not in known:
            known[key] = _uri(said, region)
        return known[key]
    if isinstance(value, list):
        return [resolved(entry, region, known) for entry in value]
    if isinstance(value, dict):
        return {name: resolved(entry, region, known) for name, entry in value.items()}
    return value


def _uri(said: Document, region: str) -> str:
    if not region:
        raise Refused("blueprint-region", "Choose a connection first: the images of this form differ by region.")
    try:
        return uri(wanted(said), region)
    except Unresolved as reason:
        raise Refused(
            "blueprint-image", f"This form has an image that cannot be had here. {reason.sentence}"
        ) from reason
