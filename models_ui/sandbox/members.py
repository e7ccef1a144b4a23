"""How do the checks read a request whose types are known to be right?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models_ui.contract.json_types import Document, Json


def part(of: Document, name: str) -> Document:
    """Return a structure or map, empty where it is absent."""
    value = of.get(name)
    return value if isinstance(value, dict) else {}


def parts(of: Document, name: str) -> list[Document]:
    """Return a list of structures, empty where it is absent."""
    return [item for item in _items(of, name) if isinstance(item, dict)]


def words(of: Document, name: str) -> list[str]:
    """Return a list of strings, empty where it is absent."""
    return [item for item in _items(of, name) if isinstance(item, str)]


def word(of: Document, name: str) -> str:
    """Return a string, empty where it is absent."""
    value = of.get(name)
    return value if isinstance(value, str) else ""


def _items(of: Document, name: str) -> list[Json]:
    value = of.get(name)
    return value if isinstance(value, list) else []


def containers(request: Document) -> list[Document]:
    """Return the containers of either kind, in order."""
    primary = request.get("PrimaryContainer")
    return [*([primary] if isinstance(primary, dict) else []), *parts(request, "Containers")]


@dataclass(frozen=True, slots=True)
class DataSource:
    """One place in S3 that a container wants to read. `many`: a prefix, not one object."""

    uri: str
    many: bool
    eula_accepted: bool = False


def data_sources(container: Document) -> Iterator[DataSource]:
    """Yield every place in S3 that a container names for its artefacts."""
    if url := word(container, "ModelDataUrl"):
        yield DataSource(url, many=word(container, "Mode") == "MultiModel")
    structures = [part(container, "ModelDataSource"), *parts(container, "AdditionalModelDataSources")]
    for source in (part(structure, "S3DataSource") for structure in structures):
        if source:
            yield DataSource(
                word(source, "S3Uri"),
                many=word(source, "S3DataType") == "S3Prefix",
                eula_accepted=part(source, "ModelAccessConfig").get("AcceptEula") is True,
            )
