"""Does every place lead to something that is on its screen?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.form.spots import spot

MANY: dict[str, Any] = {
    "Tags": [{"Key": "a", "Value": "b"}] * 300,
    "PrimaryContainer": {
        "Environment": {f"A{number}": "" for number in range(300)},
        "AdditionalModelDataSources": [{}] * 30,
    },
    "Containers": [{"Image": "a"}] * 30,
}


@pytest.mark.parametrize(
    ("pointer", "leads"),
    [
        ("", ""), ("/ModelName", "/ModelName"), ("/Tags/199/Key", "/Tags/199/Key"), ("/Tags/200/Key", "/Tags"), ("/Tags/200", "/Tags"),
        ("/Tags/" + "9" * 5000, "/Tags"), ("/Tags/x", "/Tags/x"),
        ("/PrimaryContainer/Environment/A199", "/PrimaryContainer/Environment/A199"),
        ("/PrimaryContainer/Environment/A200", "/PrimaryContainer/Environment"),
        ("/PrimaryContainer/Environment/NEW", "/PrimaryContainer/Environment"),
        ("/PrimaryContainer/AdditionalModelDataSources/20/S3DataSource/S3Uri", "/PrimaryContainer/AdditionalModelDataSources"),
        ("/Containers/29/Image", "/Containers/29/Image"), ("/Containers/29/Environment/A", "/Containers/29/Environment"),
        ("/Bogus/0", "/Bogus/0"),
    ],
)  # fmt: skip
def test_entry_that_is_not_shown_is_met_at_its_list(pointer: str, leads: str) -> None:
    assert spot(MANY, pointer) == leads


@pytest.mark.parametrize("wrong", [None, 7, "text", [], {}, [[]]])
@pytest.mark.parametrize("pointer", ["/Tags/0/Key", "/PrimaryContainer/Environment/A", "/VpcConfig/Subnets/500"])
def test_any_document_can_be_asked(wrong: Any, pointer: str) -> None:
    document = {"Tags": wrong, "PrimaryContainer": wrong, "VpcConfig": wrong}
    assert pointer.startswith(spot(document, pointer))
