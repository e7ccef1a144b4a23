"""Can a registry outside Amazon ECR be reached and signed in to?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts
from models_ui.contract.rules.images import access
from models_ui.contract.rules.references import arn
from models_ui.contract.rules.rule import Broken, removal, rule
from models_ui.images.reference import ecr_region

_SIGN_IN = "RepositoryAuthConfig"
_FUNCTION = "RepositoryCredentialsProviderArn"


@rule(
    "auth-needs-vpc-mode",
    "error",
    "{container}/ImageConfig/RepositoryAuthConfig",
    sentence="Remove the registry sign-in, or choose the registry access Vpc: Platform signs in to Amazon ECR by the role.",
)
def sign_in_to_ecr(facts: Facts) -> Iterator[Broken]:
    """Found beside Platform; where the image is not in ECR, that is the question."""
    for container in facts.containers:
        config = container.part("ImageConfig")
        elsewhere = container.text("Image") and not ecr_region(container.text("Image"))
        if config.has(_SIGN_IN) and access(container) == "Platform" and not elsewhere:
            place = config.at(_SIGN_IN)
            yield Broken(place, fix=removal("Remove the sign-in", place))


@rule(
    "vpc-mode-needs-vpc",
    "error",
    "{container}/ImageConfig/RepositoryAccessMode",
    sentence="Add the VPC from which the registry is reached, or choose Platform for an image in Amazon ECR.",
)
def no_way_to_the_registry(facts: Facts) -> Iterator[Broken]:
    """Found at each container that pulls through a VPC that is not there."""
    for container in facts.containers:
        if access(container) == "Vpc" and not facts.request.has("VpcConfig"):
            yield Broken(container.at("ImageConfig", "RepositoryAccessMode"))


@rule(
    "credentials-lambda-arn",
    "error",
    f"{{container}}/ImageConfig/{_SIGN_IN}/{_FUNCTION}",
    sentence="Enter the ARN of a Lambda function that hands out the credentials, as in "
    "arn:aws:lambda:us-east-1:123456789012:function:registry-credentials.",
)
def no_function(facts: Facts) -> Iterator[Broken]:
    """Found at any other ARN or text: AWS's own pattern takes any line."""
    for container in facts.containers:
        sign_in = container.part("ImageConfig").part(_SIGN_IN)
        named = arn(sign_in.text(_FUNCTION))
        is_function = named and named.service == "lambda" and named.account and named.rest.startswith("function:")
        if sign_in.text(_FUNCTION) and not is_function:
            yield Broken(sign_in.at(_FUNCTION))


RULES = (sign_in_to_ecr, no_way_to_the_registry, no_function)
