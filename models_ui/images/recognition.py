"""Which of AWS's images does a reference name?

A tag in use is often longer than the catalogue's: 2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker names 2.6.0-gpu-py312.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models_ui.images.catalogue import Image, catalogue
from models_ui.images.reference import Reference, parse


@dataclass(frozen=True, slots=True)
class Known:
    """An image of the catalogue, and the reference that named it."""

    image: Image
    reference: Reference

    def in_region(self, region: str) -> str:
        """Return the URI of the very same tag in another region; empty where AWS does not publish the image there."""
        there = self.image.uri(region)
        kept = there.rpartition(":")[0]
        if not there or self.reference.digest:
            return ""
        return f"{kept}:{self.reference.tag}"


def recognise(text: str) -> Known | None:
    """Return which of AWS's images a URI names, or None for any other image and for tags that are not known."""
    reference = parse(text)
    if reference is None or not reference.tag or not of_aws(reference):
        return None
    tags = _tags().get(reference.repository, {})
    named = reference.tag
    while named not in tags and "-" in named:
        named = named.rpartition("-")[0]
    return Known(tags[named], reference) if named in tags else None


def of_aws(reference: Reference) -> bool:
    """Say whether AWS itself publishes from the registry of a reference."""
    return reference.account in catalogue().accounts


def family(text: str) -> str:
    """Return the software in the image that a URI names, as in `pytorch`, `lmi` or `vllm`; empty for any other image.

    By the repository where the tag is not known: a newer version is of the same family.
    """
    reference = parse(text)
    if reference is None or not of_aws(reference):
        return ""
    known = recognise(text)
    if known:
        return known.image.family
    families = {image.family for image in _tags().get(reference.repository, {}).values()}
    return families.pop() if len(families) == 1 else ""


@cache
def _tags() -> dict[str, dict[str, Image]]:
    """Return the image of each tag of each repository, shorter names of the versions too."""
    tags: dict[str, dict[str, Image]] = {}
    for images in catalogue().frameworks.values():
        for image in images:
            shorter = image.base_also if image.base else image.also
            for tag in (image.tag, *map(image.tag_as, shorter)):
                tags.setdefault(image.repository, {}).setdefault(tag, image)
    return tags
