"""How is an image said in words?"""

from __future__ import annotations

import re

from models_ui.images.catalogue import Image
from models_ui.images.recognition import of_aws, recognise
from models_ui.images.reference import Reference, parse
from models_ui.images.versions import python_in_words

# AWS takes 255 characters. What is longer names nothing, and is not said again.
_LONGEST = 512
_PROCESSORS = {
    "cpu": "CPU",
    "gpu": "GPU",
    "graviton": "Graviton",
    "neuron": "Inferentia2 or Trainium",
    "inferentia": "Inferentia",
    "eia": "Elastic Inference",
}
_BASES = {"pytorch": "PyTorch", "tensorflow": "TensorFlow"}


def say(text: str) -> str:
    """Return what a URI names, as in `AWS PyTorch inference 2.6.0, GPU, Python 3.12`; empty where it names none."""
    reference = parse(text) if len(text) <= _LONGEST and not re.search(r"\s", text) else None
    if reference is None:
        return ""
    known = recognise(text)
    if known:
        return ", ".join(part for part in (f"AWS {image(known.image)}", _pinned(known.reference)) if part)
    return _foreign(reference)


def image(named: Image) -> str:
    """Return the words for one of AWS's images, as in `PyTorch inference 2.6.0, GPU, Python 3.12`."""
    version = f"Transformers {named.version}, {_base(named.base)}" if named.base else named.version
    said = f"{named.naming.title} {version}" if not named.base else f"{named.naming.title} with {version}"
    return ", ".join(part for part in (said, processor(named), python_in_words(named.python)) if part)


def processor(named: Image) -> str:
    """Return what an image runs on, as people write it; empty where it is one image for all."""
    return _PROCESSORS.get(named.runs_on, named.runs_on)


def _base(base: str) -> str:
    found = re.match("[a-z]+", base)
    start = found[0] if found else ""
    return f"{_BASES.get(start, start)} {base.removeprefix(start)}"


def _foreign(reference: Reference) -> str:
    tag = f"tag {reference.tag}" if reference.tag else "" if reference.digest else "no tag"
    place = reference.registry
    if reference.account:
        place = f"{'AWS, ' if of_aws(reference) else ''}account {reference.account}, {reference.region}"
    parts = (f"repository {reference.repository}", tag, _pinned(reference), place or "Docker Hub")
    return ", ".join(part for part in parts if part)


def _pinned(reference: Reference) -> str:
    return f"digest {reference.digest.partition(':')[2][:12]}" if reference.digest else ""
