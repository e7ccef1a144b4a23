"""Does a form that is made of a request ask for such requests?"""

from __future__ import annotations

from models_ui.blueprints.from_request import blank, escaped, from_request
from models_ui.blueprints.homes import seats
from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from tests import factories

PIPELINE: Document = {
    "ModelName": "churn",
    "Containers": [{"Image": "a"}, {"Image": "b", "Environment": {"A": "{x}", "HF_TOKEN": "hf_1"}}],
}


def test_values_become_presets_and_the_name_is_asked_for() -> None:
    document = from_request(factories.request("churn-1", Tags=[{"Key": "team", "Value": "risk"}]), "Churn")

    assert document["fields"] == {
        "/ModelName": {"required": True},
        "/PrimaryContainer/Image": {"value": factories.IMAGE},
        "/PrimaryContainer/ModelDataUrl": {"value": "s3://acme-models/churn/7/model.tar.gz"},
        "/ExecutionRoleArn": {"value": factories.ROLE_ARN},
        "/Tags": {"value": [{"Key": "team", "Value": "risk"}]},
    }
    assert list(seats(document)) == list(document["fields"])


def test_pipeline_keeps_its_containers_and_no_secret_comes_along() -> None:
    document = from_request(PIPELINE, "Two", hidden=Guarded(PIPELINE).secrets)

    assert document["containers"] == {"kind": "pipeline", "count": 2}
    assert document["fields"]["/Containers/1/Environment/A"] == {"value": "{{x}}"}
    assert document["fields"]["/Containers/1/Environment/HF_TOKEN"] == {"required": True}


def test_structures_are_asked_for_part_by_part_and_lists_as_a_whole() -> None:
    document = from_request({"VpcConfig": {"Subnets": ["a", "b"], "SecurityGroupIds": []}}, "Net")

    assert document["fields"] == {"/VpcConfig/Subnets": {"value": ["a", "b"]}}


def test_what_the_api_does_not_know_is_left_behind() -> None:
    assert from_request({"Wrong": 1, "PrimaryContainer": "text", "VpcConfig": {"Odd": 1}}, "None") == blank("None")


def test_every_bracket_means_itself() -> None:
    assert escaped({"a": ["{team}", 1, True, None]}) == {"a": ["{{team}}", 1, True, None]}
