"""What becomes of requests that people really sent, from paste to SageMaker model?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.connections.models import Connection
from models_ui.submissions.models import Submission
from models_ui.submissions.states import State
from tests import factories
from tests.corpus import BROKEN, GOOD, region_of
from tests.flows.exceptions import (
    BROKEN_BUT_CREATED,
    GOOD_BUT_REFUSED,
    GOOD_BUT_STOPPED,
    ONLY_AWS_KNOWS,
    THE_ACCOUNT_DECIDES,
    WARNED_OF,
)
from tests.flows.journey import Journey, journey
from tests.flows.normal_form import normal
from tests.sandbox_server import Sandbox

pytestmark = pytest.mark.django_db

Case = dict[str, Any]

# Well-formed by the form, and refused all the same: by the rights, the account, the licence or the market place.
ELSEWHERE = [case for case in BROKEN if case["id"] in ONLY_AWS_KNOWS]
STOPPED_AT_THE_FORM = [case for case in BROKEN if case["id"] not in {*ONLY_AWS_KNOWS, *BROKEN_BUT_CREATED}]
CREATED = [case for case in GOOD if case["id"] not in {*GOOD_BUT_REFUSED, *GOOD_BUT_STOPPED}]
CREATED += [case for case in BROKEN if case["id"] in BROKEN_BUT_CREATED]
UNSEEN = "AWS refused the request"
# Where a request breaks more than what it is known for, the place it is known for is among those that are told.
PLACE = {
    "ack-invalid-name": "/ModelName",
    "airflow-condor-unrendered": "/PrimaryContainer/Image",
    "airflow-unrendered-name": "/ModelName",
    "boto3-autopilot-int-env-values": "/Containers/0/Environment",
    "boto3-direct-duplicate-hostnames": "/Containers/1/ContainerHostname",
    "docs-aws-tag-prefix": "/Tags/0/Key",
    "docs-private-registry-without-vpc": "/PrimaryContainer/ImageConfig/RepositoryAccessMode",
    "issue-cross-region-image": "/PrimaryContainer/Image",
    "issue-hostname-too-long": "/PrimaryContainer/ContainerHostname",
    "issue-name-ends-with-hyphen": "/ModelName",
    "limit-six-additional-sources": "/PrimaryContainer/AdditionalModelDataSources",
    "moto-test-role-arn": "/ExecutionRoleArn",
    "nb-name-with-slash": "/ModelName",
    "nb-package-primary-none": "/PrimaryContainer",
    "no-container": "/PrimaryContainer",
    "paws-doc-skeleton": "/",
    "sdk-both-primary-and-containers": "/PrimaryContainer",
    "sdk-config-defaults-injected": "/PrimaryContainer/Image",
    "sdk-platform-with-auth-config": "/PrimaryContainer/ImageConfig/RepositoryAuthConfig",
    "sfn-autopilot-all-multimodel": "/Containers/1/Mode",
    "sfn-sdk-pipeline-as-written": "/ModelName",
    "sfn-start-time-in-name": "/ModelName",
    "ugly-16-containers": "/Containers",
    "ugly-51-tags": "/Tags",
    "ugly-compression-lower": "/PrimaryContainer/ModelDataSource/S3DataSource/CompressionType",
    "ugly-compression-null": "/PrimaryContainer/ModelDataSource/S3DataSource/CompressionType",
    "ugly-enum-direct-upper": "/InferenceExecutionConfig/Mode",
    "ugly-env-101": "/PrimaryContainer/Environment",
    "ugly-env-32kb-over-two-containers": "/Containers/0/Environment",
    "ugly-env-over-32kb": "/PrimaryContainer/Environment",
    "ugly-env-value-1025": "/PrimaryContainer/Environment",
    "ugly-image-trailing-space": "/PrimaryContainer/Image",
    "ugly-isolation-string": "/EnableNetworkIsolation",
    "ugly-name-underscore": "/ModelName",
    "ugly-name-unicode": "/ModelName",
    "ugly-tag-empty-key": "/Tags/0/Key",
    "ugly-tag-hash-paren": "/Tags/0/Value",
    "ugly-url-1025": "/PrimaryContainer/ModelDataUrl",
    "ugly-vpc-17-subnets": "/VpcConfig/Subnets",
    "ugly-vpc-no-subnets": "/VpcConfig/Subnets",
}


@pytest.fixture
def people() -> Journey:
    """Somebody who asks and somebody who decides."""
    return journey(factories.scientist(), factories.approver())


def where(case: Case) -> Connection:
    """Return the connection of the region that a case names."""
    region = region_of(case)
    return factories.connection(f"sandbox-{region}", region=region)


def by_id(cases: list[Case]) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each of the cases."""
    return pytest.mark.parametrize("case", cases, ids=[case["id"] for case in cases])


