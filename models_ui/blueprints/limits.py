"""Does a value keep to the limit of its field, and what is said where it does not?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from models_ui.blueprints.document import Choice, Limit
from models_ui.blueprints.globs import fits
from models_ui.contract.json_types import Json

# Of more choices than this the sentence names none; the control has them all.
_NAMED = 6


def same(one: Json, other: Json) -> bool:
    """Say whether two values are the same to AWS: 1 is 1.0 but true is not 1, and members have no order."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(*pair) for pair in zip(one, other, strict=True))
    return one == other


def broken(value: Json, limit: Limit) -> Iterator[str]:
    """Yield what a value must do and does not, each to follow the name of its place.

    Of a value of another type than a limit is about nothing is said: the contract refuses it.
    """
    for check in _CHECKS:
        if said := check(value, limit):
            yield said


def _choices(value: Json, limit: Limit) -> str:
    if not limit.choices or any(same(value, choice.value) for choice in limit.choices):
        return ""
    return (
        f"must be {_either([_words(choice) for choice in limit.choices])}"
        if _few(limit.choices)
        else "must be one of the choices of this form"
    )


def _few(choices: Sequence[Choice]) -> bool:
    return len(choices) <= _NAMED and all(_words(choice) for choice in choices)


def _words(choice: Choice) -> str:
    value = {True: "true", False: "false"}[choice.value] if isinstance(choice.value, bool) else choice.value
    return choice.label or (str(value) if isinstance(value, str | int | float) else "")


def _prefixes(value: Json, limit: Limit) -> str:
    if not limit.prefixes or not isinstance(value, str) or value.startswith(limit.prefixes):
        return ""
    return f"must begin with {_either(limit.prefixes)}"


def _globs(value: Json, limit: Limit) -> str:
    if not limit.globs or not isinstance(value, str) or any(fits(value, glob) for glob in limit.globs):
        return ""
    return f"must look like {_either(limit.globs)}, where * stands for anything"


def _range(value: Json, limit: Limit) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return _outside(value if is_number else None, limit.range, "must be {0} to {1}")


def _length(value: Json, limit: Limit) -> str:
    return _outside(len(value) if isinstance(value, str) else None, limit.length, "must have {0} to {1} characters")


def _count(value: Json, limit: Limit) -> str:
    return _outside(len(value) if isinstance(value, list | dict) else None, limit.count, "must have {0} to {1} entries")


def _outside(size: Json, bounds: tuple[int, int] | None, sentence: str) -> str:
    if bounds is None or not isinstance(size, int | float) or bounds[0] <= size <= bounds[1]:
        return ""
    return sentence.format(*bounds).replace(f"{bounds[0]} to {bounds[0]} ", f"{bounds[0]} ")


def lacks(value: Json, limit: Limit) -> bool:
    """Say whether a list or map is without an entry that it must hold."""
    return not same(completed(value, limit), value)


def without_entries(limit: Limit) -> Json:
    """Return the empty list or map that a place stands for where nothing is there."""
    return [] if isinstance(limit.includes, list) else {}


def completed(value: Json, limit: Limit) -> Json:
    """Return a list or map with the entries that it must hold; a value of another type as it is."""
    match limit.includes, value:
        case dict() as wanted, dict():
            return {**value, **wanted}
        case list() as wanted, list():
            return [*value, *(entry for entry in wanted if not any(same(entry, other) for other in value))]
    return value


def freed(value: Json, before: Limit, after: Limit) -> Json:
    """Return a list or map without the entries that had to be held before and need not any more."""
    match before.includes, value:
        case dict() as held, dict():
            return {name: entry for name, entry in value.items() if not (name in held and same(entry, held[name]))}
        case list() as held, list():
            return [entry for entry in value if not _among(entry, held) or _among(entry, after.includes)]
    return value


def _among(entry: Json, entries: Json) -> bool:
    return isinstance(entries, list) and any(same(entry, other) for other in entries)


def _either(texts: Sequence[str]) -> str:
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


_CHECKS: tuple[Callable[[Json, Limit], str], ...] = (_choices, _prefixes, _globs, _range, _length, _count)
