"""Are the rules that only warn found where they should be, and silent where they should not?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models_ui.contract.json_types import Document
from tests.contract.rules.cases import FOLDER, FOREIGN, IMAGE, NETWORK, PACKAGE, one, request, said, several

Case = tuple[dict[str, Any], list[tuple[str, str]]]
DIRECT: dict[str, Any] = {"InferenceExecutionConfig": {"Mode": "Direct"}}
SERIAL: dict[str, Any] = {"InferenceExecutionConfig": {"Mode": "Serial"}}
MULTI: dict[str, Any] = {"Mode": "MultiModel", "ModelDataUrl": "s3://acme/models/"}


def container_cases() -> Iterator[Case]:
    """Yield what is said of containers that go together, or hardly."""
    yield one(), []
    yield several({}), [("containers-single", "/Containers")]
    yield several({}, {}), []
    yield several({}, {}, **SERIAL), []
    yield one(ContainerHostname="a"), [("hostname-ignored", "/PrimaryContainer/ContainerHostname")]
    yield several({"ContainerHostname": "a"}, {"ContainerHostname": "b"}, **DIRECT), []
    yield one() | SERIAL, [("execution-config-ignored", "/InferenceExecutionConfig")]
    yield one() | DIRECT, [("direct-needs-two", "/InferenceExecutionConfig/Mode")]
    yield several(MULTI, {}), []
    yield several(MULTI, MULTI, {}), [("multimodel-once", "/Containers/1/Mode")]
    yield several({**MULTI, "ContainerHostname": "a"}, {**MULTI, "ContainerHostname": "b"}, **DIRECT), []
    yield request(), [("container-choice", "/PrimaryContainer")]
    yield request(Containers=[], PrimaryContainer={"Image": IMAGE}), []


def archive_cases() -> Iterator[Case]:
    """Yield what is said of model archives."""
    url = "/PrimaryContainer/ModelDataUrl"
    yield one(ModelDataUrl="s3://acme/a.tar.gz"), []
    for bad in ("s3://acme/a.tgz", "s3://acme/a.pkl", "s3://acme/model/", "s3://acme"):
        yield one(ModelDataUrl=bad), [("data-url-targz", url)]
    yield one(ModelDataUrl="https://s3.amazonaws.com/acme/a.tar.gz?X-Amz-Signature=a"), [("location-signed", url)]
    yield one(ModelDataUrl="s3://acme/what?.tar.gz"), []
    for holder in ("<YOUR_BUCKET>", "{{ params.bucket }}", "${BUCKET}", "{bucket}"):
        yield one(ModelDataUrl=f"s3://{holder}/a.tar.gz"), [("location-placeholder", url)]
    yield one(ModelDataUrl="s3://acme/équipe data/模型 v1 (final)+copy/a.tar.gz"), []
    yield one(**MULTI), []
    yield one(**{**MULTI, "ModelDataUrl": "s3://acme/models"}), [("multimodel-url-slash", url)]
    yield one(**{**MULTI, "ModelDataUrl": "s3://acme/a.tar.gz"}), [("multimodel-url-prefix", url)]
    yield one(Mode="MultiModel"), [("multimodel-needs-url", url)]
    yield one(Image=None, ModelPackageName=PACKAGE, Mode="MultiModel"), []
    both = one(Mode="MultiModel", ModelDataSource={"S3DataSource": FOLDER})
    yield both, [("data-source-not-multimodel", "/PrimaryContainer/ModelDataSource")]


def location_cases() -> Iterator[Case]:
    """Yield what is said of locations in S3 in another form than s3://."""
    url, source_at = "/PrimaryContainer/ModelDataUrl", "/PrimaryContainer/ModelDataSource/S3DataSource"
    console = "https://us-east-1.console.aws.amazon.com/s3"
    for https in ("https://s3.amazonaws.com/acme/a.tar.gz", "https://acme.s3.us-east-1.amazonaws.com/a.tar.gz"):
        yield one(ModelDataUrl=https), [("location-https", url)]
    yield source(S3Uri="https://acme.s3.amazonaws.com/a/"), [("location-https", f"{source_at}/S3Uri")]
    yield one(ModelDataUrl="https://acme.com/a.tar.gz"), []
    for link in (f"{console}/object/acme?prefix=a.tar.gz", "arn:aws:s3:::acme/a.tar.gz", "s3a://acme/a.tar.gz"):
        yield one(ModelDataUrl=link), [("location-link", url)]
        yield source(S3Uri=link), [("location-link", f"{source_at}/S3Uri")]
        manifest = source(ManifestS3Uri=link)
        yield manifest, [("location-link", f"{source_at}/ManifestS3Uri")]
    yield (
        source(S3Uri=f"{console}/buckets/acme?prefix=a/", S3DataType="S3Object"),
        [("location-link", f"{source_at}/S3Uri")],
    )
    for point in (
        "https://a-123456789012.s3-accesspoint.us-east-1.amazonaws.com/a.tar.gz",
        "arn:aws:s3:us-east-1:123456789012:accesspoint/a",
    ):
        yield one(ModelDataUrl=point), [("location-access-point", url)]
    for signed in ("https://acme.s3.amazonaws.com/a/?versionId=1", "https://acme.com/a/?Signature=a&Expires=1"):
        yield source(S3Uri=signed), [("s3prefix-slash", f"{source_at}/S3Uri")]
        yield source(S3Uri=signed, S3DataType="S3Object"), [("location-signed", f"{source_at}/S3Uri")]


