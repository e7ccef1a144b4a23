"""Does the environment keep to the limits that stand only in prose, and is it fit to be read by others?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.rules.rule import Broken, rule
from models_ui.contract.secrets import is_secret
from models_ui.contract.words import shown

# Keys and values count alike, in UTF-8.
LONGEST_ENTRY = 1024
LARGEST_TOTAL = 32 * 1024


@rule(
    "env-total-32k",
    "error",
    "{container}/Environment",
    sentence="Shorten the environment by {surplus} bytes: over all containers, names and values may have {most} bytes together.",
)
def too_much_in_all(facts: Facts) -> Iterator[Broken]:
    """Found once, at the container that has most of it."""
    sizes = {part.pointer: sum(map(sum, _sizes(part))) for part in _environments(facts)}
    total = sum(sizes.values())
    if total > LARGEST_TOTAL:
        largest = max(sizes, key=lambda place: sizes[place])
        yield Broken(largest, {"surplus": f"{total - LARGEST_TOTAL:,}", "most": f"{LARGEST_TOTAL:,}"})


@rule(
    "env-limits",
    "error",
    "{container}/Environment/*",
    sentence="Shorten {name} to {most} bytes; its {part} has {size}, since some characters take more than one byte.",
)
def too_many_bytes(facts: Facts) -> Iterator[Broken]:
    """Found at an entry with a name or value of too many bytes; of too many characters the contract speaks."""
    for part in _environments(facts):
        for (name, _), sizes in zip(part.entries(), _sizes(part), strict=True):
            size = max(sizes)
            if size > LONGEST_ENTRY:
                named = {"name": shown(name), "most": f"{LONGEST_ENTRY:,}", "size": f"{size:,}"}
                yield Broken(part.at(name), {**named, "part": "name" if size == sizes[0] else "value"})


@rule(
    "env-no-secrets",
    "warning",
    "{container}/Environment/*",
    sentence="Take {name} out and let the container read it from AWS Secrets Manager: "
    "{reason}, and DescribeModel shows it in clear.",
)
def secret_in_clear(facts: Facts) -> Iterator[Broken]:
    """Found at each variable that looks like a secret by its name or its value, or is marked as one."""
    for part in _environments(facts):
        for name, value in part.entries():
            if is_secret(name, value):
                yield Broken(part.at(name), {"name": shown(name), "reason": "it looks like a secret"})
            elif value and part.at(name) in facts.marks:
                yield Broken(part.at(name), {"name": shown(name), "reason": "it is marked as a secret"})


def _environments(facts: Facts) -> Iterator[Part]:
    return (container.part("Environment") for container in facts.containers)


def _sizes(environment: Part) -> Iterator[tuple[int, int]]:
    """Yield how many bytes the name and the value of each entry have."""
    for name, value in environment.entries():
        yield len(name.encode(errors="surrogatepass")), len(value.encode(errors="surrogatepass"))


RULES = (too_much_in_all, too_many_bytes, secret_in_clear)
