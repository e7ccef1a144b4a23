"""Which locations of a request carry a signature, and how does the request read without?

A signed address lets everybody read the file who has it, and SageMaker does not need it: it signs in with the role. So a
signature is never stored.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from models_ui.contract import locations, pointers
from models_ui.contract.eula import containers, sources
from models_ui.contract.json_types import Document

SAID = "The signature is cut off the address, and not kept: whoever has it can read the file. SageMaker signs in with the role."


def unsigned(document: Document) -> tuple[Document, list[str]]:
    """Return the request without signatures, and the places that had one; as it is where there is none. Total."""
    if not any(True for _ in _signed(document)):
        return document, []
    clean = copy.deepcopy(document)
    cut: list[str] = []
    for pointer, holder, name, address in [*_signed(clean)]:
        holder[name] = address
        cut.append(pointer)
    return clean, cut


def _signed(document: Document) -> Iterator[tuple[str, Document, str, str]]:
    """Yield place, holder and name of every signed location, and the address without its signature."""
    for pointer, holder, name in _located(document):
        text = holder.get(name)
        if isinstance(text, str) and (address := locations.unsigned(text)) != text:
            yield pointer + pointers.join(name), holder, name, address


def _located(document: Document) -> Iterator[tuple[str, Document, str]]:
    for tokens, container in containers(document):
        yield pointers.join(*tokens), container, "ModelDataUrl"
    for pointer, source in sources(document):
        yield pointer, source, "S3Uri"
        yield pointer, source, "ManifestS3Uri"
