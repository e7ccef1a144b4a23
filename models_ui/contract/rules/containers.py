"""Do the containers of a request go together?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, is_multi_model
from models_ui.contract.rules.repeats import repeats
from models_ui.contract.rules.rule import Broken, removal, rule
from models_ui.contract.words import shown

_CONFIG = "/InferenceExecutionConfig"


@rule(
    "container-choice",
    "error",
    "/PrimaryContainer",
    sentence="Describe a container: enter an image, or name a model package.",
)
def no_container(facts: Facts) -> Iterator[Broken]:
    """Found where there is neither a container nor a list."""
    if not facts.request.has("PrimaryContainer") and not facts.request.has("Containers"):
        yield Broken("/PrimaryContainer")


@rule("container-choice", "error", "/Containers", sentence="Add a container to the list.")
def empty_list(facts: Facts) -> Iterator[Broken]:
    """Found where the list is all there is, and has none."""
    if not facts.request.has("PrimaryContainer") and facts.request.part("Containers").value == []:
        yield Broken("/Containers")


@rule(
    "container-choice",
    "error",
    "/PrimaryContainer",
    sentence="Keep one of the two: the single container, or the list of containers. SageMaker takes no request with both.",
)
def both_kinds(facts: Facts) -> Iterator[Broken]:
    """Found where there is a container beside a list that has some."""
    if facts.listed and len(facts.containers) > len(facts.listed):
        yield Broken("/PrimaryContainer")


@rule(
    "containers-single",
    "warning",
    "/Containers",
    sentence="Send one container as the single container, or add another: a list is meant for two or more.",
)
def list_of_one(facts: Facts) -> Iterator[Broken]:
    """Found where a list holds one; AWS takes it, and the SDK sends it for every model package."""
    if len(facts.containers) == len(facts.listed) == facts.count == 1:
        yield Broken("/Containers")


@rule(
    "direct-needs-two",
    "error",
    "/InferenceExecutionConfig/Mode",
    sentence="Add a second container, or remove the execution mode: Direct calls one of several containers by its name.",
)
def direct_alone(facts: Facts) -> Iterator[Broken]:
    """Found where Direct has nothing to choose from."""
    if facts.mode == "Direct" and facts.containers and facts.count < 2:
        yield Broken(f"{_CONFIG}/Mode", fix=removal("Remove the execution mode", _CONFIG))


@rule(
    "execution-config-ignored",
    "warning",
    "/InferenceExecutionConfig",
    sentence="Remove the execution mode: it means nothing where there is a single container.",
)
def mode_of_one(facts: Facts) -> Iterator[Broken]:
    """Found beside a single container; of Direct the rule above speaks."""
    if facts.containers and not facts.count and facts.mode != "Direct" and facts.request.has(_CONFIG[1:]):
        yield Broken(_CONFIG, fix=removal("Remove the execution mode", _CONFIG))


@rule(
    "direct-needs-hostname",
    "error",
    "/Containers/*/ContainerHostname",
    sentence="Enter a host name: in Direct mode callers choose the container by it.",
)
def direct_without_name(facts: Facts) -> Iterator[Broken]:
    """Found at each container of a Direct pipeline without a host name."""
    if facts.mode == "Direct" and len(facts.listed) > 1:
        yield from _unnamed(facts)


@rule(
    "hostname-all-or-none",
    "error",
    "/Containers/*/ContainerHostname",
    sentence="Enter a host name here, or take it out of the other containers: either all have one or none has.",
)
def partly_named(facts: Facts) -> Iterator[Broken]:
    """Found at each container without a host name where others have one; of Direct the rule above speaks."""
    if facts.mode != "Direct" and any(container.has("ContainerHostname") for container in facts.listed):
        yield from _unnamed(facts)


def _unnamed(facts: Facts) -> Iterator[Broken]:
    for container in facts.listed:
        if not container.has("ContainerHostname"):
            yield Broken(container.at("ContainerHostname"))


@rule(
    "hostname-unique",
    "error",
    "/Containers/*/ContainerHostname",
    sentence="Choose another host name: {name} is that of an earlier container.",
)
def named_twice(facts: Facts) -> Iterator[Broken]:
    """Found at the later one of two containers with one host name."""
    for container, name in repeats((each, each.text("ContainerHostname")) for each in facts.listed):
        yield Broken(container.at("ContainerHostname"), {"name": shown(name)})


@rule(
    "hostname-ignored",
    "warning",
    "/PrimaryContainer/ContainerHostname",
    sentence="Remove the host name: it means nothing where there is a single container.",
)
def name_of_one(facts: Facts) -> Iterator[Broken]:
    """Found at the single container; kept by AWS and used by nobody."""
    primary = facts.request.part("PrimaryContainer")
    if primary.has("ContainerHostname") and not facts.count:
        place = primary.at("ContainerHostname")
        yield Broken(place, fix=removal("Remove the host name", place))


@rule(
    "multimodel-once",
    "error",
    "/Containers/*/Mode",
    sentence="Let only one container of a pipeline serve many models: choose SingleModel here, or use Direct mode.",
)
def multi_model_twice(facts: Facts) -> Iterator[Broken]:
    """Found at the second multi-model container of a pipeline; seen refused (OElesin/sagemaker-autopilot-step-functions#10)."""
    multi = [container for container in facts.listed if is_multi_model(container)]
    if facts.mode != "Direct":
        yield from (Broken(container.at("Mode")) for container in multi[1:])


RULES = (
    no_container,
    empty_list,
    both_kinds,
    list_of_one,
    direct_alone,
    mode_of_one,
    direct_without_name,
    partly_named,
    named_twice,
    name_of_one,
    multi_model_twice,
)
