"""Will what is created be refused later, by the endpoint or the transform job that it is meant for?

AWS's documents list what serverless endpoints and batch transform cannot do; CreateModel itself takes all of it. So these
are warnings, and silent where the use is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, is_multi_model
from models_ui.contract.rules.images import access
from models_ui.contract.rules.packages import foreign
from models_ui.contract.rules.rule import Broken, rule
from models_ui.contract.uses import Use
from models_ui.images.recognition import of_aws
from models_ui.images.reference import parse

# As the tags of AWS's images say it: 2.1.0-gpu-py310, 0.36.0-lmi18.0.0-cu128.
_FOR_GPU = re.compile(r"[:-](?:gpu|cu[0-9]{2,3})(?:-|\Z)")


@rule(
    "data-source-hosting-only",
    "warning",
    "{container}/ModelDataSource",
    sentence="Use a model archive for batch transform or a serverless endpoint: "
    "only real-time endpoints serve a model with a data source.",
)
def source_for_endpoints(facts: Facts) -> Iterator[Broken]:
    """Found unless the use is a real-time endpoint; seen refused (aws/sagemaker-python-sdk#4777)."""
    for container in facts.containers if facts.use != Use.REAL_TIME else ():
        if container.has("ModelDataSource"):
            yield Broken(container.at("ModelDataSource"))


@rule(
    "serverless-vpc",
    "warning",
    "/VpcConfig",
    sentence="Remove the VPC, or choose a real-time endpoint: a serverless endpoint runs in no VPC of yours.",
)
def serverless_in_a_vpc(facts: Facts) -> Iterator[Broken]:
    """Seen refused (aws/amazon-sagemaker-examples#3102)."""
    if facts.use == Use.SERVERLESS and facts.request.has("VpcConfig"):
        yield Broken("/VpcConfig")


@rule(
    "serverless-isolation",
    "warning",
    "/EnableNetworkIsolation",
    sentence="Turn network isolation off, or choose a real-time endpoint: a serverless endpoint has none.",
)
def serverless_and_isolated(facts: Facts) -> Iterator[Broken]:
    """Found where isolation is on."""
    if facts.use == Use.SERVERLESS and facts.isolated:
        yield Broken("/EnableNetworkIsolation")


@rule(
    "serverless-multimodel",
    "warning",
    "{container}/Mode",
    sentence="Choose SingleModel, or a real-time endpoint: a serverless endpoint serves one model.",
)
def serverless_and_many(facts: Facts) -> Iterator[Broken]:
    """Found at each container of many models."""
    for container in facts.containers if facts.use == Use.SERVERLESS else ():
        if is_multi_model(container):
            yield Broken(container.at("Mode"))


@rule(
    "serverless-pipeline",
    "warning",
    "/Containers",
    sentence="Use a single container, or choose a real-time endpoint: a serverless endpoint runs no pipeline.",
)
def serverless_pipeline(facts: Facts) -> Iterator[Broken]:
    """Found at a list of two or more; a list of one is no pipeline."""
    if facts.use == Use.SERVERLESS and len(facts.listed) > 1:
        yield Broken("/Containers")


@rule(
    "serverless-registry",
    "warning",
    "{container}/ImageConfig/RepositoryAccessMode",
    sentence="Name an image in Amazon ECR, or choose a real-time endpoint: a serverless endpoint reaches no private registry.",
)
def serverless_registry(facts: Facts) -> Iterator[Broken]:
    """Found at each container that pulls through the VPC."""
    for container in facts.containers if facts.use == Use.SERVERLESS else ():
        if access(container) == "Vpc":
            yield Broken(container.at("ImageConfig", "RepositoryAccessMode"))


@rule(
    "serverless-gpu",
    "warning",
    "{container}/Image",
    sentence="Name an image for CPUs, or choose a real-time endpoint: a serverless endpoint has no GPU.",
)
def serverless_gpu(facts: Facts) -> Iterator[Broken]:
    """Found at an image whose tag says that it is built for GPUs."""
    for container in facts.containers if facts.use == Use.SERVERLESS else ():
        if _FOR_GPU.search(container.text("Image")):
            yield Broken(container.at("Image"))


@rule(
    "serverless-marketplace",
    "warning",
    "{container}/ModelPackageName",
    sentence="Choose a real-time endpoint if this package is from AWS Marketplace: a serverless endpoint serves none of those.",
)
def serverless_marketplace(facts: Facts) -> Iterator[Broken]:
    """Found at a package of another account, which may be of Marketplace."""
    if facts.use == Use.SERVERLESS:
        yield from (Broken(container.at("ModelPackageName")) for container in foreign(facts))


@rule(
    "serverless-image-account",
    "warning",
    "{container}/Image",
    sentence="Copy the image to a registry of the account {wanted}, or choose a real-time endpoint: "
    "a serverless endpoint runs no image of another account.",
)
def serverless_from_elsewhere(facts: Facts) -> Iterator[Broken]:
    """Found at an image of another account (aws/amazon-sagemaker-feedback#181); AWS's own images are for everybody."""
    for container in facts.containers if facts.use == Use.SERVERLESS and facts.target else ():
        image = parse(container.text("Image"))
        if facts.target and image and image.account not in ("", facts.target.account) and not of_aws(image):
            yield Broken(container.at("Image"), {"wanted": facts.target.account})


@rule(
    "batch-multimodel",
    "warning",
    "{container}/Mode",
    sentence="Choose SingleModel, or a real-time endpoint: a transform job cannot say which of many models is meant.",
)
def batch_and_many(facts: Facts) -> Iterator[Broken]:
    """Found at each container of many models: CreateTransformJob has no member for the one that is meant."""
    for container in facts.containers if facts.use == Use.BATCH else ():
        if is_multi_model(container):
            yield Broken(container.at("Mode"))


@rule(
    "batch-direct",
    "warning",
    "/InferenceExecutionConfig/Mode",
    sentence="Choose Serial, or a real-time endpoint: a transform job cannot say which container is meant.",
)
def batch_and_direct(facts: Facts) -> Iterator[Broken]:
    """Found at a pipeline whose containers are called one by one: CreateTransformJob has no member for a host name."""
    if facts.use == Use.BATCH and facts.mode == "Direct" and facts.count > 1:
        yield Broken("/InferenceExecutionConfig/Mode")


RULES = (
    source_for_endpoints,
    serverless_in_a_vpc,
    serverless_and_isolated,
    serverless_and_many,
    serverless_pipeline,
    serverless_registry,
    serverless_gpu,
    serverless_marketplace,
    serverless_from_elsewhere,
    batch_and_many,
    batch_and_direct,
)
