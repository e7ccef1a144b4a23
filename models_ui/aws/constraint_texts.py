"""Which constraints does a text of AWS name, and at which places?

The form was quoted in aws-samples/sagemaker-ml-workflow-with-apache-airflow#3 and other threads:
`2 validation errors detected: Value '…' at 'modelName' failed to satisfy constraint: Member must …; Value …`
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json

_HEAD = re.compile(r"\d+ validation errors? detected: ")
# The value itself is left out: it may be long, a secret, or made to look like the rest of the text.
_ONE = re.compile(
    r" at '(?P<path>[A-Za-z0-9.]{1,200})' failed to satisfy constraint: (?P<words>.*?)(?=; Value |\Z)", re.DOTALL
)
_MOST = 5
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Broken:
    """What a text of constraints comes to."""

    title: str
    sentence: str
    next_steps: tuple[str, ...]
    pointer: str | None


def read(message: str, request: Document) -> Broken | None:
    """Return what a person is told of a text of this form, None for any other."""
    if not _HEAD.match(message):
        return None
    found = [(pointer_of(match["path"]), match["words"]) for match in _ONE.finditer(message)]
    told = [_told(pointer, words, request) for pointer, words in found[:_MOST]]
    if len(found) > _MOST:
        told.append(f"and {len(found) - _MOST} more")
    return Broken(
        title="AWS refused a value" if len(found) == 1 else "AWS refused some values",
        sentence=f"{'; '.join(told)}." if told else "A value does not fit what AWS wants, but it does not say which.",
        next_steps=("Edit the request and submit it again.",),
        pointer=found[0][0] if found else None,
    )


def pointer_of(path: str) -> str:
    """Return the JSON Pointer of a path such as `containers.1.member.image`; AWS counts from one."""
    tokens: list[str | int] = []
    for part in path.split("."):
        if part.isdecimal() and len(part) < 10:
            tokens.append(max(int(part) - 1, 0))
        elif part != "member":
            tokens.append(part[:1].upper() + part[1:])
    return pointers.join(*tokens)


def _told(pointer: str, words: str, request: Document) -> str:
    return f"{_name(pointer)} {_plain(words.strip(), _value(request, pointer))}"


def _name(pointer: str) -> str:
    """Write a place as people do: `Containers[0].Image`."""
    name = "".join(f"[{token}]" if token.isdecimal() else f".{token}" for token in pointers.split(pointer))
    return name.lstrip(".")


def _value(request: Document, pointer: str) -> Json:
    try:
        return pointers.get(request, pointer)
    except LookupError:
        return None


def _plain(words: str, value: Json) -> str:
    one, more = ("entry", "entries") if isinstance(value, list | dict) else ("character", "characters")
    for pattern, sentence in _PLAIN:
        found = re.match(pattern, words, re.DOTALL)
        if found:
            groups = [group[:_LONGEST] for group in found.groups()]
            return sentence.format(*groups, of=one if groups == ["1"] else more)
    return f"does not fit what AWS wants: {words[:_LONGEST]}"


_PLAIN = (
    (r"Member must have length less than or equal to (\d+)", "may have at most {0} {of}"),
    (r"Member must have length greater than or equal to (\d+)", "needs at least {0} {of}"),
    (r"Member must have value less than or equal to (-?\d+)", "may be at most {0}"),
    (r"Member must have value greater than or equal to (-?\d+)", "must be at least {0}"),
    (r"Member must satisfy enum value set: \[(.*)\]", "must be one of {0}"),
    (r"Member must satisfy regular expression pattern: ", "is not written in the form that AWS wants"),
    (r"Member must not be null", "is missing"),
    (r"Map keys must satisfy constraint", "has a name that is too long or not written in the form that AWS wants"),
    (r"Map value must satisfy constraint", "has a value that is longer than AWS allows"),
    (r"Map value must have length less than or equal to (\d+)", "has a value of more than {0} characters"),
    (r"Member must satisfy constraint", "has an entry that is not written in the form that AWS wants"),
)
