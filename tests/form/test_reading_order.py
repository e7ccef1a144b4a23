"""Do the controls of a screen come in the order in which they are read?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.form import fields, reading_order
from models_ui.form.steps import step_named


def ids(document: Document, name: str) -> list[str]:
    step = step_named(document, name)
    assert step is not None
    return list(reading_order.ids(fields.page(document, step, ())))


def test_order_is_that_of_the_screen_and_not_of_the_request() -> None:
    read = ids({"PrimaryContainer": {"ContainerHostname": "a", "Image": "b"}}, "container")
    assert read.index("PrimaryContainer.Image") < read.index("PrimaryContainer.ContainerHostname")


def test_rows_come_after_their_list() -> None:
    read = ids({"VpcConfig": {"Subnets": ["a", "b"]}}, "access")
    assert [name for name in read if name.startswith("VpcConfig.Subnets")] == [
        "VpcConfig.Subnets",
        "VpcConfig.Subnets.0",
        "VpcConfig.Subnets.0",
        "VpcConfig.Subnets.1",
        "VpcConfig.Subnets.1",
    ]


def test_controls_of_an_entry_are_among_them() -> None:
    read = ids({"PrimaryContainer": {"AdditionalModelDataSources": [{}]}}, "container")
    assert "PrimaryContainer.AdditionalModelDataSources.0.S3DataSource.S3Uri" in read
