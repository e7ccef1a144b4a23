"""How are the artefacts of a container stored?"""

from __future__ import annotations

from collections.abc import Mapping

from models_ui.contract.json_types import Document, Json

ARCHIVE = "archive"
INSIDE = "inside"
PACKAGE = "package"
# A data source that no answer stands for.
OTHER = "other"
# Which data type and which compression an answer stands for.
SOURCES: Mapping[str, tuple[str, str]] = {
    "folder": ("S3Prefix", "None"),
    "file": ("S3Object", "None"),
    "gzip": ("S3Object", "Gzip"),
}
URL = "ModelDataUrl"
WHOLE = "ModelDataSource"
MEMBER = "S3DataSource"
NAME = "ModelPackageName"
SPECIFICATION = "InferenceSpecificationName"
LOCATION = "S3Uri"
TYPE = "S3DataType"
PACKED = "CompressionType"
# Where in a container the location of its data source stands.
SOURCE = f"{WHOLE}/{MEMBER}"
TYPED = f"{SOURCE}/{LOCATION}"


def storage(container: Json) -> str:
    """Say how the artefacts are stored; empty where nothing is said of them yet, or more than one thing."""
    if not isinstance(container, dict):
        return ""
    said = [name for name in (URL, WHOLE, NAME) if name in container]
    if len(said) != 1:
        return INSIDE if not said and "Image" in container else ""
    if said == [WHOLE]:
        source = source_of(container) or {}
        wanted = (source.get(TYPE), source.get(PACKED))
        return next((answer for answer, meant in SOURCES.items() if meant == wanted), OTHER)
    return ARCHIVE if said == [URL] else PACKAGE


def loses(container: Json, wanted: str) -> bool:
    """Say whether an answer takes something out that somebody typed."""
    if not isinstance(container, dict):
        return False
    kept = {PACKAGE: {NAME, SPECIFICATION}, INSIDE: set()}.get(wanted, {URL, WHOLE})
    return any(container.get(name) for name in {URL, WHOLE, NAME, SPECIFICATION} - kept)


def source_of(container: Document) -> Document | None:
    """Return the data source, an empty one where there is none, or None where something else stands in its place."""
    whole = container.get(WHOLE, {})
    source = whole.get(MEMBER, {}) if isinstance(whole, dict) else None
    return source if isinstance(source, dict) else None
