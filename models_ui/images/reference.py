"""What does the reference of an image say?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ECR = re.compile(
    r"(?P<account>[0-9]{12})\.dkr[.-]ecr(?:-fips)?\.(?P<region>[a-z0-9-]+)\."
    r"(?:amazonaws\.com(?:\.cn)?|on\.aws|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)(?:/|\Z)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The parts of the reference of an image; empty where it does not have one. Account and region are those of ECR."""

    registry: str
    repository: str
    tag: str
    digest: str
    account: str = ""
    region: str = ""


def parse(text: str) -> Reference | None:
    """Return the parts of a reference as Docker tells them, or None where it names no repository."""
    name, _, digest = text.partition("@")
    host, rest = (name.partition("/")[::2]) if names_a_registry(text) else ("", name)
    path, slash, last = rest.rpartition("/")
    repository, _, tag = last.partition(":")
    if not repository:
        return None
    found = _ECR.match(text)
    account, region = (found["account"], found["region"]) if found else ("", "")
    return Reference(host, path + slash + repository, tag, digest, account, region)


def ecr_region(image: str) -> str:
    """Return the region of the private ECR registry that an image lies in; empty where it lies in none."""
    found = _ECR.match(image)
    return found["region"] if found else ""


def names_a_registry(image: str) -> bool:
    """Say whether an image begins with the host of a registry, as Docker tells it: a dot, a port or localhost."""
    host, slash, _ = image.partition("/")
    return bool(slash) and ("." in host or ":" in host or host == "localhost")


def tag_of(image: str) -> str | None:
    """Return the tag of an image, its digest where it has one, or None where it has neither."""
    name, _, digest = image.partition("@")
    tag = name.rpartition("/")[2].partition(":")[2]
    return digest or tag or None
