"""Is a request that boto3 or the AWS CLI would take read as it was written?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract.dialects.create_model_json import read
from models_ui.contract.loader import NotReadable
from tests.contract.requests import CORPUS


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_nothing_of_a_request_is_changed(case: dict[str, Any]) -> None:
    assert json.dumps(read(json.dumps(case["request"], indent=2)).document) == json.dumps(case["request"])


@pytest.mark.parametrize("document", [
    {}, {"Containers": [{}]}, {"PrimaryContainer": {"Environment": {}}}, {"Unknown": None}, {"ModelName": 5},
    {"PrimaryContainer": {"ModelDataSource": {"S3DataSource": {"CompressionType": "None"}}}},
])  # fmt: skip
def test_right_or_wrong_it_stays_as_it_is(document: dict[str, Any]) -> None:
    assert read(json.dumps(document)).document == document


@pytest.mark.parametrize("text", ["[]", "null", '"ModelName"', "1", '[{"ModelName": "a"}]'])
def test_what_is_no_object_is_no_request(text: str) -> None:
    with pytest.raises(NotReadable, match="A request is one object in curly brackets"):
        read(text)


def test_what_does_not_load_is_refused_in_the_words_of_the_loader() -> None:
    with pytest.raises(NotReadable, match="the name “a” stands twice"):
        read(b'{"a": 1, "a": 2}')


def test_places_have_their_lines() -> None:
    assert read('{\n"ModelName": "a",\n"Tags": [\n{"Key": "b"}]}').lines == {
        "/ModelName": 2, "/Tags": 3, "/Tags/0": 4, "/Tags/0/Key": 4,
    }  # fmt: skip
