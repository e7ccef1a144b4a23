"""Which place of the request does a refusal speak of?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models_ui.contract import pointers
from models_ui.contract.eula import containers, sources
from models_ui.contract.json_types import Document


def place(about: str, named: Mapping[str, str | None], request: Document) -> str | None:
    """Return the JSON Pointer of what a refusal is about, None where the request has nothing of the kind.

    `about` is a pointer itself, a kind of thing that AWS's text names (a key of _FINDERS), or empty.
    """
    if about.startswith("/") or not about:
        return about or None
    return next(_FINDERS[about](named, request), None)


def _member(member: str, named: Mapping[str, str | None], request: Document, thing: str) -> Iterator[str]:
    value = named.get(thing)
    for prefix, container in containers(request):
        if member in container and value in (None, container[member]):
            yield pointers.join(*prefix, member)


def _images(named: Mapping[str, str | None], request: Document) -> Iterator[str]:
    return _member("Image", named, request, "image")


def _packages(named: Mapping[str, str | None], request: Document) -> Iterator[str]:
    return _member("ModelPackageName", named, request, "package")


def _data(named: Mapping[str, str | None], request: Document) -> Iterator[str]:
    yield from _member("ModelDataUrl", named, request, "uri")
    for pointer, source in sources(request):
        if named.get("uri") in (None, source.get("S3Uri")):
            yield f"{pointer}/S3Uri"


def _eulas(named: Mapping[str, str | None], request: Document) -> Iterator[str]:
    for pointer, source in sources(request):
        if named.get("uri") in (None, source.get("S3Uri")):
            yield f"{pointer}/ModelAccessConfig/AcceptEula"


def _multi_models(_: Mapping[str, str | None], request: Document) -> Iterator[str]:
    found = [pointers.join(*prefix, "Mode") for prefix, part in containers(request) if part.get("Mode") == "MultiModel"]
    yield from reversed(found)


def _environments(_: Mapping[str, str | None], request: Document) -> Iterator[str]:
    for prefix, container in containers(request):
        if container.get("Environment"):
            yield pointers.join(*prefix, "Environment")


_FINDERS = {
    "image": _images,
    "data": _data,
    "package": _packages,
    "eula": _eulas,
    "multi-model": _multi_models,
    "environment": _environments,
}
