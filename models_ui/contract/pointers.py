"""Which place of a document does a JSON Pointer (RFC 6901) name?"""

from __future__ import annotations

import re

from models_ui.contract.json_types import Json

# Section 4 of the RFC: digits without a leading zero. A longer number is no index of any list that fits in memory.
_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")


def split(pointer: str) -> tuple[str, ...]:
    """Return the tokens of a pointer, unescaped. Raises ValueError where it neither is empty nor begins with a slash."""
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON Pointer begins with a slash: {pointer[:80]!r}")
    tokens = pointer[1:].split("/")
    return tuple([_unescaped(token) for token in tokens] if "~" in pointer else tokens)


def join(*tokens: str | int) -> str:
    """Return the pointer of these tokens, escaped; of none, the whole document's."""
    return "".join([f"/{_escaped(str(token))}" for token in tokens])


def get(document: Json, pointer: str) -> Json:
    """Return the value at a pointer. Raises LookupError where there is none, ValueError as `split` does."""
    value = document
    for token in split(pointer):
        if isinstance(value, dict):
            value = value[token]
        elif isinstance(value, list):
            value = value[index(token)]
        else:
            raise LookupError(f"no place inside a single value: {pointer[:80]!r}")  # noqa: TRY004 - as for any other
    return value


def exists(document: Json, pointer: str) -> bool:
    """Say whether a document has a value at a pointer; null is one."""
    try:
        get(document, pointer)
    except LookupError:
        return False
    return True


def replaced(document: Json, pointer: str, value: Json) -> Json:
    """Return the document with another value at a place that exists; the original keeps its own. Raises as `get`."""
    get(document, pointer)
    return _rebuilt(document, split(pointer), value)


def removed(document: Json, pointer: str) -> Json:
    """Return the document without a member that exists; the original keeps it. Raises LookupError where there is none."""
    above, name = split(pointer)[:-1], split(pointer)[-1:]
    holder = get(document, join(*above))
    if not name or not isinstance(holder, dict):
        raise LookupError(f"not the member of an object: {pointer[:80]!r}")
    get(holder, join(*name))
    rest = {member: value for member, value in holder.items() if member != name[0]}
    return _rebuilt(document, above, rest)


def _rebuilt(document: Json, tokens: tuple[str, ...], value: Json) -> Json:
    if not tokens:
        return value
    if isinstance(document, dict):
        return {**document, tokens[0]: _rebuilt(document[tokens[0]], tokens[1:], value)}
    if isinstance(document, list):
        place = index(tokens[0])
        return [*document[:place], _rebuilt(document[place], tokens[1:], value), *document[place + 1 :]]
    raise LookupError(f"no place inside a single value: {tokens[0][:80]!r}")


def index(token: str) -> int:
    """Return the list index that a token writes. Raises LookupError for any other token, `-` among them."""
    if not _INDEX.match(token):
        raise LookupError(f"not the index of a list: {token[:80]!r}")
    return int(token)


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")
