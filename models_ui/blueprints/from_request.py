"""What form asks for requests like this one? Its values become what the fields start from."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from models_ui.blueprints import editing
from models_ui.blueprints.homes import Raw
from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import MapOf, Node, Structure, at, below
from models_ui.form import containers, operation

# Nobody else's SageMaker model is called the same.
_NAME = "/ModelName"
_MOST_CONTAINERS = 15


def blank(title: str, summary: str = "") -> Raw:
    """Return a form that asks for nothing yet, of one container."""
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": title,
        "summary": summary,
        "containers": {"kind": "primary"},
        "free": False,
        "fields": {},
        "steps": [],
    }


def from_request(request: Document, title: str, *, hidden: Collection[str] = ()) -> Raw:
    """Return a form whose fields start from the values of a request.

    Its name is asked for, and so is every place in `hidden`, whose values are secret.
    """
    document: Raw = {**blank(title), "containers": _outline(request)}
    for place, value in _values(operation.tree(), request, ""):
        asked = place == _NAME or any(place == secret or secret.startswith(f"{place}/") for secret in hidden)
        document = editing.with_field(document, place, {"required": True} if asked else {"value": escaped(value)})
    return document


def escaped(value: Json) -> Json:
    """Return a value in which every bracket means itself and no placeholder."""
    match value:
        case str():
            return value.replace("{", "{{").replace("}", "}}")
        case list():
            return [escaped(item) for item in value]
        case dict():
            return {name: escaped(member) for name, member in value.items()}
        case _:
            return value


def _outline(request: Document) -> Raw:
    entries = request.get(containers.LISTED)
    if isinstance(entries, list) and containers.PRIMARY not in request:
        return {"kind": "pipeline", "count": min(max(1, len(entries)), _MOST_CONTAINERS)}
    return {"kind": "primary"}


def _values(node: Node | None, value: Json, place: str) -> Iterator[tuple[str, Json]]:
    """Yield the values of a request with their places: a list as a whole, but each entry of a map, and each container."""
    if isinstance(node, Structure | MapOf) and isinstance(value, dict):
        for name, member in value.items():
            yield from _values(below(node, name), member, place + pointers.join(name))
    elif place == f"/{containers.LISTED}" and isinstance(value, list):
        for number, entry in enumerate(value[:_MOST_CONTAINERS]):
            yield from _values(below(node, str(number)), entry, f"{place}/{number}")
    elif at(operation.tree(), place) and not isinstance(node, Structure | MapOf) and value not in ([], ""):
        yield place, value
