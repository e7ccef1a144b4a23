"""What does the sandbox say to requests that people really sent?"""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError, ParamValidationError

from models_ui.aws.compare import same
from tests.corpus import BROKEN, GOOD, region_of
from tests.sandbox.calls import text
from tests.sandbox_server import Sandbox

# Accepted here, each for its reason: the account decides, or nobody saw CreateModel itself refuse it.
ACCEPTED = {
    "access-denied-createmodel": "the sandbox gives every caller every right",
    "cfn-pickle-model-data": "documents want .tar.gz; whether CreateModel or the endpoint refuses was not seen",
    "issue-ecr-image-without-tag": "refused in 2018; today's documents allow an image without a tag",
    "issue-image-not-found": "the account decides, and its checks are off",
    "issue-marketplace-not-subscribed": "the account decides, and its checks are off",
    "issue-prefix-data-not-found": "the account decides, and its checks are off",
    "placeholder-bucket": "the account decides, and its checks are off",
}
# Said to be good, but AWS was seen to refuse such a request.
REFUSED = {"sdk-pipeline-sklearn-then-multimodel": "its images lie in two regions"}
CREATED = [case for case in GOOD if case["id"] not in REFUSED]
# boto3 itself refuses these, so that nothing reaches AWS.
STOPPED_BY_BOTO3 = [case["id"] for case in BROKEN if case["rejected_by"] == "botocore"]


@pytest.mark.parametrize("case", CREATED, ids=[case["id"] for case in CREATED])
def test_a_good_request_is_created_and_described_as_it_was_sent(sandbox: Sandbox, case: dict[str, Any]) -> None:
    sandbox.account_checks(on=False)
    client, sent = sandbox.client(region=region_of(case)), case["request"]
    client.create_model(**sent)
    assert same(sent, client.describe_model(ModelName=sent["ModelName"]))


@pytest.mark.parametrize("case", [case for case in GOOD if case["id"] in REFUSED])
def test_images_of_two_regions_are_refused(sandbox: Sandbox, case: dict[str, Any]) -> None:
    sandbox.account_checks(on=False)
    assert "Cross region" in text(sandbox.client(region=region_of(case)), case["request"])


@pytest.mark.parametrize("case", BROKEN, ids=[case["id"] for case in BROKEN])
def test_a_broken_request_is_refused_unless_told_why_not(sandbox: Sandbox, case: dict[str, Any]) -> None:
    sandbox.account_checks(on=False)
    assert _outcome(sandbox.client(region=region_of(case)), case["request"]) == _expected(case["id"])


def _outcome(client: Any, sent: dict[str, Any]) -> str:
    try:
        client.create_model(**sent)
    except ParamValidationError:
        return "boto3"
    except ClientError as refused:
        return str(refused.response["Error"]["Code"])
    return "created"


def _expected(name: str) -> str:
    if name in ACCEPTED:
        return "created"
    return "boto3" if name in STOPPED_BY_BOTO3 else "ValidationException"
