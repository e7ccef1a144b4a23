"""Is every field of the form in the glossary, once, and explained?"""

from __future__ import annotations

import pytest

from models_ui.contract.tree import ListOf, MapOf, Node, Structure
from models_ui.form import operation
from models_ui.form.glossary import Field, sections

FIELDS = [field for section in sections() for field in section.fields]


def paths(node: Node, path: str = "") -> list[str]:
    """Return every named member of the API, as the glossary writes paths; those of containers once."""
    match node:
        case Structure():
            found = []
            for name, member in node.members.items():
                place = f"{path}.{name}".removeprefix(".")
                found += [place] if name == "Containers" else [place, *paths(member, place)]
            return found
        case ListOf():
            return paths(node.item, f"{path}[]")
        case MapOf():
            return []
        case _:
            return []


def test_every_member_of_the_api_is_told_once() -> None:
    assert sorted(field.path for field in FIELDS) == sorted(paths(operation.tree()))


def test_ids_are_unique() -> None:
    assert len({field.id for field in FIELDS}) == len(FIELDS)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.path)
def test_every_field_is_explained_in_a_sentence(field: Field) -> None:
    assert field.label
    assert field.help.endswith(".")


def test_a_field_says_its_limits_its_values_and_what_happens_without_it() -> None:
    told = {field.path: field for field in FIELDS}

    assert told["ModelName"].limit == "Up to 63 characters"
    assert [value for value, _ in told["InferenceExecutionConfig.Mode"].choices] == ["Serial", "Direct"]
    assert told["EnableNetworkIsolation"].unset == "SageMaker uses No."


def test_sections_follow_the_steps_of_the_form() -> None:
    assert [section.title for section in sections()] == [step.title for step in operation.WIZARD.steps]
