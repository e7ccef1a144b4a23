"""Is what only comes in read as its tool would send it?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.contract import dialects
from models_ui.contract.loader import NotReadable

ROLE = "arn:aws:iam::123456789012:role/R"


def told(text: str) -> list[tuple[str, str, str]]:
    """Return code, place and line of what is said of a reading."""
    return [(said.code, said.pointer, said.message.split(":")[0]) for said in dialects.read(text).findings]


DESCRIBED = {
    "ModelName": "a",
    "PrimaryContainer": {
        "Image": "a.b/c:1",
        "Mode": "SingleModel",
        "ModelDataUrl": "s3://b/m.tar.gz",
        "ModelDataSource": {
            "S3DataSource": {"S3Uri": "s3://b/m.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip"}
        },
        "Environment": {},
    },
    "ExecutionRoleArn": ROLE,
    "CreationTime": "2026-01-01T00:00:00+00:00",
    "ModelArn": "arn:aws:sagemaker:us-east-1:123456789012:model/a",
    "EnableNetworkIsolation": False,
    "DeploymentRecommendation": {"RecommendationStatus": "COMPLETED"},
    "Containers": [],
    "VpcConfig": {},
}  # fmt: skip


def test_answer_of_describe_model_is_read_without_what_aws_fills_in() -> None:
    assert dialects.read(json.dumps(DESCRIBED)).document == {
        "ModelName": "a",
        "PrimaryContainer": {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/m.tar.gz", "Environment": {}},
        "ExecutionRoleArn": ROLE,
    }


def test_everything_that_aws_fills_in_is_told() -> None:
    dropped = {pointer for code, pointer, _ in told(json.dumps(DESCRIBED)) if code == "dropped"}

    assert dropped == {
        "", "/PrimaryContainer/Mode", "/PrimaryContainer/ModelDataSource", "/EnableNetworkIsolation", "/Containers", "/VpcConfig",
    }  # fmt: skip


@pytest.mark.parametrize("container", [
    {"Mode": "MultiModel"},
    {"ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}}},
    {"ModelDataUrl": "s3://b/a.tar.gz", "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/b.tar.gz"}}},
])  # fmt: skip
def test_what_somebody_must_have_sent_stays(container: dict[str, Any]) -> None:
    document = {"ModelArn": "x", "PrimaryContainer": container, "EnableNetworkIsolation": True}

    assert dialects.read(json.dumps(document)).document == {
        "PrimaryContainer": container,
        "EnableNetworkIsolation": True,
    }


def test_answer_printed_by_python_is_read_too() -> None:
    printed = "{'ModelName': 'a',\n 'CreationTime': datetime.datetime(2026, 1, 1, tzinfo=tzlocal()),\n 'ResponseMetadata': {}}"

    assert dialects.read(printed).document == {"ModelName": "a"}
    assert ("dropped", "", "Line 2") in told(printed)


HUGGING_FACE = """from sagemaker.huggingface import HuggingFaceModel
hub = {'HF_MODEL_ID': 'distilbert', 'HF_TASK': 'question-answering'}
model = HuggingFaceModel(
   env=hub,
   role=role,
   transformers_version="4.37",
)
model.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge")
"""


def test_constructor_of_the_sdk_gives_what_it_is_told() -> None:
    reading = dialects.read(HUGGING_FACE)

    assert (reading.dialect, reading.document) == ("sagemaker-sdk", {
        "PrimaryContainer": {"Environment": {"HF_MODEL_ID": "distilbert", "HF_TASK": "question-answering"}},
        "ExecutionRoleArn": "{{ role }}",
    })  # fmt: skip


def test_what_the_sdk_finds_by_itself_is_told() -> None:
    assert told(HUGGING_FACE) == [
        ("dropped", "/PrimaryContainer", "Line 6"),
        ("missing", "/PrimaryContainer/Image", "Line 3"),
        ("reference", "/ExecutionRoleArn", "Line 5"),
    ]


PIPELINE = f"""
a = Model(image_uri="a.b/c:1", model_data="s3://b/a.tar.gz", role="x", name="a")
b = PyTorchModel(model_data={{"S3DataSource": {{"S3Uri": "s3://b/x/"}}}}, entry_point="x.py", image_uri="d.e/f:2")
p = PipelineModel(name="p-1", role="{ROLE}", models=[a, b, estimator.create_model()])
"""


def test_models_of_a_pipeline_are_its_containers() -> None:
    assert dialects.read(PIPELINE).document == {
        "ModelName": "p-1",
        "ExecutionRoleArn": ROLE,
        "Containers": [
            {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/a.tar.gz"},
            {"Image": "d.e/f:2", "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/x/"}}},
            {"reference": "{{ estimator.create_model() }}"},
        ],
    }


def test_models_of_a_pipeline_that_are_not_there_are_asked_for() -> None:
    assert ("reference", "/Containers", "Line 1") in told("PipelineModel(models=models, name='p-1', role=role)")


def test_multi_model_takes_its_image_from_the_model_within() -> None:
    text = f"MultiDataModel(name='m-1', model_data_prefix='s3://b/m/', model=Model(image_uri='a.b/c:1', role='{ROLE}'))"

    assert dialects.read(text).document == {
        "ModelName": "m-1",
        "ExecutionRoleArn": ROLE,
        "PrimaryContainer": {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/m/", "Mode": "MultiModel"},
    }


@pytest.mark.parametrize(("text", "expected"), [
    ("Model('a.b/c:1', 's3://b/m.tar.gz', role='r')", {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/m.tar.gz"}),
    ("Model(image_uri='a.b/c:1', env=None)", {"Image": "a.b/c:1"}),
    ("ModelPackage(model_package_arn='arn')", {"ModelPackageName": "arn"}),
])  # fmt: skip
def test_arguments_have_their_places(text: str, expected: dict[str, Any]) -> None:
    assert dialects.read(text).document["PrimaryContainer"] == expected


def test_operator_of_airflow_is_read_with_its_templates() -> None:
    text = """
