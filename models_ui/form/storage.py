"""How are the artefacts of a container stored, and how is that said otherwise?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from models_ui.contract.json_types import Document, Json

ARCHIVE = "archive"
# Which data type and which compression an answer stands for.
SOURCES: Mapping[str, tuple[str, str]] = {
    "folder": ("S3Prefix", "None"),
    "file": ("S3Object", "None"),
    "gzip": ("S3Object", "Gzip"),
}
_URL = "ModelDataUrl"
_WHOLE = "ModelDataSource"
_SOURCE = "S3DataSource"
_LOCATION = "S3Uri"
_TYPE = "S3DataType"
_PACKED = "CompressionType"


def storage(container: Json) -> str:
    """Say how the artefacts are stored; empty where there are none, or where it is not said in one way."""
    if not isinstance(container, dict):
        return ""
    if _WHOLE not in container:
        return ARCHIVE if _URL in container else ""
    source = _source(container) or {}
    said = (source.get(_TYPE), source.get(_PACKED))
    return next((answer for answer, meant in SOURCES.items() if meant == said), "")


def stored_as(container: Document, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    """Return the container with its artefacts stored otherwise, and what is to be said.

    `changed` are the members of the data source that the same post wrote by their own controls: those stay. What has no
    place in the other form keeps it from changing.
    """
    if _source(container) is None:
        return container, ["The data source is something else than a data source. Remove it first."]
    if wanted == ARCHIVE:
        return (container, []) if changed else _to_archive(container)
    return _to_source(container, wanted, changed) if wanted in SOURCES else (container, [])


def _to_archive(container: Document) -> tuple[Document, list[str]]:
    source = _source(container) or {}
    extra = source.keys() - {_LOCATION, _TYPE, _PACKED}
    if extra or _WHOLE in container and _members(container[_WHOLE]) - {_SOURCE}:
        return container, ["An archive has no place for the other settings of the data source. Remove them first."]
    if _LOCATION in source and _URL in container:
        return container, ["There is an archive and a data source. Empty the location that is not meant."]
    if _LOCATION not in source:
        return {name: value for name, value in container.items() if name != _WHOLE}, []
    return _with(container, out=_WHOLE, into=_URL, value=source[_LOCATION]), []


def _to_source(container: Document, wanted: str, changed: Collection[str]) -> tuple[Document, list[str]]:
    source = _source(container) or {}
    moves = _URL in container and _LOCATION not in source
    location: Document = {_LOCATION: container[_URL]} if moves else {}
    meant: Document = dict(zip((_TYPE, _PACKED), SOURCES[wanted], strict=True))
    new: Document = {**location, **source, **{name: value for name, value in meant.items() if name not in changed}}
    whole = container.get(_WHOLE)
    value: Json = {**(whole if isinstance(whole, dict) else {}), _SOURCE: new}
    if moves:
        return _with(container, out=_URL, into=_WHOLE, value=value), []
    said = ["The model archive stays too. Empty the location that is not meant."] if _URL in container else []
    return {**container, _WHOLE: value}, said


def _source(container: Document) -> Document | None:
    """Return the data source, an empty one where there is none, or None where something else stands in its place."""
    whole = container.get(_WHOLE, {})
    source = whole.get(_SOURCE, {}) if isinstance(whole, dict) else None
    return source if isinstance(source, dict) else None


def _members(value: Json) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


def _with(container: Document, *, out: str, into: str, value: Json) -> Document:
    """Return the container with one member in the place of another."""
    rest = {name: entry for name, entry in container.items() if name != into}
    return {into if name == out else name: value if name == out else entry for name, entry in rest.items()}
