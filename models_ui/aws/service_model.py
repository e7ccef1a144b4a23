"""What does the installed botocore say of an operation?"""

from __future__ import annotations

from typing import Any

from models_ui.contract.json_types import Document


def read_operation(service: str, operation: str) -> Document:
    """Return an operation as botocore's service-2.json has it, without its documentation.

    The keys: `operation`, `input` (the name of the input shape) and `shapes` (those that the input reaches).
    Only botocore's own files are read, never a model of the person's home. Raises LookupError for an unknown operation.
    """
    model = _installed_model(service)
    if operation not in model["operations"]:
        raise LookupError(f"botocore's {service} has no operation {operation}")
    name = model["operations"][operation]["input"]["shape"]
    reached = _reached(model["shapes"], name)
    return {"operation": operation, "input": name, "shapes": reached}


def _installed_model(service: str) -> dict[str, Any]:
    from botocore.loaders import Loader

    loader = Loader(extra_search_paths=[Loader.BUILTIN_DATA_PATH], include_default_search_paths=False)
    model: dict[str, Any] = loader.load_service_model(service, "service-2")
    return model


def _reached(shapes: dict[str, Any], first: str) -> Document:
    reached: Document = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = _undocumented(shapes[name])
            waiting.extend(reversed(_references(shapes[name])))
    return reached


def _references(shape: dict[str, Any]) -> list[str]:
    places = [
        *shape.get("members", {}).values(),
        *(shape[part] for part in ("key", "value", "member") if part in shape),
    ]
    return [place["shape"] for place in places]


def _undocumented(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _undocumented(item) for key, item in value.items() if key != "documentation"}
    return value
