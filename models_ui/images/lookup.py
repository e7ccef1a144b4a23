"""Which image do a framework, its versions and a processor name?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models_ui.images import in_words
from models_ui.images.catalogue import Image, catalogue
from models_ui.images.versions import order, python_in_words

_PROCESSORS = {
    "graviton": r"[a-z]+[0-9]+g[a-z]*",
    "gpu": r"[gp][0-9].*",
    "inferentia": r"inf1",
    "neuron": r"(inf|trn).*",
}

_RARE = frozenset({"graviton", "eia"})


class Unresolved(Exception):  # noqa: N818 - it is read as a word: raise Unresolved
    """No image, or several: the sentence says which answer is missing, or what there is."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody says of an image. Empty is not said: the newest version, or the only one of the others there is.

    `framework` is a name of the catalogue, as in `pytorch` or `djl-lmi`; `base` is as in `pytorch2.6`.
    """

    framework: str
    version: str = ""
    processor: str = ""
    python: str = ""
    base: str = ""


def uri(wanted: Wanted, region: str) -> str:
    """Return the URI of the wanted image in a region, as image_uris.retrieve of the SDK gives it.

    Raises Unresolved where nothing fits, where several do, and where AWS does not publish it in the region.
    """
    image = one(wanted)
    found = image.uri(region, wanted.base if image.base else wanted.version)
    if not found:
        raise Unresolved("not-in-region", f"AWS publishes no {image.naming.title} {image.version} in {region}.")
    return found


def one(wanted: Wanted) -> Image:
    """Return the image that is wanted. Raises Unresolved where nothing fits, and where several do."""
    images = catalogue().frameworks.get(wanted.framework, ())
    if not images:
        raise Unresolved("framework", "AWS's images have no framework of this name.")
    fitting = _of_version(images, wanted)
    exact = [image for image in fitting if _runs(image, wanted.processor)]
    fitting = exact or [image for image in fitting if not image.processor]
    fitting = [image for image in fitting if wanted.python in ("", image.python) or not image.python]
    fitting = [image for image in fitting if not wanted.base or wanted.base in (image.base, *image.base_also)]
    if not fitting:
        raise Unresolved("nothing", f"AWS publishes no image of {images[0].naming.title} with these versions.")
    if len(fitting) > 1:
        raise _several(fitting)
    return fitting[0]


def with_processor(wanted: Wanted, instance_type: str) -> Wanted:
    """Return what is wanted, for the processor of an instance type as in ml.g5.xlarge; unchanged for any other text."""
    found = re.fullmatch(r"ml[._]([a-z0-9-]+)(\.\w+)?", instance_type)
    if not found:
        return wanted
    family = found[1]
    return replace(
        wanted, processor=next((name for name, form in _PROCESSORS.items() if re.fullmatch(form, family)), "cpu")
    )


def _runs(image: Image, processor: str) -> bool:
    """Say whether an image is for a processor. Where none is said, those for a rare one are not meant."""
    return image.processor == processor if processor else image.processor not in _RARE


def _of_version(images: tuple[Image, ...], wanted: Wanted) -> list[Image]:
    if not wanted.version:
        newest = max((image.version for image in images), key=order)
        return [image for image in images if image.version == newest]
    named = [image for image in images if wanted.version in (image.version, *image.also)]
    if not named:
        title, newest = images[0].naming.title, max((image.version for image in images), key=order)
        raise Unresolved("version", f"AWS publishes no image of {title} in this version. The newest is {newest}.")
    return named


def _several(images: list[Image]) -> Unresolved:
    for code, question, shown in (
        ("processor", "Say what it runs on", [in_words.processor(image) or "any" for image in images]),
        ("python", "Say the version of Python", [python_in_words(image.python) for image in images]),
        ("base", "Say the framework", [image.base for image in images]),
    ):
        if len(set(shown)) > 1:
            return Unresolved(code, f"{question}: {', '.join(dict.fromkeys(shown))}.")
    return Unresolved("several", "Several images fit. Choose one.")
