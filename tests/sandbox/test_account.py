"""What is refused for what is in the account? Texts in quotes were seen in public."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.calls import REGISTRY, ROLE, URL, container, pipeline, request, source, text
from tests.sandbox_server import Sandbox

NO_TRUST = "arn:aws:iam::123456789012:role/DataLakeReaderRole"
UNKNOWN_ROLE = "arn:aws:iam::123456789012:role/Nobody"
SERVICE_ROLE = "arn:aws:iam::123456789012:role/service-role/AmazonSageMaker-ExecutionRole-20260114T101500"
OCI = "application/vnd.oci.image.manifest.v1+json"
OCI_END = "Ensure that valid manifest media type is used for specified image."
TRUST = (
    "is invalid. Please ensure that the role exists and that its trust relationship policy allows the action "
    '"sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".'
)


def image(name: str, **members: Any) -> dict[str, Any]:
    """Return a request for an image of the account's registry."""
    return request(PrimaryContainer=container(Image=f"{REGISTRY}/{name}", **members))


def data(uri: str) -> dict[str, Any]:
    """Return a request for an archive."""
    return request(PrimaryContainer=container(ModelDataUrl=uri))


def label(name: str, which: str) -> str:
    """Return AWS's text for a label that an image lacks."""
    wanted = f"com.amazonaws.sagemaker.capabilities.{which}=true"
    return f"Your Ecr Image {REGISTRY}/{name} does not contain required {wanted} Docker label(s)."


SEEN = [
    (request(ExecutionRoleArn=UNKNOWN_ROLE), f'The execution role ARN "{UNKNOWN_ROLE}" {TRUST}'),
    (request(ExecutionRoleArn=NO_TRUST), f'The execution role ARN "{NO_TRUST}" {TRUST}'),
    (image("churn-post:9.9.9"), f"Requested image {REGISTRY}/churn-post:9.9.9 not found."),
    (image("nothing:1"), f"Requested image {REGISTRY}/nothing:1 not found."),
    (
        image("churn-oci:1.0.0"),
        f"Unsupported manifest media type {OCI} for image {REGISTRY}/churn-oci:1.0.0. {OCI_END}",
    ),
    (
        image("pricing:0.9.0", Mode="MultiModel", ModelDataUrl="s3://acme-models/fraud/countries/"),
        label("pricing:0.9.0", "multi-models"),
    ),
    (
        pipeline(container(), container(Image=f"{REGISTRY}/pricing:0.9.0")),
        label("pricing:0.9.0", "accept-bind-to-port"),
    ),
    (
        data("s3://acme-models/churn/8/model.tar.gz"),
        "Could not find model data at s3://acme-models/churn/8/model.tar.gz.",
    ),
    (
        data("s3://no-such-bucket-anywhere/m.tar.gz"),
        "Could not find model data at s3://no-such-bucket-anywhere/m.tar.gz.",
    ),
    (
        request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source("s3://acme-models/churn/9/"))),
        "Could not find model data at s3://acme-models/churn/9/.",
    ),
    (
        request(
            PrimaryContainer={
                "ModelPackageName": "arn:aws:sagemaker:us-east-1:865070037744:model-package/cohere-medium",
            },
            EnableNetworkIsolation=True,
        ),
        "Caller is not subscribed to the marketplace offering.",
    ),
]


@pytest.mark.parametrize(("sent", "said"), SEEN)
def test_what_the_account_lacks_is_refused_in_aws_words(sandbox: Sandbox, sent: dict[str, Any], said: str) -> None:
    assert text(sandbox.client(), sent) == said


@pytest.mark.parametrize("sent", [sent for sent, _ in SEEN])
def test_without_account_checks_it_is_created(sandbox: Sandbox, sent: dict[str, Any]) -> None:
    sandbox.account_checks(on=False)
    assert sandbox.client().create_model(**sent)["ModelArn"].endswith(":model/churn")


def test_a_bucket_of_another_region_is_refused(sandbox: Sandbox) -> None:
    said = text(sandbox.client(), data("s3://acme-models-eu/churn/7/model.tar.gz"))
    assert said.startswith(
        "Could not access model data at s3://acme-models-eu/churn/7/model.tar.gz. "
        f'Please ensure that the role "{ROLE}" exists'
    )
    assert '"s3:GetObject" permissions and that the object is located in us-east-1.' in said


OFFICE = {"Subnets": ["subnet-02c9a7b5"], "SecurityGroupIds": ["sg-04c1a2f9"]}
NETWORKS = [
    (
        {"Subnets": ["subnet-0f3a19c2", "subnet-dead"], "SecurityGroupIds": ["sg-04c1a2f9"]},
        "'subnet-dead' does not exist",
    ),
    ({"Subnets": ["subnet-0f3a19c2"], "SecurityGroupIds": ["sg-dead"]}, "'sg-dead' does not exist"),
    (OFFICE, "must belong to the same VPC"),
]


@pytest.mark.parametrize(("config", "words"), NETWORKS)
def test_networks_must_exist_and_belong_together(sandbox: Sandbox, config: dict[str, Any], words: str) -> None:
    assert words in text(sandbox.client(), request(VpcConfig=config))


def test_a_package_that_is_missing_is_refused(sandbox: Sandbox) -> None:
    package = "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/99"
    assert package in text(sandbox.client(), request(PrimaryContainer={"ModelPackageName": package}))


GOOD = [
    request(),
    request(ExecutionRoleArn=SERVICE_ROLE),
    image("churn-post:latest"),
    image("churn-post"),
    image("fraud-multi:3.1.0", Mode="MultiModel", ModelDataUrl="s3://acme-models/fraud/countries/"),
    request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source())),
    request(PrimaryContainer=container(Image="763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.36.0-lmi")),
    data("https://s3.us-east-1.amazonaws.com/acme-models/churn/7/model.tar.gz"),
    data("https://acme-models.s3.amazonaws.com/churn/7/model.tar.gz"),
    request(PrimaryContainer={"ModelPackageName": "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"}),
    request(
        VpcConfig={"Subnets": ["subnet-0f3a19c2", "subnet-0b77d1e4"], "SecurityGroupIds": ["sg-04c1a2f9"]},
    ),
    pipeline(container(Image=f"{REGISTRY}/churn-features:2.0.0", ModelDataUrl=None), container(ModelDataUrl=URL)),
]


@pytest.mark.parametrize("sent", GOOD)
def test_what_the_account_has_is_created(sandbox: Sandbox, sent: dict[str, Any]) -> None:
    assert sandbox.client().create_model(**sent)["ModelArn"].endswith(":model/churn")


def test_an_image_is_found_by_its_digest(sandbox: Sandbox) -> None:
    images = sandbox.client("ecr").describe_images(repositoryName="churn-post", imageIds=[{"imageTag": "1.4.2"}])
    digest = images["imageDetails"][0]["imageDigest"]
    sandbox.client().create_model(**image(f"churn-post@{digest}"))
    assert sandbox.calls("CreateModel")[0]["outcome"] == "done"
