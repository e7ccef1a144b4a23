"""Of one container, or of several: what does a request say, and how does it change over?"""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json
from models_ui.form import containers
from models_ui.form.containers import LISTED, PRIMARY

ONE = "primary"
SEVERAL = "pipeline"


def kind(document: Document) -> str:
    """Say of which kind a request is; one with both kinds of container says neither."""
    if not containers.is_pipeline(document):
        return ONE
    return "" if PRIMARY in document else SEVERAL


def changed_over(document: Document, wanted: str) -> tuple[Document, list[str]]:
    """Return the request as the other kind and what is to be said. What has no place there keeps it from changing, or
    stays and is named; nothing is dropped."""
    entries = document.get(LISTED, [])
    if wanted not in (ONE, SEVERAL):
        return document, []
    if not isinstance(entries, list):
        return document, ["The list of containers is something else than a list. Remove it on its step first."]
    return _to_several(document, entries) if wanted == SEVERAL else _to_one(document, entries)


def _to_several(document: Document, entries: list[Json]) -> tuple[Document, list[str]]:
    if PRIMARY not in document:
        return {**document, LISTED: entries}, []
    moved = [document[PRIMARY], *entries]
    return _with(document, out=PRIMARY, into=LISTED, value=moved), ["The container is now container 1 of the pipeline."]


def _to_one(document: Document, entries: list[Json]) -> tuple[Document, list[str]]:
    if PRIMARY in document and entries:
        return document, [
            "The request has a container and a pipeline too. Choose the pipeline, then remove containers."
        ]
    if len(entries) > 1:
        said = f"The pipeline has {len(entries)} containers. Remove containers until one is left"
        return document, [f"{said}, then choose one container again."]
    if not entries:
        return {name: value for name, value in document.items() if name != LISTED}, []
    moved = _with(document, out=LISTED, into=PRIMARY, value=entries[0])
    return moved, ["Container 1 is now the only container.", *_ignored(moved)]


def _with(document: Document, *, out: str, into: str, value: Json) -> Document:
    """Return the document with one member in the place of another."""
    rest = {name: entry for name, entry in document.items() if name != into}
    return {into if name == out else name: value if name == out else entry for name, entry in rest.items()}


def _ignored(document: Document) -> list[str]:
    """Name what SageMaker does not look at where there is one container."""
    said = []
    if containers.host_name(document[PRIMARY]):
        said.append("Its host name stays in the request, but SageMaker ignores it for a single container.")
    if "InferenceExecutionConfig" in document:
        said.append("The execution mode stays in the request, but it is meant for several containers.")
    return said
