"""Which sources of a request say that somebody accepts a licence?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json


@dataclass(frozen=True, slots=True)
class GatedSource:
    """An S3 data source with `AcceptEula: true`: its JSON Pointer and its S3 location."""

    pointer: str
    uri: str


def accepted(document: Document) -> list[GatedSource]:
    """Return the sources whose licence the request accepts, in the order of the document. Total on any document."""
    return [
        GatedSource(pointer, uri if isinstance(uri := source.get("S3Uri"), str) else "")
        for pointer, source in sources(document)
        if says_yes(source.get("ModelAccessConfig"))
    ]


def says_yes(config: Json) -> bool:
    """Say whether a ModelAccessConfig accepts; AWS wants the boolean, nothing like it."""
    return isinstance(config, dict) and config.get("AcceptEula") is True


def sources(document: Document) -> Iterator[tuple[str, Document]]:
    """Yield every S3 data source of every container with its pointer."""
    for prefix, container in containers(document):
        main = container.get("ModelDataSource")
        if isinstance(main, dict) and isinstance(found := main.get("S3DataSource"), dict):
            yield pointers.join(*prefix, "ModelDataSource", "S3DataSource"), found
        additional = container.get("AdditionalModelDataSources")
        for index, item in enumerate(additional if isinstance(additional, list) else []):
            if isinstance(item, dict) and isinstance(found := item.get("S3DataSource"), dict):
                yield pointers.join(*prefix, "AdditionalModelDataSources", index, "S3DataSource"), found


def containers(document: Document) -> Iterator[tuple[tuple[str | int, ...], Document]]:
    """Yield every container of the request with the tokens of its place."""
    primary = document.get("PrimaryContainer")
    if isinstance(primary, dict):
        yield ("PrimaryContainer",), primary
    listed = document.get("Containers")
    for index, item in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(item, dict):
            yield ("Containers", index), item
