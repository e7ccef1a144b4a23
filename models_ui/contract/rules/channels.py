"""Do the additional data sources suit their container?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, is_multi_model
from models_ui.contract.rules.repeats import repeats
from models_ui.contract.rules.rule import Broken, rule
from models_ui.contract.words import shown

_MORE = "AdditionalModelDataSources"


@rule(
    "additional-channel-unique",
    "error",
    "{container}/AdditionalModelDataSources/*/ChannelName",
    sentence="Choose another channel: {name} is that of an earlier source, and its folder is named after it.",
)
def channel_twice(facts: Facts) -> Iterator[Broken]:
    """Found at the later one of two sources of a container with one channel."""
    for container in facts.containers:
        for source, name in repeats((each, each.text("ChannelName")) for each in container.part(_MORE).items()):
            yield Broken(source.at("ChannelName"), {"name": shown(name)})


@rule(
    "additional-needs-main",
    "warning",
    "{container}/AdditionalModelDataSources",
    sentence="Add a model data source, or check that the image needs none: additional sources come on top of one.",
)
def nothing_to_add_to(facts: Facts) -> Iterator[Broken]:
    """Found without a data source; of many models the rule below speaks."""
    for container in facts.containers:
        if len(container.part(_MORE)) and not container.has("ModelDataSource") and not is_multi_model(container):
            yield Broken(container.at(_MORE))


@rule(
    "additional-not-multimodel",
    "warning",
    "{container}/AdditionalModelDataSources",
    sentence="Remove the additional sources, or choose SingleModel: a container of many models may not read them.",
)
def many_models_and_more(facts: Facts) -> Iterator[Broken]:
    """Found beside the mode MultiModel: it reads no data source either."""
    for container in facts.containers:
        if len(container.part(_MORE)) and is_multi_model(container):
            yield Broken(container.at(_MORE))


RULES = (channel_twice, nothing_to_add_to, many_models_and_more)
