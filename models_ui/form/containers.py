"""Where do the containers of a request stand, and what are they called?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.json_types import Document, Json

PRIMARY = "PrimaryContainer"
LISTED = "Containers"
# How a layout writes the place of any one container.
ANY = "{container}"

_LONGEST_NAME = 63


def is_pipeline(document: Document) -> bool:
    """Say whether the request lists its containers, be it one, or none yet."""
    return LISTED in document


def listed(document: Document) -> Iterator[tuple[int, Document]]:
    """Yield the containers of a pipeline with their index; entries of another type are passed over."""
    entries = document.get(LISTED)
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict):
            yield index, entry


def host_name(container: Json) -> str:
    """Return what the container is called in requests and logs, or nothing; never longer than AWS takes."""
    name = container.get("ContainerHostname") if isinstance(container, dict) else None
    return name[:_LONGEST_NAME] if isinstance(name, str) else ""


def numbered(index: int, container: Json) -> str:
    """Return how sentences call a container of a pipeline: "container 2" or "container 2: predict"."""
    name = host_name(container)
    return f"container {index + 1}: {name}" if name else f"container {index + 1}"