config = {"ModelName": "{{ ds_nodash }}", "PrimaryContainer": {"Image": IMAGE, "Environment": {"A": "{{ var.value.x }}"}}}
create = SageMakerModelOperator(task_id="create", config=config)
"""

    assert dialects.read(text).document == {
        "ModelName": "{{ ds_nodash }}",
        "PrimaryContainer": {"Image": "{{ IMAGE }}", "Environment": {"A": {"reference": "{{ var.value.x }}"}}},
    }
    assert [pointer for _, pointer, _ in told(text)] == [
        "/ModelName", "/PrimaryContainer/Image", "/PrimaryContainer/Environment/A",
    ]  # fmt: skip


def test_operator_without_its_config_is_refused() -> None:
    with pytest.raises(NotReadable, match="Line 1: the config of SageMakerModelOperator is not here"):
        dialects.read("SageMakerModelOperator(task_id='create', config=config)")


def test_object_of_kubernetes_is_read_among_others() -> None:
    text = """apiVersion: v1
kind: Service
---
apiVersion: sagemaker.services.k8s.aws/v1alpha1
kind: Model
metadata: {name: x}
spec:
  modelName: x-1
  executionRoleARN: arn:aws:iam::123456789012:role/R
  primaryContainer: {image: "a.b/c:1", modelDataURL: "s3://b/m.tar.gz", environment: {my_var: "1"}}
  vpcConfig: {securityGroupIDs: [sg-1], subnets: [subnet-1]}
  tags: [{key: a, value: b}]
