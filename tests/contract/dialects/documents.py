"""Which legal requests are written and read again? Made at random from the contract, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from models_ui.contract import create_model
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text
from tests.contract.requests import TEXTS

# What the languages quote, escape, evaluate or take for something else.
_AWKWARD = [
    *("", " ", "  two  ", "'", '"', "`", "\\", "\\n", "\n", "a\nb\n", "\t", "\r", "\r\n", "\x07", "\x7f", "\x85", "\u2028", "\ufeff"),
    *("$HOME", "${HOME}", "$${HOME}", "$(id)", "`id`", "%{ if true }", "%%{a}", "${", "%{", "{{ x }}", "{% x %}", "$.path"),
    *("true", "false", "null", "NULL", "None", "yes", "no", "on", "~", "TRUE", "T", "NA", "1", "01", "1.10", "1e3", "0x1F"),
    *("1:20", "2026-01-01", "-", "--x", "- a", "a: b", "a #b", "# a", "!Ref x", "&a", "*a", "<<", "<<EOT", "|", ">", "@x"),
    *("{", "}", "[", "]", "{}", "[]", "a,b", "a=b", "a;b", "a|b", "a&b", "//", "/*", "*/", "é", "日本", "😀", "r\"(x)\"", "\\u0041"),
    *('{"a": [1, "b"]}', "f'{x}'", "'''", '"""', "__import__('os').system('id')", "system('id')", "%", "$", "\\'", "\\\""),
]  # fmt: skip
_NAMES = [
    "A",
    "_a",
    "HF_TASK",
    "SAGEMAKER_PROGRAM",
    "true",
    "null",
    "for",
    "in",
    "if",
    "TRUE",
    "class",
    "NA",
    "x1",
    "y",
    "no",
    "Type",
]
_TAGS = ["team", "cost centre", "a:b", "a/b", "é", "=", "+", "-x", "true", "no", "1", "key", "Key", "@", "."]


def documents(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield so many legal requests."""
    chance = random.Random(seed)
    for _ in range(count):
        document = _made(create_model.tree(), chance)
        document.setdefault("ExecutionRoleArn", TEXTS["RoleArn"])
        yield document


def _made(node: Node, chance: random.Random) -> Any:
    match node:
        case Structure():
            return _members(node, chance)
        case ListOf() if node.name == "TagList":
            keys = chance.sample(_TAGS, chance.randint(1, 4))
            return [{"Key": key, "Value": chance.choice(_TAGS)} for key in keys]
        case ListOf():
            return [_made(node.item, chance) for _ in range(chance.randint(1, min(node.maximum or 2, 2)))]
        case MapOf():
            return {name: _text(chance) for name in chance.sample(_NAMES, chance.randint(0, 5))}
        case Flag():
            return chance.random() < 0.5
        case Text():
            return _plain(node, chance)
        case _:
            return chance.choice([10, 60, 300])


def _members(node: Structure, chance: random.Random) -> dict[str, Any]:
    names = [name for name in node.members if name in node.required or chance.random() < 0.4]
    chance.shuffle(names)
    return {name: _made(node.members[name], chance) for name in names}


def _plain(node: Text, chance: random.Random) -> str:
    if node.choices:
        return chance.choice(node.choices)
    if node.name in {"String", "HubContentArn"}:
        return chance.choice(["x", "a b", "$x", "'", '"', "\\", "1"])
    return TEXTS[node.name] + chance.choice(["", "", "", "1"])


def _text(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return "".join(chance.choice(_AWKWARD) for _ in range(chance.randint(2, 4)))
    return chance.choice(_AWKWARD)
