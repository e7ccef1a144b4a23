"""Has every value of a call the type that its shape wants?"""

from __future__ import annotations

from models_ui.contract.json_types import Json
from models_ui.sandbox import texts
from models_ui.sandbox.shapes import Shape, shape

_WANTED: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "timestamp": (int, float),
    "list": (list,),
    "map": (dict,),
    "structure": (dict,),
}
_FOUND = {
    str: "STRING_VALUE",
    int: "NUMBER_VALUE",
    float: "NUMBER_VALUE",
    bool: "BOOLEAN_VALUE",
    list: "START_ARRAY",
    dict: "START_OBJECT",
}


def check_types(value: Json, shape_name: str, path: str = "") -> None:
    """Raise Refusal (SerializationException) at the first value of a wrong type and at the first unknown member.

    `null` counts as absent, as in every JSON protocol of AWS.
    """
    if value is None:
        return
    found = shape(shape_name)
    kind = str(found["type"])
    if not _is(value, kind):
        raise texts.WRONG_TYPE.refusal(found=_FOUND[type(value)], wanted=kind, path=path)
    if isinstance(value, dict):
        _check_members(value, found, path)
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            check_types(item, found["member"]["shape"], f"{path}.{number}.member")


def _is(value: Json, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _WANTED[kind])


def _check_members(value: dict[str, Json], found: Shape, path: str) -> None:
    for name, inner in value.items():
        if found["type"] == "map":
            check_types(inner, found["value"]["shape"], path)
        elif name not in found["members"]:
            raise texts.UNKNOWN_MEMBER.refusal(path=inside(path, name))
        else:
            check_types(inner, found["members"][name]["shape"], inside(path, name))


def inside(path: str, member: str) -> str:
    """Return the path of a member as AWS writes it: lower camel case, joined by dots."""
    name = member[:1].lower() + member[1:]
    return f"{path}.{name}" if path else name
