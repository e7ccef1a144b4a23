"""Is there a role that SageMaker can take in the account of the request?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts
from models_ui.contract.rules.references import arn
from models_ui.contract.rules.rule import Broken, rule

_ROLE = "ExecutionRoleArn"


@rule(
    "role-needed",
    "warning",
    "/ExecutionRoleArn",
    sentence="Enter an execution role: without one, SageMaker reads neither your images nor your artefacts.",
)
def no_role(facts: Facts) -> Iterator[Broken]:
    """Found where none is sent: the shape allows it, and hardly a SageMaker model works so."""
    if not facts.request.has(_ROLE):
        yield Broken(f"/{_ROLE}")


@rule(
    "role-account",
    "error",
    "/ExecutionRoleArn",
    sentence="Enter a role of the account {wanted}, or choose a connection to {account}: "
    "a role is not handed on to another account.",
)
def role_elsewhere(facts: Facts) -> Iterator[Broken]:
    """Found at a role of another account than that of the connection."""
    role = arn(facts.request.text(_ROLE))
    if role and facts.target and role.account != facts.target.account:
        yield Broken(f"/{_ROLE}", {"wanted": facts.target.account, "account": role.account or "its account"})


@rule(
    "role-service-linked",
    "warning",
    "/ExecutionRoleArn",
    sentence="Choose a role of your own: one under aws-service-role belongs to an AWS service, and pulls no image.",
)
def role_of_a_service(facts: Facts) -> Iterator[Broken]:
    """Found at a service-linked role; seen to fail at the endpoint (aws/deep-learning-containers#759)."""
    role = arn(facts.request.text(_ROLE))
    if role and role.rest.startswith("role/aws-service-role/"):
        yield Broken(f"/{_ROLE}")


RULES = (no_role, role_elsewhere, role_of_a_service)
