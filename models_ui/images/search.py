"""Which of AWS's images do a few words mean?

Every word must fit: by the beginning of a name, or as the beginning of a version. Their order does not matter. What is
said by its title comes first, and of one framework the newest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models_ui.images import in_words
from models_ui.images.catalogue import Image, catalogue
from models_ui.images.families import NAMINGS
from models_ui.images.versions import begins, order

MOST_WORDS = 12
# These say nothing that tells one image from another.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "aws",
        "container",
        "for",
        "from",
        "image",
        "images",
        "in",
        "model",
        "of",
        "on",
        "or",
        "sagemaker",
        "the",
        "to",
        "version",
        "with",
    ]
)
_ON = {
    "graviton": "arm arm64",
    "neuron": "neuronx inf2 trn1 trn2",
    "inferentia": "neuron inf1",
    "eia": "accelerator",
    "gpu": "cuda",
}
_VERSION = re.compile(r"v?([0-9][0-9a-z.\-]*)")
_ORDER = {framework: place for place, framework in enumerate(NAMINGS)}


@dataclass(frozen=True, slots=True)
class _Entry:
    image: Image
    title: frozenset[str]
    words: frozenset[str]
    # The version itself first: what lies below it, or beside it, is a lesser match.
    versions: tuple[str, ...]
    rank: tuple[int, ...]


def search(query: str) -> list[Image]:
    """Return the images that a query means, the best first. Without a word: the newest image of every framework."""
    wanted = _words(query)
    if not wanted:
        return _newest()
    found = [(score, entry) for entry in _entries() if (score := _score(entry, wanted)) is not None]
    return [entry.image for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1].rank))]


def _words(query: str) -> list[str]:
    words = [word.strip(".-") for word in re.split(r"[\s,;:/()]+", query.lower())]
    return [word for word in words if word and word not in _EMPTY][:MOST_WORDS]


def _score(entry: _Entry, wanted: list[str]) -> int | None:
    """Return how far the words are from what the image is called; None where one of them does not fit."""
    scores = [_of_word(entry, word) for word in wanted]
    return None if None in scores else sum(score for score in scores if score)


def _of_word(entry: _Entry, word: str) -> int | None:
    version = _VERSION.fullmatch(word)
    if version and (score := _of_version(entry, version[1])) is not None:
        return score
    if word in entry.title:
        return 0
    if word in entry.words or not version and any(known.startswith(word) for known in (*entry.title, *entry.words)):
        return 1
    return _of_parts(entry, word)


def _of_version(entry: _Entry, version: str) -> int | None:
    places = [place for place, known in enumerate(entry.versions) if begins(known, version)]
    return min(places[0], 1) if places else None


def _of_parts(entry: _Entry, word: str) -> int | None:
    """Return the score of a word that is several in one: pytorch2.6, text-generation."""
    parts = re.findall(r"[a-z]+|[0-9][0-9.\-]*", word) if "-" not in word else word.split("-")
    parts = [part.strip(".-") for part in parts if part.strip(".-")]
    return _score(entry, parts) if len(parts) > 1 else None


def _newest() -> list[Image]:
    entries = sorted(_entries(), key=lambda entry: entry.rank)
    first = {entry.image.framework: entry.image for entry in reversed(entries)}
    return [first[framework] for framework in sorted(first, key=_place)]


@cache
def _entries() -> tuple[_Entry, ...]:
    images = [image for images in catalogue().frameworks.values() for image in images]
    newest = sorted(
        images, key=lambda image: (order(image.version), order(image.base), order(image.python)), reverse=True
    )
    return tuple(_entry(image, age) for age, image in enumerate(newest))


def _entry(image: Image, age: int) -> _Entry:
    title = frozenset(_split(f"{image.naming.title} {image.naming.words} {in_words.processor(image)}"))
    words = (image.framework, image.repository, image.tag, image.base, image.python)
    more = f"inference hosting python {_ON.get(image.runs_on, '')}"
    versions = (image.version, *image.also, re.sub("^[a-z]+", "", image.base), _python(image.python))
    return _Entry(image, title, frozenset(_split(" ".join((*words, more)))), versions, (_place(image.framework), age))


def _split(text: str) -> Iterator[str]:
    """Yield the words of a text, those with a hyphen also in their parts."""
    for word in re.split(r"[\s:()]+", text.lower()):
        yield from {word, *word.split("-")} - {""}


def _python(python: str) -> str:
    digits = python.removeprefix("py")
    return f"{digits[:1]}.{digits[1:]}" if digits[1:] else digits


def _place(framework: str) -> int:
    return _ORDER.get(framework, len(_ORDER))
