"""Which lengths, counts, patterns and enums of the service model does a call break, in AWS's words?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models_ui.contract.json_types import Json
from models_ui.sandbox import texts
from models_ui.sandbox.member_types import inside
from models_ui.sandbox.patterns import matches
from models_ui.sandbox.shapes import Shape, shape


def check_constraints(request: Mapping[str, Json], shape_name: str) -> None:
    """Raise Refusal with every violation in one text; the types were checked before."""
    found = list(_violations(dict(request), shape(shape_name), ""))
    if found:
        plural = "s" if len(found) > 1 else ""
        raise texts.CONSTRAINTS.refusal(count=str(len(found)), s=plural, details="; ".join(found))


def _violations(value: Json, of: Shape, path: str) -> Iterator[str]:
    if isinstance(value, list):
        yield from _list(value, of, path)
    elif isinstance(value, dict) and of["type"] == "map":
        yield from _map(value, of, path)
    elif isinstance(value, dict):
        yield from _structure(value, of, path)
    else:
        yield from (_sentence(value, path, words) for words in _broken(value, of))


def _structure(value: dict[str, Json], of: Shape, path: str) -> Iterator[str]:
    for name, member in of["members"].items():
        if value.get(name) is not None:
            yield from _violations(value[name], shape(member["shape"]), inside(path, name))
        elif name in of.get("required", ()):
            yield f"Value null at '{inside(path, name)}' failed to satisfy constraint: Member must not be null"


def _list(value: list[Json], of: Shape, path: str) -> Iterator[str]:
    yield from (_sentence(value, path, words) for words in _broken(value, of))
    member = shape(of["member"]["shape"])
    if member["type"] in ("structure", "list", "map"):
        for number, item in enumerate(value, start=1):
            yield from _violations(item, member, f"{path}.{number}.member")
    elif any(any(_broken(item, member)) for item in value):
        yield _sentence(value, path, f"Member must satisfy constraint: [{', '.join(_all(member))}]")


def _map(value: dict[str, Json], of: Shape, path: str) -> Iterator[str]:
    yield from (_sentence(value, path, words) for words in _broken(value, of))
    key, entry = shape(of["key"]["shape"]), shape(of["value"]["shape"])
    if any(any(_broken(name, key)) for name in value):
        yield _sentence(value, path, f"Map keys must satisfy constraint: [{', '.join(_all(key))}]")
    if any(any(_broken(item, entry)) for item in value.values()):
        yield _sentence(value, path, f"Map value must satisfy constraint: [{', '.join(_all(entry))}]")


def _broken(value: Json, of: Shape) -> Iterator[str]:
    """Yield the words of each constraint that one value breaks."""
    if value is None:
        yield "Member must not be null"
        return
    size = value if isinstance(value, int) else len(value) if isinstance(value, str | list | dict) else 0
    if "max" in of and size > of["max"]:
        yield _maximum(of)
    if "min" in of and size < of["min"]:
        yield _minimum(of)
    if isinstance(value, str) and "pattern" in of and not matches(of["pattern"], value):
        yield f"Member must satisfy regular expression pattern: {of['pattern']}"
    if "enum" in of and value not in of["enum"]:
        yield f"Member must satisfy enum value set: [{', '.join(of['enum'])}]"


def _all(of: Shape) -> Iterator[str]:
    """Yield the words of every constraint of a shape: so AWS writes it for values in maps and lists."""
    if "max" in of:
        yield _maximum(of)
    if "min" in of:
        yield _minimum(of)
    if "pattern" in of:
        yield f"Member must satisfy regular expression pattern: {of['pattern']}"


def _maximum(of: Shape) -> str:
    return f"Member must have {_measure(of)} less than or equal to {of['max']}"


def _minimum(of: Shape) -> str:
    return f"Member must have {_measure(of)} greater than or equal to {of['min']}"


def _measure(of: Shape) -> str:
    return "value" if of["type"] == "integer" else "length"


def _sentence(value: Json, path: str, words: str) -> str:
    return f"Value '{_shown(value)}' at '{path}' failed to satisfy constraint: {words}"


def _shown(value: Json) -> str:
    """Write a value as AWS does; the form of structures within lists is a guess."""
    if isinstance(value, list):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}={_shown(item)}" for name, item in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else str(value)
