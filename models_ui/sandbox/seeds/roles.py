"""Which IAM roles does the account have?"""

from __future__ import annotations

import json

SAGEMAKER = "sagemaker.amazonaws.com"

# Path, name, who may assume it.
_ROLES = (
    ("/", "SageMakerExecutionRole", {"Service": SAGEMAKER}),
    ("/service-role/", "AmazonSageMaker-ExecutionRole-20260114T101500", {"Service": SAGEMAKER}),
    ("/", "RiskModelsExecutionRole", {"Service": ["glue.amazonaws.com", SAGEMAKER]}),
    ("/", "EmbeddingExperiments", {"Service": SAGEMAKER}),
    # These two are not for SageMaker: one reads data, the other is the one that Models UI may assume.
    ("/", "DataLakeReaderRole", {"Service": "glue.amazonaws.com"}),
    ("/", "ModelsUiCreateModel", {"AWS": "arn:aws:iam::123456789012:root"}),
)


def seed(account: str) -> None:
    """Create the roles; IAM knows no region."""
    from moto.iam.models import iam_backends

    for path, name, principal in _ROLES:
        trust = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
        iam_backends[account]["aws"].create_role(
            role_name=name,
            assume_role_policy_document=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
            path=path,
            permissions_boundary=None,
            description="",
            tags=[],
            max_session_duration="3600",
        )
