"""How does a container say that its artefacts are stored otherwise?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models_ui.contract import locations
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import at
from models_ui.contract.words import legible, plain
from models_ui.form import containers, operation
from models_ui.form.storage import (
    ARCHIVE,
    INSIDE,
    LOCATION,
    MEMBER,
    NAME,
    PACKAGE,
    PACKED,
    SOURCE,
    SOURCES,
    SPECIFICATION,
    TYPE,
    TYPED,
    URL,
    WHOLE,
    source_of,
)
from models_ui.form.writing import placed

_NO_SOURCE = "The data source is something else than a data source. Remove it first."
_NO_TEXT = "What stands in the place of a location or of a model package is no text. Remove it first."
_NO_PLACE = (
    "An archive alone has no place for the other settings of the data source. "
    "Remove them first, or choose the .tar.gz as a data source, which keeps them."
)
_TYPED_TOO = "The location that you typed stays. Empty it if the artefacts are stored as you said."
_STAYS = "The model archive stays too. Empty the location that is not meant."
_IMAGE = "Empty the image too: a model package brings its own."


def stored_as(container: Document, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    """Return the container with its artefacts stored otherwise, and what is to be said: every location that goes, too.

    `changed` are the places in it that the same post filled in by their own controls: those stay. What has no place in
    the other form keeps it from changing.
    """
    source = source_of(container)
    if source is None:
        return container, [_NO_SOURCE]
    if not all(isinstance(value, str) for value in _texts(container, source)):
        return container, [_NO_TEXT]
    if wanted == ARCHIVE:
        return _to_archive(container, changed)
    if wanted in SOURCES:
        return _to_source(container, wanted, changed)
    return _to_none(container, wanted, changed) if wanted in (INSIDE, PACKAGE) else (container, [])


def lost(before: Document, after: Document) -> frozenset[str]:
    """Return the members of a container that an answer took out, without those whose location only moved, be it that a
    slash was added."""
    kept = {text.rstrip("/") for text in _named(after).values()}
    gone = {name: text.rstrip("/") for name, text in _named(before).items() if name not in after}
    return frozenset(name for name, text in gone.items() if text and text not in kept)


def without_waiting(container: Document) -> Document:
    """Return the container without the places that wait to be filled in, where another one says what is meant."""
    said = any(_named(container).values())
    return {name: value for name, value in container.items() if not (said and name in (URL, NAME) and value == "")}


def _named(container: Document) -> dict[str, str]:
    """Return the texts by which a container says where its artefacts come from, by the members that hold them."""
    texts = {name: container[name] for name in (URL, NAME, SPECIFICATION) if name in container}
    texts |= {WHOLE: (source_of(container) or {}).get(LOCATION)} if WHOLE in container else {}
    return {name: text for name, text in texts.items() if isinstance(text, str)}


def _to_archive(container: Document, changed: Collection[str]) -> tuple[Document, list[str]]:
    if any(place.startswith(SOURCE) for place in changed):
        return container, []
    source = source_of(container) or {}
    if source.keys() - {LOCATION, TYPE, PACKED} or _members(container.get(WHOLE)) - {MEMBER}:
        return container, [_NO_PLACE]
    location = source.get(LOCATION, "")
    if container.get(URL):
        gone = _told("location", location) if location != container[URL] else []
        return _without_package(_without(container, [WHOLE]), changed, gone)
    # An empty one waits to be filled in: so the answer stands in the request like any other.
    return _without_package(_with(container, out=WHOLE, into=URL, value=location), changed, [])


def _to_source(container: Document, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    source, url = source_of(container) or {}, container.get(URL)
    if url and URL in changed and source.get(LOCATION) not in (None, "", url):
        return container, [_STAYS]
    meant: Document = dict(zip((TYPE, PACKED), SOURCES[wanted], strict=True))
    moved: Document = {LOCATION: url} if url and not source.get(LOCATION) else {}
    kept = {name: value for name, value in source.items() if name not in moved}
    new: Document = {
        **moved,
        **kept,
        **{name: value for name, value in meant.items() if f"{SOURCE}/{name}" not in changed},
    }
    gone = _told("location", url) if url not in (None, "", new.get(LOCATION)) else []
    if wanted == "folder" and TYPED not in changed:
        ended = _ended(new.get(LOCATION))
        new, gone = {**new, **ended.members}, [*gone, *ended.said]
    whole = container.get(WHOLE)
    value: Json = {**(whole if isinstance(whole, dict) else {}), MEMBER: new}
    after = _with(container, out=WHOLE if WHOLE in container else URL, into=WHOLE, value=value)
    return _without_package(_without(after, [URL]), changed, gone)


def _to_none(container: Document, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    """Take out every location: the artefacts are in the image, are fetched by it, or come with a model package."""
    if any(place == URL or place.startswith(SOURCE) for place in changed):
        return container, [_TYPED_TOO]
    source = source_of(container) or {}
    gone = _told("location", container.get(URL))
    gone += _told("location", source.get(LOCATION)) if source.get(LOCATION) != container.get(URL) else []
    gone += _told_besides(source)
    after = _without(container, [URL, WHOLE])
    if wanted == INSIDE:
        return _without_package(after, changed, gone)
    return _put(after, NAME, container.get(NAME, "")), [*gone, *([_IMAGE] if container.get("Image") else [])]


@dataclass(frozen=True, slots=True)
class _Ended:
    """What becomes of the location of a folder, and what is said of it."""

    members: Document
    said: tuple[str, ...] = ()


def _ended(location: Json) -> _Ended:
    """Return the location of a folder with the slash that AWS wants at its end, where it is surely a folder."""
    found = locations.read(location) if isinstance(location, str) else None
    if not found or found.form == "link" or not isinstance(location, str) or location.endswith("/"):
        return _Ended({})
    if "." in location.rpartition("/")[2] or "?" in location:
        return _Ended(
            {}, (f"{legible(location)} looks like a file. Write the folder instead, with a slash at its end.",)
        )
    return _Ended({LOCATION: f"{location}/"}, ("The location of a folder ends with a slash: it was added.",))


def _without_package(container: Document, changed: Collection[str], said: list[str]) -> tuple[Document, list[str]]:
    """Return the container without its model package, which brings artefacts of its own, unless it was typed just now."""
    if NAME in changed:
        return container, said
    gone = [
        *_told("model package", container.get(NAME)),
        *_told("inference specification", container.get(SPECIFICATION)),
    ]
    return _without(container, [NAME, SPECIFICATION]), [*said, *gone]


def _told(what: str, value: Json) -> list[str]:
    """Say what is taken out, whole, so that it can be typed again; of what nobody typed nothing is said."""
    return [f"The {what} {legible(value)} is taken out of the request."] if isinstance(value, str) and value else []


def _told_besides(source: Document) -> list[str]:
    """Say what else of a data source is taken out."""
    besides = [name for name in source if name not in (LOCATION, TYPE, PACKED)]
    named = [
        f"{plain(name)} {legible(value)}" if isinstance(value := source[name], str) else plain(name) for name in besides
    ]
    return [f"So are the other settings of the data source: {', '.join(named)}."] if named else []


def _texts(container: Document, source: Document) -> Iterator[Json]:
    """Yield what an answer may move or take out."""
    yield from (container[name] for name in (URL, NAME, SPECIFICATION) if name in container)
    yield from (source[name] for name in (LOCATION,) if name in source)


def _members(value: Json) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


def _without(container: Document, names: Iterable[str]) -> Document:
    return {name: value for name, value in container.items() if name not in set(names)}


def _with(container: Document, *, out: str, into: str, value: Json) -> Document:
    """Return the container with one member in the place of another, or where the contract has it."""
    if out not in container:
        return _put(container, into, value)
    rest = {name: entry for name, entry in container.items() if name != into or name == out}
    return {into if name == out else name: value if name == out else entry for name, entry in rest.items()}


def _put(container: Document, name: str, value: Json) -> Document:
    return placed(at(operation.tree(), f"/{containers.PRIMARY}"), container, name, value)
