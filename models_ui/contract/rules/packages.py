"""Does a container run an image or a model package, and may it run this package here?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.rules.references import arn
from models_ui.contract.rules.rule import Broken, removal, rule, setting

_NAME = "ModelPackageName"


@rule(
    "image-or-package",
    "error",
    "{container}/ModelPackageName",
    sentence="Keep one of the two: the image, or the model package, which brings an image of its own.",
)
def image_and_package(facts: Facts) -> Iterator[Broken]:
    """Found where both are there; AWS refuses it in these words."""
    for container in facts.containers:
        if container.has("Image") and container.has(_NAME):
            yield Broken(container.at(_NAME))


@rule("image-or-package-missing", "error", "{container}/Image", sentence="Enter an image, or name a model package.")
def nothing_to_run(facts: Facts) -> Iterator[Broken]:
    """Found where neither is there."""
    for container in facts.containers:
        if not container.has("Image") and not container.has(_NAME):
            yield Broken(container.at("Image"))


@rule(
    "package-excludes-data",
    "error",
    "{container}/ModelDataUrl",
    "{container}/ModelDataSource",
    sentence="Remove this: the model package brings its own artefacts.",
)
def package_and_data(facts: Facts) -> Iterator[Broken]:
    """Found at artefacts beside a package; where there is an image too, that is the question."""
    labels = {"ModelDataUrl": "Remove the model archive", "ModelDataSource": "Remove the data source"}
    for container in facts.containers:
        if container.has(_NAME) and not container.has("Image"):
            for name in filter(container.has, labels):
                yield Broken(container.at(name), fix=removal(labels[name], container.at(name)))


@rule(
    "inference-spec-needs-package",
    "error",
    "{container}/InferenceSpecificationName",
    sentence="Name a model package, or remove the inference specification: it is one that a package has.",
)
def specification_of_nothing(facts: Facts) -> Iterator[Broken]:
    """Found without a package to look into."""
    for container in facts.containers:
        place = container.at("InferenceSpecificationName")
        if container.has("InferenceSpecificationName") and not container.has(_NAME):
            yield Broken(place, fix=removal("Remove the specification", place))


@rule(
    "package-region",
    "error",
    "{container}/ModelPackageName",
    sentence="Name a model package in {wanted}, or choose a connection in {region}: a package is used in its own region.",
)
def package_elsewhere(facts: Facts) -> Iterator[Broken]:
    """Found at a package whose ARN names another region than that of the connection."""
    for container in facts.containers:
        package = arn(container.text(_NAME))
        if package and facts.target and package.region != facts.target.region:
            named = {"wanted": facts.target.region, "region": package.region or "its region"}
            yield Broken(container.at(_NAME), named)


@rule(
    "package-environment-marketplace",
    "warning",
    "{container}/Environment",
    sentence="Remove the variables if this package is from AWS Marketplace: its account is another one, "
    "and for Marketplace AWS takes none.",
)
def environment_of_a_foreign_package(facts: Facts) -> Iterator[Broken]:
    """Found beside a package of another account: it may be of Marketplace, or shared with this account."""
    for container in foreign(facts):
        if len(container.part("Environment")):
            yield Broken(container.at("Environment"))


@rule(
    "marketplace-needs-isolation",
    "warning",
    "/EnableNetworkIsolation",
    sentence="Turn on network isolation if the model package is from AWS Marketplace: "
    "its account is another one, and Marketplace asks for isolation.",
)
def foreign_package_without_isolation(facts: Facts) -> Iterator[Broken]:
    """Found once, however many packages of other accounts there are."""
    if not facts.isolated and any(True for _ in foreign(facts)):
        place = "/EnableNetworkIsolation"
        yield Broken(place, fix=setting("Turn on isolation", place, value=True))


def foreign(facts: Facts) -> Iterator[Part]:
    """Yield the containers with a model package of another account than that of the connection."""
    for container in facts.containers:
        package = arn(container.text(_NAME))
        if package and facts.target and package.account != facts.target.account:
            yield container


RULES = (
    image_and_package,
    nothing_to_run,
    package_and_data,
    specification_of_nothing,
    package_elsewhere,
    environment_of_a_foreign_package,
    foreign_package_without_isolation,
)
