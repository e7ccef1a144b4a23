"""What is a JSON value to the type checker?"""

from __future__ import annotations

from typing import TypeAlias

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"
Document: TypeAlias = "dict[str, Json]"
