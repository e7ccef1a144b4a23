"""What is refused beyond shapes, for the request alone? Texts in quotes were seen in public."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.calls import IMAGE, REGISTRY, container, pipeline, refusal, request, source, text
from tests.sandbox_server import Sandbox

GATED = "s3://jumpstart-private-cache-prod-us-east-1/meta-textgeneration/model/"
FOREIGN = "arn:aws:sagemaker:us-east-1:865070037744:model-package/cohere-medium"
ABROAD = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn-post:1.4.2"
VPC = {"SecurityGroupIds": ["sg-04c1a2f9"], "Subnets": ["subnet-0f3a19c2"]}
ONE_OR_THE_OTHER = "Specify one of either Image and Model Data URL or ModelPackageName in container definition."
EULA = (
    "The AcceptEula value must be explicitly defined as True in order to accept the EULA that this "
    f'"{GATED}" model requires.'
)


def gated(**access: Any) -> dict[str, Any]:
    """Return a request for artefacts behind a licence."""
    return request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source(GATED, **access)))


def multi(**members: Any) -> dict[str, Any]:
    """Return a container for many models."""
    image = f"{REGISTRY}/fraud-multi:3.1.0"
    return container(Image=image, Mode="MultiModel", **{"ModelDataUrl": "s3://acme-models/fraud/countries/", **members})


SEEN = [
    (request(PrimaryContainer=container(ModelPackageName="churn/3")), ONE_OR_THE_OTHER),
    (request(PrimaryContainer={"Environment": {"A": "1"}}), ONE_OR_THE_OTHER),
    (
        request(PrimaryContainer=container(Image=ABROAD)),
        f'Region of "{ABROAD}" does not match expected region of us-east-1. Cross region ECR image pulls are not allowed.',
    ),
    (
        request(PrimaryContainer=container(Image="docker.io/library/nginx:1")),
        'Using non-ECR image "docker.io/library/nginx:1" without Vpc repository access mode is not supported.',
    ),
    (
        request(PrimaryContainer=container(Image="public.ecr.aws/nginx/nginx:1")),
        'Using non-ECR image "public.ecr.aws/nginx/nginx:1" without Vpc repository access mode is not supported.',
    ),
    (
        pipeline(multi(), multi()),
        "More than one container in MultiModel mode is not supported with inference pipeline.",
    ),
    (gated(), EULA),
    (gated(ModelAccessConfig={"AcceptEula": False}), EULA),
    (
        request(PrimaryContainer={"ModelPackageName": FOREIGN, "Environment": {"A": "1"}}, EnableNetworkIsolation=True),
        "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.",
    ),
    (
        request(
            PrimaryContainer={"ModelPackageName": "arn:aws:sagemaker:eu-west-1:123456789012:model-package/churn/3"}
        ),
        "ARN should be scoped to correct region: us-east-1",
    ),
]


@pytest.mark.parametrize(("sent", "said"), SEEN)
def test_what_was_seen_to_be_refused_is_refused_in_those_words(
    sandbox: Sandbox, sent: dict[str, Any], said: str
) -> None:
    assert text(sandbox.client(), sent) == said


FORBIDDEN = [
    (request(PrimaryContainer=None), "PrimaryContainer or Containers"),
    (request(Containers=[container()]), "not both"),
    (pipeline(container(), InferenceExecutionConfig={"Mode": "Direct"}), "at least two containers"),
    (pipeline(container(), container(), InferenceExecutionConfig={"Mode": "Direct"}), "for every container"),
    (pipeline(container(ContainerHostname="a"), container()), "for all containers or for none"),
    (pipeline(container(ContainerHostname="a"), container(ContainerHostname="a")), '"a" is used by more than one'),
    (request(PrimaryContainer=multi(ModelDataUrl=None, ModelDataSource=source())), "not supported with MultiModel"),
    (request(PrimaryContainer=multi(ModelDataUrl=None)), "ModelDataUrl must be specified"),
    (request(PrimaryContainer=multi(ModelDataUrl="s3://acme-models/a.tar.gz")), "must be a prefix, not one archive"),
    (
        request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source("s3://acme-models/churn/7"))),
        "must end with a forward slash",
    ),
    (
        request(PrimaryContainer=container(ImageConfig={"RepositoryAccessMode": "Vpc"})),
        "VpcConfig must be specified",
    ),
    (
        request(
            PrimaryContainer=container(
                ImageConfig={
                    "RepositoryAccessMode": "Platform",
                    "RepositoryAuthConfig": {"RepositoryCredentialsProviderArn": "arn:aws:lambda:x"},
                }
            )
        ),
        "only when RepositoryAccessMode is Vpc",
    ),
    (
        request(
            VpcConfig=VPC,
            PrimaryContainer=container(
                ImageConfig={
                    "RepositoryAccessMode": "Vpc",
                    "RepositoryAuthConfig": {"RepositoryCredentialsProviderArn": "arn:aws:iam::1:role/a"},
                }
            ),
        ),
        "must be the ARN of a Lambda function",
    ),
    (request(PrimaryContainer={"ModelPackageName": FOREIGN}), "EnableNetworkIsolation must be true"),
    (request(PrimaryContainer=container(Environment={"A": "é" * 513})), "must not exceed 1024 bytes"),
    (
        pipeline(*[container(Environment={f"K{n}": "v" * 1000 for n in range(17)})] * 2),
        "in all containers must not exceed 32 KB",
    ),
    (
        request(
            PrimaryContainer=container(
                ContainerMetricsConfig={
                    "MetricsEndpoints": [{"MetricsEndpointPath": "/m", "MetricPublishFrequencyInSeconds": 45}]
                }
            )
        ),
        "MetricPublishFrequencyInSeconds must be one of",
    ),
    (request(Tags=[{"Key": "aws:team", "Value": "x"}]), "aws: prefixed tag key names are not allowed"),
    (request(Tags=[{"Key": "team", "Value": "a"}, {"Key": "team", "Value": "b"}]), '"team" is used more than once'),
]


@pytest.mark.parametrize(("sent", "words"), FORBIDDEN)
def test_what_the_documents_forbid_is_refused(sandbox: Sandbox, sent: dict[str, Any], words: str) -> None:
    assert words in text(sandbox.client(), sent)


TAKEN_AS_THEY_ARE = [
    pipeline(container()),
    pipeline(container(ContainerHostname="a"), container(ContainerHostname="b")),
    request(PrimaryContainer=container(ModelDataUrl=None)),
    request(PrimaryContainer=container(ModelDataUrl=None, ModelDataSource=source())),
    request(PrimaryContainer=multi()),
    request(PrimaryContainer={"ModelPackageName": "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"}),
    request(
        PrimaryContainer=container(Image="docker.io/a/b:1", ImageConfig={"RepositoryAccessMode": "Vpc"}), VpcConfig=VPC
    ),
    gated(ModelAccessConfig={"AcceptEula": True}),
    request(ExecutionRoleArn=None),
    request(Tags=[], EnableNetworkIsolation=False, PrimaryContainer=container(Environment={})),
]


@pytest.mark.parametrize("sent", TAKEN_AS_THEY_ARE)
def test_what_nothing_speaks_against_is_created(sandbox: Sandbox, sent: dict[str, Any]) -> None:
    made = sandbox.client().create_model(**sent)["ModelArn"]
    assert made == "arn:aws:sagemaker:us-east-1:123456789012:model/churn"


def test_a_taken_name_is_refused_and_the_model_stays(sandbox: Sandbox) -> None:
    client = sandbox.client()
    arn = client.create_model(**request())["ModelArn"]
    said = text(client, request(PrimaryContainer=container(Image=f"{REGISTRY}/pricing:0.9.0")))
    assert said == f'Cannot create already existing model "{arn}".'
    assert client.describe_model(ModelName="churn")["PrimaryContainer"]["Image"] == IMAGE


def test_names_differ_by_case_and_by_region(sandbox: Sandbox) -> None:
    sandbox.account_checks(on=False)
    sandbox.client().create_model(**request("churn"))
    sandbox.client().create_model(**request("Churn"))
    sandbox.client(region="eu-west-1").create_model(**request(PrimaryContainer=container(Image=ABROAD)))
    assert [effect["count"] for effect in sandbox.ledger()["effects"]] == [1, 1, 1]


def test_a_call_without_a_signature_is_refused(sandbox: Sandbox) -> None:
    import boto3
    from botocore import UNSIGNED
    from botocore.config import Config

    unsigned = boto3.client(
        "sagemaker", region_name="us-east-1", endpoint_url=sandbox.url, config=Config(signature_version=UNSIGNED)
    )
    assert refusal(unsigned, request()).startswith("MissingAuthenticationTokenException: ")
