"""Which of AWS's words may be kept? It repeats what was sent, and that may be a secret."""

from __future__ import annotations

import re

from models_ui.contract.eula import containers
from models_ui.contract.json_types import Document

_LONGEST = 4000
_MASK = "…"
# A shorter value is no secret worth the name, and taking it out would tear other words apart.
_SHORTEST_SECRET = 6
_ENVIRONMENT = re.compile(r"Value '.*' at '(?P<place>[A-Za-z0-9.]*[eE]nvironment[A-Za-z0-9.]*)' failed", re.DOTALL)


def kept(message: str, request: Document) -> str:
    """Return what may be stored of a message: no environment value of the request, no control character, not too long."""
    for value in sorted(_values(request), key=len, reverse=True):
        message = message.replace(value, _MASK)
    message = _ENVIRONMENT.sub(rf"Value '{_MASK}' at '\g<place>' failed", message[: 2 * _LONGEST])
    message = "".join(character if character.isprintable() else " " for character in message)
    return message if len(message) <= _LONGEST else message[:_LONGEST] + _MASK


def _values(request: Document) -> set[str]:
    found: set[str] = set()
    for _, container in containers(request):
        environment = container.get("Environment")
        if isinstance(environment, dict):
            found.update(
                value for value in environment.values() if isinstance(value, str) and len(value) >= _SHORTEST_SECRET
            )
    return found
