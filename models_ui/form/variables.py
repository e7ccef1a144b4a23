"""What do the buttons beside the variables of a container do: add one that the image reads, write JSON otherwise?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models_ui.contract import pointers
from models_ui.contract.confidential import Confidential
from models_ui.contract.tree import MapOf, at
from models_ui.form import json_values, operation
from models_ui.form.layouts.create_model_variables import COMMON, VARIABLES, Variable
from models_ui.form.marks import Rough
from models_ui.form.writing import found, written
from models_ui.images import recognition

SUGGEST = "variable"
REWRITES: Mapping[str, Callable[[str], str]] = {
    "one-line": json_values.on_one_line,
    "over-lines": json_values.over_lines,
}

Place = tuple[str, ...]


def of_image(image: Rough) -> tuple[str, tuple[Variable, ...]]:
    """Return the family of an image, and the variables that it reads; those of any script where it is not known."""
    family = recognition.family(image) if isinstance(image, str) else ""
    return (family, VARIABLES[family]) if family in VARIABLES else ("", COMMON)


def filled(key: str) -> str:
    """Return the value that a suggested variable begins with; empty where only the person knows it."""
    everything = (*COMMON, *(variable for known in VARIABLES.values() for variable in known))
    return next((variable.fill for variable in everything if variable.key == key), "")


def told(key: str, value: str, *, there: bool) -> tuple[str, ...]:
    """Return what is said of a suggested variable after its button was pressed."""
    if there:
        return (f"{key} is there already.",)
    return (
        f"{key} is added with {value}. Change it if you need another value."
        if value
        else f"{key} is added. Fill it in.",
    )


def rewritten(rough: dict[str, Rough], place: Place, verb: str) -> dict[str, Rough]:
    """Return the request with the JSON of a variable written on one line or over several; as it is where it is none."""
    value = found(rough, place)
    if not isinstance(at(operation.tree(), pointers.join(*place[:-1])), MapOf) or not isinstance(value, str):
        return rough
    if not json_values.looks_like_json(value) or not json_values.is_json(value):
        return rough
    text = REWRITES[verb](value)
    after: dict[str, Rough] = written(
        operation.tree(), rough, place, Confidential(text) if isinstance(value, Confidential) else text
    )
    return after
