"""How do findings call a place, so that a person finds it on the screen?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract import create_model, pointers
from models_ui.contract.finding import Finding
from models_ui.contract.tree import ListOf, MapOf, Node, Structure
from models_ui.form import names
from models_ui.form.telling import called, control, placed
from tests.contract.requests import holding

ONE = "/PrimaryContainer"


def said(pointer: str, value: Any) -> str:
    """Return what is said of one wrong value at a place."""
    document = holding(pointer, value, create_model.tree())
    return next(each.message for each in create_model.check(document, names=called) if each.pointer.startswith(pointer))


@pytest.mark.parametrize(("pointer", "value", "sentence"), [
    ("/ModelName", "", "Enter a model name."),
    ("/ModelName", "a" * 64, "Model name must be at most 63 characters; this one has 64."),
    ("/ExecutionRoleArn", "", "Enter an execution role, or leave it out."),
    ("/EnableNetworkIsolation", "x", "Network isolation must be true or false, without quotation marks."),
    ("/VpcConfig", None, "VPC is null. Give it a value, or leave it out."),
    ("/VpcConfig/Subnets", [], "Add at least one subnet."),
    ("/VpcConfig/SecurityGroupIds", [], "Add at least one security group."),
    ("/Tags/0/Key", "", "Enter a key (tag 1)."),
    (f"{ONE}/ContainerHostname", "-", "Host name may hold letters, digits and hyphens, and begins and ends with a letter or digit."),
    (f"{ONE}/ModelDataUrl", "x", "Model archive must begin with s3:// or https:// and name a bucket, as in s3://acme-models/churn/model.tar.gz."),
    (f"{ONE}/Mode", "x", "Mode must be SingleModel or MultiModel, written exactly so."),
    (f"{ONE}/Environment", {"A": 1}, "Variable “A” must be text: put it in quotation marks."),
    (f"{ONE}/Environment", {"A\u200b": ""}, "The name “AU+200B” holds an invisible character (U+200B) at position 2. Delete it, or type the text again."),
    (f"{ONE}/Environment", {"": ""}, "A name is empty. Enter one, or remove the entry."),
    (ONE, {"Bogus": 1}, "“Bogus” is no member that AWS knows. Remove it."),
    (f"{ONE}/AdditionalModelDataSources", [{}], "Enter a channel (additional source 1)."),
])  # fmt: skip
def test_sentence_calls_a_place_as_the_form_does(pointer: str, value: Any, sentence: str) -> None:
    assert said(pointer, value) == sentence


def everywhere(node: Node, place: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return every place of a request."""
    match node:
        case Structure():
            inner = [found for name, below in node.members.items() for found in everywhere(below, (*place, name))]
        case ListOf():
            inner = everywhere(node.item, (*place, "0"))
        case MapOf():
            inner = [(*place, "NAME")]
        case _:
            inner = []
    return [place, *inner]


PLACES = [pointers.join(*place) for place in everywhere(create_model.tree()) if place]


@pytest.mark.parametrize("pointer", PLACES)
def test_every_place_is_called_by_its_label(pointer: str) -> None:
    quoted = ": ".join(called(pointer)).replace("“NAME”", "NAME")

    assert quoted.lower() == names.label(pointer).lower()


@pytest.mark.parametrize("pointer", PLACES)
def test_no_place_of_a_single_container_names_it(pointer: str) -> None:
    assert "primary" not in " ".join(called(pointer))


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("/Containers/1/Image", "Container 2: Enter an image."),
        ("/Containers/1", "Enter an image."),
        ("/Containers", "Enter an image."),
        ("/PrimaryContainer/Image", "Enter an image."),
        ("/Tags/0/Key", "Enter an image."),
    ],
)
def test_finding_says_which_container_of_a_pipeline(pointer: str, message: str) -> None:
    finding = Finding(code="x", pointer=pointer, severity="error", message="Enter an image.")

    assert placed(finding).message == message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ModelName", "Model name"),
        ("Tags.1.Value", "Tag 2: Value"),
        ("Containers.1.Image", "Container 2: Image"),
        ("PrimaryContainer.Environment.0.key", "Variable 0 key"),
        ("Containers.0.Environment.2.value", "Container 1: Variable 2 value"),
        ("ask.kind", "What is it made of?"),
        ("Bogus.x", "Bogus.x"),
        ("", ""),
    ],
)
def test_control_is_called_as_on_the_screen(name: str, words: str) -> None:
    assert control(name) == words
