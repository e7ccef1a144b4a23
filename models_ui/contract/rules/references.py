"""What do an ARN and a location in S3 say?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ARN = re.compile(
    r"arn:aws[a-z-]*:(?P<service>[a-z0-9-]+):(?P<region>[a-z0-9-]*):(?P<account>[0-9]{12}|aws)?:(?P<rest>.+)"
)
# What people put where they mean something else: <YOUR_BUCKET>, {{ var.value.image }}, ${BUCKET}.
_PLACEHOLDER = re.compile(r"<[A-Za-z][^<>/]*>|\{\{|\$\{|\{[A-Za-z_][A-Za-z0-9_.]*\}")


@dataclass(frozen=True, slots=True)
class Arn:
    """The parts of an ARN that rules ask for."""

    service: str
    region: str
    account: str
    rest: str


def arn(text: str) -> Arn | None:
    """Return the parts of an ARN, or None for any other text."""
    found = _ARN.fullmatch(text)
    return Arn(found["service"], found["region"], found["account"] or "", found["rest"]) if found else None


def has_placeholder(location: str) -> bool:
    """Say whether a location still has something in it that was to be replaced."""
    return _PLACEHOLDER.search(location) is not None


def without_query(location: str) -> str:
    """Return a location without what follows a question mark in an https address; a key of s3:// may have one."""
    return location.partition("?")[0] if location.startswith("https://") else location
