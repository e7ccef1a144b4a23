"""What does CreateModel accept?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models_ui.contract import compiled
from models_ui.contract.checking import Checker, Naming
from models_ui.contract.engines import Quick
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.schema import schema as schema_of
from models_ui.contract.tree import Structure

SERVICE = "sagemaker"
OPERATION = "CreateModel"
FILE = Path(__file__).with_name("create_model.json")

_LETTERS_AND_HYPHENS = "may hold letters, digits and hyphens, and begins and ends with a letter or digit"
_LOCATION = "must begin with s3:// or https:// and name a bucket, as in s3://acme-models/churn/model.tar.gz"
_ONE_LINE = "must be one line"
_ID = "may hold letters, digits and hyphens"
_TAG = "may hold letters, digits, spaces and the characters _ . : / = + - @"
# What each pattern asks for, by the name of its shape; a sentence goes on with it after the name of the place.
FORMS = {
    "ModelName": _LETTERS_AND_HYPHENS,
    "ContainerHostname": _LETTERS_AND_HYPHENS,
    "InferenceSpecificationName": _LETTERS_AND_HYPHENS,
    "ContainerImage": "must be an image without spaces, as in 123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1.4",
    "Url": _LOCATION,
    "S3ModelUri": _LOCATION,
    "RepositoryCredentialsProviderArn": _ONE_LINE,
    "HubContentArn": _ONE_LINE,
    "AdditionalModelChannelName": "may hold letters, digits, dots, hyphens and underscores",
    "EnvironmentKey": "may hold letters, digits and underscores, and does not begin with a digit",
    "VersionedArnOrName": (
        "must be the name or the ARN of a model package, as in "
        "arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3"
    ),
    "MetricsEndpointPath": "must begin with a slash, go on with letters, digits and / _ . -, and hold no two dots in a row",
    "RoleArn": "must be the ARN of an IAM role, as in arn:aws:iam::123456789012:role/SageMakerExecutionRole",
    "TagKey": _TAG,
    "TagValue": _TAG,
    "SecurityGroupId": _ID,
    "SubnetId": _ID,
}


def check(document: Document, *, names: Naming | None = None) -> list[Finding]:
    """Return what the API would refuse of a request, one finding a fault, in the order of the fields. Total.

    `names` says how sentences call a place; without it they use the words of its members.
    """
    return _checker().check(document, names=names)


@cache
def tree() -> Structure:
    """Return the fields of a request, as the committed service model has them."""
    return compiled.read(FILE)


@cache
def schema() -> Document:
    """Return the JSON Schema of a request."""
    return schema_of(tree())


@cache
def _checker() -> Checker:
    return Checker(tree(), Quick(schema()), FORMS)
