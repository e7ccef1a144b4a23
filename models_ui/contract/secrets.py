"""Which values of a request are likely to be secrets, and how is it shown without them?

Looks at the environment of every container, by the name of a variable and by the form of its value. Both lists were
made from what people really put there; what only counts tokens or names a file is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json

MASK = "(hidden)"

_SECRET_NAME = re.compile(
    r"(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|KEY|ACCESS_KEY_ID|CREDENTIALS?|_PWD|_PASS|_PAT|_AUTH|CONNECTION_STRING)\Z"
)
_HARMLESS_NAME = re.compile(
    r"(?:(?:.*_)?(?:EOS|BOS|PAD|UNK|SEP|CLS|MASK|STOP|START)_TOKEN|(?:MAX|MIN|NUM|N)_.*TOKEN)\Z"
)
# The name of an object in S3, as in S3_KEY=model/weights.parquet; an access key has no ending and no slash at its end.
_OBJECT_NAME = re.compile(r"(?:.*_)?(?:S3|OBJECT|FILE|MODEL)_KEY\Z")
_OBJECT = re.compile(r"[^\s=]*(?:/|\.[A-Za-z][A-Za-z0-9]{0,9})\Z")
# What only names a secret or a key that is kept elsewhere, as one should; and a token of a vocabulary, as in <image>.
_ELSEWHERE = re.compile(r"arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm|kms):[^\s]*\Z")
_SPECIAL = re.compile(r"(?:<[^<>\s]{1,40}>|\[[A-Z_]{1,20}\])\Z")
# Each begins where it cannot begin again within itself, so that a long value costs no more than its length.
_SECRET_VALUE = re.compile(
    r"(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{20}|(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20}|github_pat_[A-Za-z0-9]{20}"
    r"|glpat-[A-Za-z0-9_-]{20}|nvapi-[A-Za-z0-9_-]{20}|sk-[A-Za-z0-9_-]{20}|xox[abeprs]-[A-Za-z0-9-]{10})"
    r"|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\."
    r"|-----BEGIN [A-Z ]{0,20}PRIVATE KEY"
    r"|://[^\s/:@]{0,200}:[^\s/@]{1,200}@"
    r"|X-Amz-Signature="
)
# One of these is in every value that the pattern finds; looking for them first spares most values the pattern.
_MARKS = (
    "hf_",
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "nvapi-",
    "sk-",
    "xox",
    "eyJ",
    "-----BEGIN",
    "://",
    "X-Amz-Signature=",
)
# Four times what AWS takes: no value longer than this is ever sent.
_LONGEST_LOOKED_AT = 4096


def secret_pointers(document: Document) -> frozenset[str]:
    """Return the places of the values that are not to be shown. Total: what has a wrong type is hidden as a whole."""
    return frozenset(place for tokens, environment in environments(document) for place in _hidden(environment, tokens))


def masked(document: Document, places: Collection[str]) -> Document:
    """Return the document with MASK at these places; one that does not exist is passed over."""
    shown: Json = document
    for place in places:
        if pointers.exists(shown, place):
            shown = pointers.replaced(shown, place, MASK)
    return shown if isinstance(shown, dict) else {}


def is_secret(name: str, value: str) -> bool:
    """Say whether an environment variable looks like a secret. An empty one hides nothing."""
    text = value[:_LONGEST_LOOKED_AT]
    named = _named_so(name.upper()) and not _is_harmless(name.upper(), text)
    return bool(value) and (named or _is_formed_so(text))


def _is_harmless(name: str, value: str) -> bool:
    """Say whether a value is none that its name promises: the name of an object, a key kept elsewhere, a special token."""
    if name.endswith("TOKEN") and _SPECIAL.match(value):
        return True
    return bool(_ELSEWHERE.match(value) or _OBJECT_NAME.match(name) and _OBJECT.match(value))


def _is_formed_so(value: str) -> bool:
    return any(mark in value for mark in _MARKS) and _SECRET_VALUE.search(value) is not None


def _named_so(name: str) -> bool:
    return bool(_SECRET_NAME.search(name)) and not _HARMLESS_NAME.match(name)


def environments(document: Document) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    """Yield everything that is called an environment, wherever it stands: a misplaced one holds secrets as well."""
    waiting: list[tuple[tuple[str | int, ...], Json]] = [((), document)]
    while waiting:
        tokens, value = waiting.pop()
        if tokens and str(tokens[-1]).lower() == "environment":
            yield tokens, value
        elif isinstance(value, dict):
            waiting.extend(((*tokens, name), item) for name, item in value.items())
        elif isinstance(value, list):
            waiting.extend(((*tokens, index), item) for index, item in enumerate(value))


def _hidden(environment: Json, tokens: tuple[str | int, ...]) -> Iterator[str]:
    if not isinstance(environment, dict):
        if environment:
            yield pointers.join(*tokens)
        return
    for name, value in environment.items():
        text = value if isinstance(value, str) else ""
        nested = isinstance(value, dict | list) and bool(value)
        number = not isinstance(value, str | bool | None) and _named_so(name.upper())
        if nested or number or is_secret(name, text):
            yield pointers.join(*tokens, name)
