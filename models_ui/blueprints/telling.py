"""What does a field do on a form, in one line?"""

from __future__ import annotations

import json

from models_ui.blueprints.homes import Raw
from models_ui.blueprints.settings import ABSENT, LOCKED, OFF, PRESET, mode_of
from models_ui.contract.json_types import Json
from models_ui.contract.words import legible

# A line is read at a glance; the whole value stands among the settings.
_LONGEST = 60
NOT_HERE = "Not on this form"
BEHIND = "Under “More settings” only"


def said(raw: Raw | None, *, free: bool = False) -> str:
    """Return what a field does. `free`: what is not on the form is found under "More settings"."""
    if raw is None:
        return BEHIND if free else NOT_HERE
    mode, hidden = mode_of(raw), raw.get("show") == "hidden"
    if mode == ABSENT:
        return "Always left out" if hidden else "Always left out, and says so"
    if mode == LOCKED:
        return f"{'Set, not shown' if hidden else 'Locked'}: {short(raw['value'])}"
    beginning = f"Starts as {short(raw['value'])}" if mode == PRESET else ""
    limits = limited(raw.get("limit", {}))
    must = "must be filled in" if raw.get("required") else ""
    words = [beginning, limits, must, "not shown" if hidden else ""]
    line = ", ".join(word for word in words if word)
    return f"{line[:1].upper()}{line[1:]}" if line else "Asked, free to fill in"


def limited(limit: Raw) -> str:
    """Return what a field is limited to, or nothing."""
    parts = []
    if choices := limit.get("choices"):
        parts.append(f"one of {len(choices)} choices" if len(choices) > 1 else "one choice only")
    if prefixes := limit.get("prefixes"):
        parts.append(f"limited to {_several([f'{one}…' for one in prefixes])}")
    if globs := limit.get("globs"):
        parts.append(f"fits {_several(globs)}")
    for name, unit in (("range", ""), ("length", " characters"), ("count", " entries")):
        if ends := limit.get(name):
            parts.append(f"{ends[0]} to {ends[1]}{unit}" if ends[0] != ends[1] else f"exactly {ends[0]}{unit}")
    if includes := limit.get("includes"):
        parts.append(f"always holds {short(includes)}")
    return ", ".join(parts)


def mode(raw: Raw | None) -> str:
    """Say in one word what a field does, as the form of its settings does."""
    return OFF if raw is None else mode_of(raw)


def short(value: Json) -> str:
    """Return a value on one line, cut where it is long."""
    text = value if isinstance(value, str) else _plain(value)
    line = legible(" ".join(text.split())) or "an empty text"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _plain(value: Json) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(str(one) for one in value)
    if isinstance(value, list) and all(isinstance(one, dict) and set(one) == {"Key", "Value"} for one in value):
        return ", ".join(f"{one['Key']} = {one['Value']}" for one in value if isinstance(one, dict))
    if isinstance(value, dict) and isinstance(image := value.get("image"), dict):
        return " ".join(str(fact) for fact in image.values())
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return ", ".join(f"{key} = {one}" for key, one in value.items())
    return json.dumps(value, ensure_ascii=False)


def _several(texts: list[str]) -> str:
    rest = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    return f"{short(texts[0])}{rest}"
