"""Is a call of sagemaker-core read as the API gets it?"""

from __future__ import annotations

import pytest

from models_ui.contract import dialects
from models_ui.contract.loader import NotReadable

NOTEBOOK = """from sagemaker.core.resources import Model
from sagemaker.core import shapes
env = {"A_KEY": "1"}
env["B"] = "2"
source = shapes.S3ModelDataSource(s3_uri="s3://acme/m/", s3_data_type="S3Prefix", compression_type="None", e_tag=None)
container = shapes.ContainerDefinition(
    image="a.b/c:1",
    model_data_source=shapes.ModelDataSource(s3_data_source=source),
    environment=env,
)
model = Model.create(
    model_name="churn-1",
    containers=[container, shapes.ContainerDefinition(image="a.b/d:1", container_hostname="d")],
    inference_execution_config=shapes.InferenceExecutionConfig(mode="Direct"),
    execution_role_arn=role,
    vpc_config=shapes.VpcConfig(security_group_ids=["sg-1"], subnets=["subnet-1"]),
    tags=[shapes.Tag(key="team", value="risk")],
    enable_network_isolation=True,
    session=session,
)
"""


def test_call_is_the_request_of_the_api() -> None:
    reading = dialects.read(NOTEBOOK)

    assert reading.dialect == "sagemaker-core"
    assert reading.document == {
        "ModelName": "churn-1",
        "Containers": [
            {
                "Image": "a.b/c:1",
                "ModelDataSource": {
                    "S3DataSource": {"S3Uri": "s3://acme/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}
                },
                "Environment": {"A_KEY": "1", "B": "2"},
            },
            {"Image": "a.b/d:1", "ContainerHostname": "d"},
        ],
        "InferenceExecutionConfig": {"Mode": "Direct"},
        "ExecutionRoleArn": "{{ role }}",
        "VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]},
        "Tags": [{"Key": "team", "Value": "risk"}],
        "EnableNetworkIsolation": True,
    }
    assert [(finding.code, finding.pointer) for finding in reading.findings] == [
        ("reference", "/ExecutionRoleArn"),
        ("dropped", ""),
    ]


def test_shapes_of_the_api_may_stand_in_a_call_of_boto3() -> None:
    document = dialects.read('sm.create_model(ModelName="a", Tags=[dict(Key="a", Value="b")])').document

    assert document == {"ModelName": "a", "Tags": [{"Key": "a", "Value": "b"}]}


def test_second_call_is_told() -> None:
    reading = dialects.read('Model.create(model_name="a")\nModel.create(model_name="b")')

    assert reading.document == {"ModelName": "a"}
    assert [finding.message[:7] for finding in reading.findings] == ["Line 2:"]


@pytest.mark.parametrize("text", ['Model.create(name="a")', "Model.create()", 'Model.objects.create(model_name="a")'])
def test_what_only_looks_like_it_is_no_request(text: str) -> None:
    with pytest.raises(NotReadable, match="Paste one call or command"):
        dialects.read(text)


def test_constructor_with_a_value_without_a_name_is_told() -> None:
    reading = dialects.read('Model.create(model_name="a", primary_container=ContainerDefinition("a.b/c:1"))')

    assert [(finding.code, finding.pointer) for finding in reading.findings] == [("reference", "/PrimaryContainer")]
