"""What does SageMaker answer to CreateModel, and what has it under a name?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from models_ui.aws.accounts import WrongAccount
from models_ui.aws.errors import AwsError
from models_ui.aws.redaction import kept
from models_ui.contract.json_types import Document

# botocore's throttling codes, and AWS's for a request that came too slowly: to be sent again, so no final answer.
NOT_FINAL = frozenset(
    {
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "LimitExceededException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "RequestTimeout",
        "RequestTimeoutException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException",
    }
)
# The beginning of the only answer that means "there is none": the code alone is that of any wrong request.
NOT_FOUND = "Could not find model"


@dataclass(frozen=True, slots=True)
class Created:
    """SageMaker made the model in this call."""

    arn: str
    request_id: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """The call had no effect, and the same call would fail again."""

    error: AwsError


@dataclass(frozen=True, slots=True)
class Unknown:
    """The call may have had an effect, or may well have one when it is made again: somebody has to look."""

    error: AwsError


Answer: TypeAlias = Created | Failed | Unknown


@dataclass(frozen=True, slots=True)
class Described:
    """A SageMaker model as DescribeModel tells of it; `document` without the ARN and the time."""

    arn: str
    document: Document
    created_at: datetime


class Unanswered(Exception):  # noqa: N818 - it tells of an answer
    """AWS did not say what was asked, so nothing follows from it."""


def create(client: Any, request: Document) -> Answer:
    """Send a request as it stands and say what became of it. Never raises for what AWS or the network does."""
    try:
        said = client.create_model(**request)
    except Exception as trouble:  # noqa: BLE001 - whatever breaks on the way to an answer, the effect is the question
        return _without_success(trouble, request)
    arn = said.get("ModelArn")
    if isinstance(arn, str) and arn.endswith(f":model/{request.get('ModelName')}"):
        return Created(arn, said["ResponseMetadata"].get("RequestId"))
    return Unknown(AwsError("NoArn", "The answer does not name the model that was asked for.", 200, None))


def _without_success(trouble: Exception, request: Document) -> Answer:
    from botocore.exceptions import ClientError, NoCredentialsError, ParamValidationError

    if isinstance(trouble, ClientError):
        error = _said(trouble, request)
        return Failed(error) if _is_final(error) else Unknown(error)
    error = AwsError(type(trouble).__name__, kept(str(trouble), request), None, None)
    # These three are raised before anything leaves the machine.
    not_sent = isinstance(trouble, WrongAccount | NoCredentialsError | ParamValidationError)
    return Failed(error) if not_sent else Unknown(error)


def _said(trouble: Any, request: Document) -> AwsError:
    error, about = trouble.response.get("Error", {}), trouble.response.get("ResponseMetadata", {})
    return AwsError(
        code=str(error.get("Code", ""))[:100],
        message=kept(str(error.get("Message", "")), request),
        status=about.get("HTTPStatusCode"),
        request_id=about.get("RequestId"),
    )


def _is_final(error: AwsError) -> bool:
    """Tell whether AWS itself refused for good. A number for a code is a proxy's page, not a word of AWS."""
    refused = error.status is not None and 400 <= error.status < 500 and error.status not in (408, 429)
    return refused and error.code[:1].isalpha() and error.code not in NOT_FINAL | {"Unknown"}


def find(client: Any, name: str) -> Described | None:
    """Return what SageMaker has under a name; None only where it says that there is no such model.

    Raises Unanswered for every other refusal, for silence and for an answer that makes no sense.
    """
    from botocore.exceptions import ClientError

    try:
        said = client.describe_model(ModelName=name)
        about = {"ModelArn", "CreationTime", "ResponseMetadata"}
        document = {member: value for member, value in said.items() if member not in about}
        return Described(said["ModelArn"], document, said["CreationTime"])
    except ClientError as refusal:
        error = refusal.response.get("Error", {})
        if error.get("Code") == "ValidationException" and str(error.get("Message", "")).startswith(NOT_FOUND):
            return None
        raise Unanswered(f"DescribeModel was refused: {error.get('Code')}") from refusal
    except Exception as trouble:
        raise Unanswered(f"DescribeModel had no answer: {type(trouble).__name__}") from trouble


def tags(client: Any, arn: str) -> dict[str, str]:
    """Return the tags that SageMaker shows of a model, of all pages. New ones may lag. Raises Unanswered."""
    try:
        pages = client.get_paginator("list_tags").paginate(ResourceArn=arn)
        return {tag["Key"]: tag["Value"] for page in pages for tag in page["Tags"]}
    except Exception as trouble:
        raise Unanswered(f"ListTags had no answer: {type(trouble).__name__}") from trouble