@by_id(CREATED)
def test_good_request_is_created_as_it_was_pasted(sandbox: Sandbox, people: Journey, case: Case) -> None:
    sandbox.account_checks(on=False)
    draft = people.paste(case["request"], where(case))
    assert people.errors(draft) == []
    assert people.submit(draft) == 302
    people.approve(draft)
    ended = people.ended(draft)

    client, sent = sandbox.client(region=region_of(case)), case["request"]
    assert ended.state == State.CREATED, ended.failure
    assert normal(client.describe_model(ModelName=sent["ModelName"])) == normal(sent)
    ours = {"Key": "models-ui:submission", "Value": f"{draft}.1"}
    assert tags(client, ended.model_arn) == by_key([*sent.get("Tags", []), ours])


@by_id(STOPPED_AT_THE_FORM)
def test_request_that_is_wrong_on_its_face_is_stopped_at_its_place(people: Journey, case: Case) -> None:
    draft = people.paste(case["request"], where(case))
    assert any(error["pointer"].startswith(PLACE[case["id"]]) for error in people.errors(draft))
    assert people.submit(draft) == 422


@by_id(ELSEWHERE)
def test_request_that_only_aws_can_refuse_ends_as_an_explained_failure(
    sandbox: Sandbox, people: Journey, case: Case
) -> None:
    sandbox.account_checks(on=case["id"] in THE_ACCOUNT_DECIDES)
    draft = people.paste(case["request"], where(case))
    assert people.submit(draft) == 302
    people.approve(draft)
    ended = people.ended(draft)

    assert ended.state == State.FAILED
    assert is_explained(ended)


@by_id([case for case in BROKEN if case["id"] in WARNED_OF])
def test_what_can_only_be_guessed_is_warned_of(people: Journey, case: Case) -> None:
    draft = people.paste(case["request"], where(case))
    assert WARNED_OF[case["id"]] in {finding["code"] for finding in people.findings(draft)}


@by_id([case for case in GOOD if case["id"] in GOOD_BUT_STOPPED])
def test_good_request_without_a_place_for_our_tag_is_stopped_there(people: Journey, case: Case) -> None:
    draft = people.paste(case["request"], where(case))
    assert [error["pointer"] for error in people.errors(draft)] == ["/Tags"]
    assert people.submit(draft) == 422


@by_id([case for case in GOOD if case["id"] in GOOD_BUT_REFUSED])
def test_exception_among_the_good_is_stopped_for_the_reason_told(people: Journey, case: Case) -> None:
    draft = people.paste(case["request"], where(case))
    assert {error["code"] for error in people.errors(draft)} == {"ecr-region"}
    assert people.submit(draft) == 422


def is_explained(submission: Submission) -> bool:
    """Say whether a failure names its cause: by a title of its own, or with AWS's words where nobody has seen them."""
    failure = submission.failure or {}
    said = submission.attempts.get().aws_message
    return bool(failure["next_steps"]) and (failure["title"] != UNSEEN or said in failure["message"])


def tags(client: Any, arn: str) -> list[tuple[str, str]]:
    """Return the tags that AWS has, all pages of them."""
    pages = client.get_paginator("list_tags").paginate(ResourceArn=arn)
    return by_key([tag for page in pages for tag in page["Tags"]])


def by_key(pairs: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Return tags as sorted pairs: their order means nothing."""
    return sorted((pair["Key"], pair["Value"]) for pair in pairs)