def source_cases() -> Iterator[Case]:
    """Yield what is said of S3 data sources, for a real-time endpoint."""
    place = "/PrimaryContainer/ModelDataSource/S3DataSource"
    gated = "s3://jumpstart-private-cache-prod-us-east-1/meta/"
    yield source(), []
    yield source(S3Uri="s3://acme/a.bin", S3DataType="S3Object"), []
    yield source(S3Uri="s3://acme/a.tar.gz", S3DataType="S3Object", CompressionType="Gzip"), []
    zipped = source(S3Uri="s3://acme/a.zip", S3DataType="S3Object", CompressionType="Gzip")
    yield zipped, [("gzip-targz-suffix", f"{place}/S3Uri")]
    yield (
        source(S3Uri="s3://acme/a.tar.gz", CompressionType="Gzip"),
        [("gzip-needs-object", f"{place}/CompressionType")],
    )
    yield source(S3Uri=gated), [("eula-missing", f"{place}/S3Uri")]
    yield source(S3Uri=gated, ModelAccessConfig={"AcceptEula": True}), []
    declined = source(S3Uri=gated, ModelAccessConfig={"AcceptEula": False})
    yield declined, [("eula-false", f"{place}/ModelAccessConfig/AcceptEula")]
    for hub in ("123456789012:hub-content/h/Model/m/1.0.0", "aws:hub-content/SageMakerPublicHub/Model/m/1.0.0"):
        yield source(HubAccessConfig={"HubContentArn": f"arn:aws:sagemaker:us-east-1:{hub}"}), []
    for hub in (
        "my-model",
        "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/h/Model/m/1.0.0",
        "arn:aws:s3:::acme",
    ):
        content = source(HubAccessConfig={"HubContentArn": hub})
        yield content, [("hub-content-arn", f"{place}/HubAccessConfig/HubContentArn")]
    more = [{"ChannelName": "a", "S3DataSource": FOLDER}]
    added = "/PrimaryContainer/AdditionalModelDataSources"
    yield one(AdditionalModelDataSources=more), [("additional-needs-main", added)]
    yield one(AdditionalModelDataSources=[]), []
    yield one(AdditionalModelDataSources=more, ModelDataSource={"S3DataSource": FOLDER}), []
    yield one(AdditionalModelDataSources=more, **MULTI), [("additional-not-multimodel", added)]


def source(**members: Any) -> Document:
    """Return a request with a data source whose members differ from those of a folder."""
    return one(ModelDataSource={"S3DataSource": {**FOLDER, **members}})


def image_cases() -> Iterator[Case]:
    """Yield what is said of images."""
    image = "/PrimaryContainer/Image"
    host = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
    for good in (f"{host}/a:1", f"{host}/a@sha256:{'0' * 64}", f"{host}/a/b:latest@sha256:{'0' * 64}"):
        yield one(Image=good), []
    for good in ("123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/a:1", "123456789012.dkr-ecr.us-east-1.on.aws/a:1"):
        yield one(Image=good), []
    for moving in (f"{host}/a", f"{host}/a:latest", host):
        yield one(Image=moving), [("image-tag-or-digest", image)]
    for elsewhere in ("eu-west-1.amazonaws.com", "cn-north-1.amazonaws.com.cn"):
        yield one(Image=f"123456789012.dkr.ecr.{elsewhere}/a:1"), [("ecr-region", image)]
    for foreign in ("public.ecr.aws/a/b:1", "python:3.11", "acme/infer:1", "localhost:5000/a:1"):
        yield one(Image=foreign), [("non-ecr-needs-vpc-mode", image)]
    aws = "dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312"
    yield one(Image=f"763104351884.{aws}"), []
    yield one(Image=f"217643126080.{aws}"), [("aws-image-account", image)]
    yield one(Image=f"217643126080.{aws}@sha256:{'0' * 64}"), [("aws-image-account", image)]
    yield (
        one(Image="763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6-gpu-py312"),
        [("ecr-region", image)],
    )
    through = one(Image="localhost:5000/a:1", ImageConfig={"RepositoryAccessMode": "Vpc"})
    yield through, [("vpc-mode-needs-vpc", "/PrimaryContainer/ImageConfig/RepositoryAccessMode")]
    yield through | {"VpcConfig": NETWORK}, []
    yield one(ImageConfig={"RepositoryAccessMode": "Vpc"}) | {"VpcConfig": NETWORK}, []


