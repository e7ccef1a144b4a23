"""Does the meter count what SageMaker counts?"""

from __future__ import annotations

from typing import Any

from models_ui.form import fields
from models_ui.form.editor_views import EditorView
from models_ui.form.steps import step_named
from models_ui.form.views import ListView


def editor(document: Any, name: str = "container", masked: frozenset[str] = frozenset()) -> EditorView:
    """Return what stands around the variables of a screen."""
    step = step_named(document, name)
    assert step
    groups = fields.page(document, step, (), masked=masked)
    (found,) = [item.editor for group in groups for item in group.items if isinstance(item, ListView) and item.editor]
    return found


def one(**variables: str) -> Any:
    """Return a request with one container."""
    return {"PrimaryContainer": {"Environment": variables}}


def test_names_and_values_count_in_bytes() -> None:
    meter = editor(one(A="xy", B="é")).meter
    assert (meter.here, meter.total, meter.words) == (6, 6, "6 of 32,768 bytes in all containers")


def test_all_containers_count_together() -> None:
    document = {"Containers": [{"Environment": {"A": "1"}}, {"Environment": {"B": "12345"}}, {}, {"Environment": [1]}]}
    meter = editor(document, "container-1").meter
    assert (meter.here, meter.total, meter.rest) == (2, 8, 6)


def test_container_without_variables_has_a_meter_too() -> None:
    assert editor({"PrimaryContainer": {"Image": "x"}}).meter.total == 0


def test_bytes_that_no_control_shows_are_the_rest() -> None:
    document = one(HF_TOKEN="abc", B="1")
    assert editor(document, masked=frozenset({"/PrimaryContainer/Environment/HF_TOKEN"})).meter.rest == 11


def test_value_that_is_too_long_is_named() -> None:
    meter = editor(one(A="x" * 1024, B="é" * 513)).meter
    assert meter.told == "B has 1,026 bytes; a value may have 1,024."


def test_too_many_bytes_in_all_are_counted() -> None:
    meter = editor(one(**{f"A{n:02}": "x" * 1021 for n in range(33)})).meter
    assert meter.told == "1,024 bytes are too many."
