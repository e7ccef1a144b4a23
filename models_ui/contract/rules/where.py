"""Does a place belong to a pattern of places?"""

from __future__ import annotations

import re
from functools import cache

_CONTAINER = r"/(?:PrimaryContainer|Containers/[0-9]+)"
_HOLES = {
    "{container}": _CONTAINER,
    "{source}": rf"{_CONTAINER}/(?:ModelDataSource|AdditionalModelDataSources/[0-9]+)/S3DataSource",
    "*": "[^/]*",
}


def matches(pattern: str, pointer: str) -> bool:
    """Say whether a pointer is one of the places that a pattern of `rule.Rule` means."""
    return _compiled(pattern).fullmatch(pointer) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\{[a-z]+\}|\*)", pattern)
    return re.compile("".join(_HOLES.get(part) or re.escape(part) for part in parts), re.DOTALL)
