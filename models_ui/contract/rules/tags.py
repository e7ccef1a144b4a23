"""May these tags be put on a resource?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts
from models_ui.contract.rules.repeats import repeats
from models_ui.contract.rules.rule import Broken, removal, rule
from models_ui.contract.words import shown

_OF_AWS = "aws:"


@rule(
    "tags-unique",
    "error",
    "/Tags/*/Key",
    sentence="Choose another key or remove this tag: an earlier one has the key {key}.",
)
def key_twice(facts: Facts) -> Iterator[Broken]:
    """Found at the later one of two tags with one key; capitals and small letters differ."""
    tags = list(facts.request.part("Tags").items())
    values = {(tag.text("Key"), tag.text("Value")): tag.pointer for tag in reversed(tags)}
    for tag, key in repeats((tag, tag.text("Key")) for tag in tags):
        same = values[key, tag.text("Value")] != tag.pointer
        yield Broken(tag.at("Key"), {"key": shown(key)}, removal("Remove this tag", tag.pointer) if same else None)


@rule(
    "tags-reserved",
    "error",
    "/Tags/*/Key",
    sentence="Choose a key that does not begin with aws: or remove this tag: AWS keeps these keys for itself.",
)
def key_of_aws(facts: Facts) -> Iterator[Broken]:
    """Found at a key that begins with aws: in any case."""
    for tag in facts.request.part("Tags").items():
        if tag.text("Key").lower().startswith(_OF_AWS):
            yield Broken(tag.at("Key"), fix=removal("Remove this tag", tag.pointer))


RULES = (key_twice, key_of_aws)
