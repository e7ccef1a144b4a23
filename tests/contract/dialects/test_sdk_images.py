"""Is the image that the SageMaker SDK finds by itself found, where it can be known?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract import dialects
from models_ui.contract.dialects.reading import Reading

AWS = "763104351884.dkr.ecr.us-east-1.amazonaws.com"
PLACE = "/PrimaryContainer/Image"


def image(text: str, region: str = "us-east-1") -> Any:
    return container(dialects.read(text, region=region)).get("Image")


def container(reading: Reading) -> Any:
    return reading.document["PrimaryContainer"]


def said(text: str, region: str = "us-east-1") -> list[str]:
    findings = dialects.read(text, region=region).findings
    return [f"{found.code} {found.severity}: {found.message}" for found in findings if found.pointer == PLACE]


DEPLOY = 'model.deploy(1, instance_type="{}")'


@pytest.mark.parametrize(
    ("constructor", "instance", "found"),
    [
        (
            "HuggingFaceModel(transformers_version='4.49', pytorch_version='2.6', py_version='py312', role='r')",
            "ml.g5.xlarge",
            "huggingface-pytorch-inference:2.6-transformers4.49.0-gpu-py312-cu124-ubuntu22.04",
        ),
        (
            "HuggingFaceModel(transformers_version='4.26.0', tensorflow_version='2.11.0', role='r')",
            "ml.m5.xlarge",
            "huggingface-tensorflow-inference:2.11.0-transformers4.26.0-cpu-py39-ubuntu20.04",
        ),
        (
            "HuggingFaceModel(transformers_version='4.55.4', pytorch_version='2.8.0', role='r')",
            "ml.inf2.xlarge",
            "huggingface-pytorch-inference-neuronx:2.8.0-transformers4.55.4-neuronx-py310-sdk2.26.0-ubuntu22.04",
        ),
        ("PyTorchModel('s3://b/m', 'r', framework_version='2.6', py_version='py312')", "ml.g5.xlarge",
         "pytorch-inference:2.6-gpu-py312"),
        ("TensorFlowModel('s3://b/m', 'r', framework_version='2.19')", "ml.m5.xlarge", "tensorflow-inference:2.19-cpu"),
        ("MXNetModel('s3://b/m', 'r', framework_version='1.9.0', py_version='py38')", "ml.m5.xlarge",
         "mxnet-inference:1.9.0-cpu-py38"),
    ],
)  # fmt: skip
def test_constructor_is_resolved_for_the_instance_it_is_deployed_to(
    constructor: str, instance: str, found: str
) -> None:
    assert image(f"model = {constructor}\n{DEPLOY.format(instance)}") == f"{AWS}/{found}"


def test_constructor_with_one_processor_needs_no_instance() -> None:
    text = "XGBoostModel('s3://b/m', 'r', 'x.py', framework_version='1.7-1')"
    assert image(text) == "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
    text = "SKLearnModel('s3://b/m', 'r', 'x.py', framework_version='1.2-1', py_version='py3')"
    assert image(text, "eu-west-1").startswith("141502667606.dkr.ecr.eu-west-1.")


def test_versions_may_be_names_and_numbers() -> None:
    text = f"v = '2.6'\nmodel = PyTorchModel(role='r', framework_version=v)\n{DEPLOY.format('ml.g5.xlarge')}"
    assert image(text) == f"{AWS}/pytorch-inference:2.6-gpu-py312"
    assert image(text.replace("'2.6'", "2.6")) == f"{AWS}/pytorch-inference:2.6-gpu-py312"


def test_what_was_found_is_told_with_its_line() -> None:
    assert said(f"\nmodel = PyTorchModel(role='r', framework_version='2.6')\n{DEPLOY.format('ml.g5.xlarge')}") == [
        (
            "guessed info: Line 2: the SDK finds the image by itself. In us-east-1 it is PyTorch inference 2.6.0, GPU, "
            "Python 3.12: see that it is right."
        )
    ]


def test_what_names_the_image_is_not_told_to_be_lost() -> None:
    text = (
        f"model = PyTorchModel(role='r', framework_version='2.6', entry_point='x.py')\n{DEPLOY.format('ml.g5.xlarge')}"
    )
    dropped = [found.message for found in dialects.read(text, region="us-east-1").findings if found.code == "dropped"]
    assert len(dropped) == 1
    assert "entry_point" in dropped[0]


@pytest.mark.parametrize(
    ("text", "region", "words"),
    [
        ("PyTorchModel(role='r', framework_version='2.6')", "us-east-1", "Say what it runs on: CPU, GPU."),
        ("SKLearnModel(role='r', framework_version='1.2-1')", "", ("It is scikit-learn 1.2-1, CPU, Python 3. "
         "Its address has a region in it: choose a connection, then the image.")),
        ("SKLearnModel(role='r', framework_version='1.2-1')", "mars-1", "AWS publishes no scikit-learn 1.2-1 in mars-1."),
        ("SKLearnModel(role='r', framework_version='9')", "us-east-1", "The newest is 1.9-0."),
        ("SKLearnModel(role='r', framework_version=version)", "us-east-1", "is not here."),
        ("SKLearnModel(role='r')", "us-east-1", "The version is not here."),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_asked_for(text: str, region: str, words: str) -> None:
    [told] = said(text, region)
    assert told.startswith("missing error: Line 1: the SDK finds the image of ")
    assert words in told
    assert image(text, region) is None


def test_image_that_is_named_beats_the_versions() -> None:
    assert image("SKLearnModel(role='r', framework_version='1.2-1', image_uri='a.b/c:1')") == "a.b/c:1"
    assert said("SKLearnModel(role='r', framework_version='1.2-1', image_uri='a.b/c:1')") == []
    assert image("SKLearnModel(role='r', framework_version='1.2-1', image_uri=None)").endswith(":1.2-1-cpu-py3")


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("image_uris.retrieve('xgboost', region, '1.7-1')", "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"),
        (("sagemaker.image_uris.retrieve(framework='pytorch', region=boto3.Session().region_name, version='2.6', "
         "py_version='py312', instance_type='ml.g5.2xlarge', image_scope='inference')"), f"{AWS}/pytorch-inference:2.6-gpu-py312"),
        ("retrieve('pytorch', 'us-east-1', version='2.6', instance_type='ml.c7g.large')",
         f"{AWS}/pytorch-inference-arm64:2.6-cpu-py312-ubuntu22.04-sagemaker"),
        ("image_uris.retrieve('kmeans', 'us-east-1')", "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1"),
        ("image_uris.retrieve(framework='djl-lmi', region='us-east-1', version='0.36.0')", f"{AWS}/djl-inference:0.36.0-lmi27.0.0-cu130"),
        ("get_huggingface_llm_image_uri('huggingface', version='3.2.3')",
         f"{AWS}/huggingface-pytorch-tgi-inference:2.6.0-tgi3.2.3-gpu-py311-cu124-ubuntu22.04"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around",
    [
        "image = {}\nModel(image_uri=image, role='r')",
        "Model(image_uri={}, role='r')",
        "image = {}\nclient.create_model(ModelName='a', PrimaryContainer={{'Image': image}})",
    ],
)
def test_image_that_is_retrieved_is_known(around: str, call: str, found: str) -> None:
    assert image(around.format(call)) == found


def test_region_of_a_call_beats_that_of_the_connection() -> None:
    text = "Model(image_uri=image_uris.retrieve('xgboost', 'eu-west-1', '1.7-1'), role='r')"
    assert ".eu-west-1." in image(text, "us-east-1")


@pytest.mark.parametrize(
    "call",
    [
        "image_uris.retrieve(framework, region, '1.7-1')",
        "image_uris.retrieve('pytorch', region, '2.6')",
        "image_uris.retrieve('pytorch', region, '2.6', instance_type='ml.g5.xlarge', image_scope='training')",
        "image_uris.retrieve(region=None, framework=None, model_id='llama')",
        "client.retrieve('something')",
        "image_uris.retrieve(image, 'us-east-1', image)",
    ],
)
def test_what_cannot_be_retrieved_stays_a_reference(call: str) -> None:
    text = f"image = {call}\nModel(image_uri=image, role='r')"
    assert image(text).startswith("{{ ")
    assert [told.split(":")[0] for told in said(text)] == ["reference error"]