def package_cases() -> Iterator[Case]:
    """Yield what is said of model packages."""
    name = "/PrimaryContainer/ModelPackageName"
    for good in (PACKAGE, "churn", "churn/12"):
        yield packaged(good, Environment={"A": "1"}), []
    yield packaged(PACKAGE.replace("us-east-1", "eu-west-1")), [("package-region", name)]
    yield packaged(FOREIGN), [("marketplace-needs-isolation", "/EnableNetworkIsolation")]
    isolated = {"EnableNetworkIsolation": True}
    yield packaged(FOREIGN, Environment={}) | isolated, []
    variables = packaged(FOREIGN, Environment={"A": "1"}) | isolated
    yield variables, [("package-environment-marketplace", "/PrimaryContainer/Environment")]
    two = several({"ModelPackageName": FOREIGN}, {"ModelPackageName": FOREIGN})
    yield two, [("marketplace-needs-isolation", "/EnableNetworkIsolation")]
    yield one(ModelPackageName=PACKAGE, ModelDataUrl="s3://acme/a.tar.gz"), [("image-or-package", name)]
    yield one(Image=None), [("image-or-package-missing", "/PrimaryContainer/Image")]


def packaged(name: str, **members: Any) -> Document:
    """Return a request for a model package."""
    return one(Image=None, ModelPackageName=name, **members)


def environment_cases() -> Iterator[Case]:
    """Yield what is said of variables, of an isolated container too."""
    yield one(Environment={}), []
    yield one(Environment={"HF_TOKEN": "x"}), [("env-no-secrets", "/PrimaryContainer/Environment/HF_TOKEN")]
    two = several({"Environment": {"DB_PASSWORD": "x"}}, {"Environment": {"A/B~": "ghp_" + "a1" * 18}})
    assert said(two)[0] == ("env-no-secrets", "/Containers/0/Environment/DB_PASSWORD")
    isolated = {"EnableNetworkIsolation": True}
    near = {"HF_MODEL_ID": "/opt/ml/model", "HF_TASK": "x", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"}
    yield one(Environment={**near, "URL": "http://localhost:80", "OPTION_MODEL_ID": ""}) | isolated, []
    far = {
        "HF_MODEL_ID": "a/b",
        "A": "s3://acme/a",
        "B": "https://x.example",
        "OPTION_MODEL_ID": "a",
        "SM_VLLM_MODEL": "c/d",
    }
    yield one(Environment=far), []
    reached = [("isolation-needs-local", f"/PrimaryContainer/Environment/{name}") for name in far]
    yield one(Environment=far) | isolated, reached
    yield one(Environment=far) | {"EnableNetworkIsolation": False}, []


def role_cases() -> Iterator[Case]:
    """Yield what is said of roles."""
    of_a_service = "arn:aws:iam::123456789012:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForX"
    yield one() | {"ExecutionRoleArn": of_a_service}, [("role-service-linked", "/ExecutionRoleArn")]
    yield one() | {"ExecutionRoleArn": "arn:aws-cn:iam::123456789012:role/SageMaker"}, []
    yield {"ModelName": "churn", "PrimaryContainer": {"Image": IMAGE}}, [("role-needed", "/ExecutionRoleArn")]


CASES = [
    *container_cases(),
    *archive_cases(),
    *location_cases(),
    *source_cases(),
    *image_cases(),
    *package_cases(),
    *environment_cases(),
    *role_cases(),
]


@pytest.mark.parametrize(("document", "expected"), CASES)
def test_what_is_said_of_a_request_for_an_endpoint(document: Document, expected: list[tuple[str, str]]) -> None:
    assert said(document, use="real-time") == expected
