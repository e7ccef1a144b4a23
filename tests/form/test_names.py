"""What are the controls called?"""

from __future__ import annotations

import pytest

from models_ui.contract import pointers
from models_ui.form import names


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/ModelName", "ModelName"),
        ("/Containers/1/ModelDataSource/S3DataSource/S3Uri", "Containers.1.ModelDataSource.S3DataSource.S3Uri"),
        ("/Tags/0/Key", "Tags.0.Key"),
    ],
)
def test_control_of_a_place_has_its_dotted_name_as_id_too(pointer: str, name: str) -> None:
    assert (names.control_name(pointer), names.control_id(pointer)) == (name, name)


@pytest.mark.parametrize(
    ("key", "id_"),
    [
        ("HF_TOKEN", "E.HF_TOKEN"),
        ("", "E.~"),
        ("a.b", "E.a~2e~b"),
        ("a b", "E.a~20~b"),
        ("~", "E.~7e~"),
        ("é", "E.~e9~"),
    ],
)
def test_id_of_a_variable_is_made_of_its_key(key: str, id_: str) -> None:
    assert names.control_id(pointers.join("E", key)) == id_


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ("", "Request"), ("/ModelName", "Model name"), ("/Tags", "Tags"), ("/Tags/1", "Tag 2"), ("/Tags/1/Key", "Tag 2: Key"),
        ("/VpcConfig/Subnets/0", "Subnet 1"), ("/PrimaryContainer", "Container"), ("/PrimaryContainer/Image", "Image"),
        ("/Containers/1", "Container 2"), ("/Containers/1/Image", "Image"), ("/Containers/0/Environment/A", "Variable A"),
        ("/PrimaryContainer/AdditionalModelDataSources/1/S3DataSource/S3Uri", "Additional source 2: S3 location"),
        ("/Bogus", "Bogus"), ("/PrimaryContainer/MaxRuntimeInSeconds", "Max runtime in seconds"),
        ("/ПЛАН", "ПЛАН"), ("/Tags/x", "Tag x"),
    ],
)  # fmt: skip
def test_place_has_a_label_for_sentences(pointer: str, label: str) -> None:
    assert names.label(pointer) == label


@pytest.mark.parametrize(
    ("pointer", "pattern"),
    [
        ("/PrimaryContainer/Image", "/{container}/Image"), ("/Containers/3/Image", "/{container}/Image"),
        ("/Containers/3", "/Containers/*"), ("/PrimaryContainer", "/PrimaryContainer"), ("/Tags/0/Key", "/Tags/*/Key"),
        ("/Containers/0/Environment/a~1b", "/{container}/Environment/*"),
    ],
)  # fmt: skip
def test_layout_knows_a_place_by_its_pattern(pointer: str, pattern: str) -> None:
    assert names.pattern(pointer) == pattern
