"""May SageMaker pull the image of a container, and is it always the same one?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.rules.rule import Broken, rule, setting
from models_ui.contract.words import is_invisible, visible
from models_ui.images.recognition import Known, recognise
from models_ui.images.reference import ecr_region, names_a_registry, tag_of


@rule(
    "non-ecr-needs-vpc-mode",
    "error",
    "{container}/Image",
    sentence="Name an image in a private Amazon ECR registry, or choose the registry access Vpc: "
    "SageMaker pulls all others through your VPC.",
)
def other_registry(facts: Facts) -> Iterator[Broken]:
    """Found at an image outside private ECR, ECR Public among them; AWS refuses it in these words."""
    for container in facts.containers:
        image = seen(container)
        if image and not ecr_region(image) and access(container) != "Vpc":
            place = container.at("ImageConfig", "RepositoryAccessMode")
            in_the_way = container.has("ImageConfig") and not isinstance(container.part("ImageConfig").value, dict)
            one_way = names_a_registry(image) and not in_the_way
            fix = setting("Pull it through the VPC", place, "Vpc") if one_way else None
            yield Broken(container.at("Image"), fix=fix)


@rule(
    "ecr-region",
    "error",
    "{container}/Image",
    sentence="Name an image in {wanted}, or choose a connection in {region}: SageMaker pulls no image from another region.",
)
def image_elsewhere(facts: Facts) -> Iterator[Broken]:
    """Found at an image whose registry lies in another region than that of the connection."""
    for container in facts.containers:
        region = ecr_region(seen(container))
        if facts.target and region and region != facts.target.region:
            known = recognise(seen(container))
            there = known.in_region(facts.target.region) if known else ""
            fix = (
                setting(f"Use the same image in {facts.target.region}", container.at("Image"), there) if there else None
            )
            yield Broken(container.at("Image"), {"wanted": facts.target.region, "region": region}, fix)


@rule(
    "aws-image-account",
    "warning",
    "{container}/Image",
    sentence="Name the registry {account}: that is where AWS publishes this image in {region}.",
)
def other_account_of_aws(facts: Facts) -> Iterator[Broken]:
    """Found at an image of AWS with the account of another region before it, as in copied examples."""
    for container, known in of_aws(facts):
        region, account = known.reference.region, known.image.accounts.get(known.reference.region, "")
        if account not in ("", known.reference.account):
            right = known.in_region(region)
            fix = setting(f"Use {account}", container.at("Image"), right) if right else None
            yield Broken(container.at("Image"), {"account": account, "region": region}, fix)


@rule(
    "aws-image-region",
    "warning",
    "{container}/Image",
    sentence="Choose another image, or another region: as far as is known here, AWS does not publish this one in {region}.",
)
def not_in_the_region(facts: Facts) -> Iterator[Broken]:
    """Found at an image of AWS that the catalogue has in other regions only."""
    for container, known in of_aws(facts):
        if known.reference.region not in known.image.accounts:
            yield Broken(container.at("Image"), {"region": known.reference.region})


def of_aws(facts: Facts) -> Iterator[tuple[Part, Known]]:
    """Yield the containers that run an image of AWS, in the region where it is wanted."""
    for container in facts.containers:
        known = recognise(seen(container))
        if known and (not facts.target or known.reference.region == facts.target.region):
            yield container, known


@rule(
    "image-tag-or-digest",
    "warning",
    "{container}/Image",
    sentence="Name the image by a tag of its own or by @sha256 and its digest: "
    "without one, or as latest, it can change from day to day.",
)
def moving_image(facts: Facts) -> Iterator[Broken]:
    """Found at an image without tag and digest, and at the tag latest."""
    for container in facts.containers:
        if seen(container) and tag_of(seen(container)) in (None, "latest"):
            yield Broken(container.at("Image"))


@rule(
    "image-no-space",
    "error",
    "{container}/Image",
    sentence="Delete the invisible character {character} at position {place}, or type the image again.",
)
def unseen_character(facts: Facts) -> Iterator[Broken]:
    """Found at a character that nobody sees and AWS's pattern lets through, such as U+200B from a console."""
    for container in facts.containers:
        image = container.text("Image")
        unseen = next((character for character in image if is_invisible(character)), None)
        if unseen:
            bare = "".join(character for character in image if not is_invisible(character))
            fix = setting("Delete it", container.at("Image"), bare) if bare else None
            yield Broken(container.at("Image"), {"character": visible(unseen), "place": image.index(unseen) + 1}, fix)


def seen(container: Part) -> str:
    """Return the image of a container; nothing where it holds a character that nobody sees: then that is to be said."""
    image = container.text("Image")
    return "" if any(map(is_invisible, image)) else image


def access(container: Part) -> str:
    """Return how the registry of a container is reached: `Platform`, `Vpc`, or nothing where it is not said."""
    return container.part("ImageConfig").text("RepositoryAccessMode")


RULES = (
    other_registry,
    image_elsewhere,
    other_account_of_aws,
    not_in_the_region,
    moving_image,
    unseen_character,
)