"""

    assert dialects.read(text).document == {
        "ModelName": "x-1",
        "ExecutionRoleArn": ROLE,
        "PrimaryContainer": {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/m.tar.gz", "Environment": {"my_var": "1"}},
        "VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]},
        "Tags": [{"Key": "a", "Value": "b"}],
    }


def test_state_is_found_within_its_machine() -> None:
    state = {
        "Type": "Task",
        "Resource": "arn:aws:states:::aws-sdk:sagemaker:createModel",
        "Arguments": {
            "ModelName": "{% $name %}",
            "PrimaryContainer": {"Image": "a.b/c:1", "Environment": {"A.$": "$.a"}},
        },
    }
    text = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass"}, "B": state}})

    assert dialects.read(text).document == {
        "ModelName": "{{ {% $name %} }}",
        "PrimaryContainer": {"Image": "a.b/c:1", "Environment": {"A": {"reference": "{{ $.a }}"}}},
    }


@pytest.mark.parametrize(("text", "container"), [
    ("s3://b/m.tar.gz", {"ModelDataUrl": "s3://b/m.tar.gz"}),
    (" s3://b/m/ \n", {"ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}}}),
    ("s3://b/m.bin", {"ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/m.bin", "S3DataType": "S3Object", "CompressionType": "None"}}}),
    ("https://b.s3.us-east-1.amazonaws.com/m.tar.gz", {"ModelDataUrl": "https://b.s3.us-east-1.amazonaws.com/m.tar.gz"}),
    ("123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1", {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1"}),
    ("public.ecr.aws/a/b@sha256:00ff", {"Image": "public.ecr.aws/a/b@sha256:00ff"}),
    ("arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3",
     {"ModelPackageName": "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"}),
    ("a.b/c:1\ns3://b/m.tar.gz", {"Image": "a.b/c:1", "ModelDataUrl": "s3://b/m.tar.gz"}),
])  # fmt: skip
def test_address_begins_a_request(text: str, container: dict[str, Any]) -> None:
    assert dialects.read(text).document == {"PrimaryContainer": container}


CONSOLE = "https://us-east-1.console.aws.amazon.com/s3"


@pytest.mark.parametrize(("text", "uri"), [
    (f"{CONSOLE}/object/b?region=us-east-1&prefix=m.tar.gz", "s3://b/m.tar.gz"),
    ("arn:aws:s3:::b/m.tar.gz", "s3://b/m.tar.gz"),
    ("s3a://b/m.tar.gz", "s3://b/m.tar.gz"),
    ("https://b.s3.us-east-1.amazonaws.com/m.tar.gz?versionId=1", "s3://b/m.tar.gz"),
])  # fmt: skip
def test_link_to_an_archive_begins_a_request_with_what_it_names(text: str, uri: str) -> None:
    reading = dialects.read(text)

    assert reading.document == {"PrimaryContainer": {"ModelDataUrl": uri}}
    assert [said.message for said in reading.findings] == [
        f"Line 1: this address is “{uri}”, which stands in the request."
    ]


@pytest.mark.parametrize(("text", "uri", "kind"), [
    (f"{CONSOLE}/buckets/b?region=us-east-1&prefix=m/&showversions=false", "s3://b/m/", "S3Prefix"),
    ("https://s3.us-east-1.amazonaws.com/b/m/", "s3://b/m/", "S3Prefix"),
    ("https://b.s3.amazonaws.com/m%20one.bin", "s3://b/m one.bin", "S3Object"),
])  # fmt: skip
def test_link_to_a_folder_or_a_file_begins_a_request_with_a_data_source(text: str, uri: str, kind: str) -> None:
    source = {"S3Uri": uri, "S3DataType": kind, "CompressionType": "None"}

    assert dialects.read(text).document == {"PrimaryContainer": {"ModelDataSource": {"S3DataSource": source}}}
    assert [code for code, _, _ in told(text)] == ["guessed", "guessed"]


@pytest.mark.parametrize(("text", "reason"), [
    ("https://mine-123456789012.s3-accesspoint.us-east-1.amazonaws.com/m.tar.gz", "Line 1: an access point"),
    ("arn:aws:s3:us-east-1:123456789012:accesspoint/mine", "Line 1: an access point"),
    ("https://sagemaker.us-east-1.amazonaws.com/m.tar.gz", "Line 1: this address names no object"),
    ("a.b/c:1\nhttps://s3.amazonaws.com/", "Line 2: this address names no object"),
])  # fmt: skip
def test_address_that_names_no_bucket_is_refused_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(NotReadable) as refused:
        dialects.read(text)
    assert refused.value.sentence.startswith(reason)


SIGNED = "https://b.s3.us-east-1.amazonaws.com/m.tar.gz?X-Amz-Credential=AKIA&X-Amz-Signature=5ec4e7"


@pytest.mark.parametrize("text", [
    SIGNED,
    json.dumps({"ModelName": "a", "PrimaryContainer": {"ModelDataUrl": SIGNED}}),
    f'client.create_model(ModelName="a", PrimaryContainer={{"ModelDataUrl": "{SIGNED}"}})',
    json.dumps({"ModelName": "a", "Containers": [{"ModelDataSource": {"S3DataSource": {"S3Uri": SIGNED}}}]}),
])  # fmt: skip
def test_signature_of_an_address_is_never_kept(text: str) -> None:
    reading = dialects.read(text)

    assert "m.tar.gz" in str(reading.document)
    assert "5ec4e7" not in str(reading)
    assert [said.code for said in reading.findings] == ["dropped"]


def test_signature_in_the_environment_stays_since_the_program_reads_it() -> None:
    document = {"PrimaryContainer": {"Environment": {"FROM": SIGNED}}}

    assert dialects.read(json.dumps(document)).document == document


def test_role_is_an_address_too() -> None:
    assert dialects.read(ROLE).document == {"ExecutionRoleArn": ROLE}


def test_same_address_twice_is_refused() -> None:
    with pytest.raises(NotReadable, match="Line 2: the name “Image” stands twice"):
        dialects.read("a.b/c:1\na.b/c:2")


@pytest.mark.parametrize("around", ["\u200b{}", " {}\u00a0", "\ufeff{}\r", "\n\u2060 {} \u200e\n"])
def test_what_nobody_sees_around_an_address_is_no_part_of_it(around: str) -> None:
    document = dialects.read(around.format("s3://b/m.tar.gz")).document

    assert document == {"PrimaryContainer": {"ModelDataUrl": "s3://b/m.tar.gz"}}
