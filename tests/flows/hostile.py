"""Which bad inputs does somebody paste or type? By family; each with a name for the report of a failure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from models_ui.contract import create_model
from models_ui.contract.loader import MOST_BYTES
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole
from tests import factories
from tests.contract.requests import TEXTS, holding, places, whole

TREE = create_model.tree()
GOOD: dict[str, Any] = factories.request("churn-1")
GOOD_TEXT = json.dumps(GOOD)
EVERY_TYPE: tuple[Any, ...] = (None, True, 0, 1.5, "text", [], [[]], {}, {"a": "b"}, "")

Case = tuple[str, Any]


def texts() -> Iterator[Case]:
    """Yield texts that are no request, or hardly one."""
    for depth in (100, 1_000, 100_000):
        yield f"arrays {depth} deep", "[" * depth + "]" * depth
        yield f"objects {depth} deep", '{"a":' * depth + "1" + "}" * depth
        yield f"unclosed {depth} deep", '{"PrimaryContainer":{"Environment":' + "[" * depth
    yield "very many names", json.dumps({f"a{number}": 1 for number in range(100_000)})
    yield "very many tags", json.dumps({"Tags": [{"Key": "a", "Value": "b"}] * 20_000})
    yield "one byte too many", json.dumps({"ModelName": "x" * MOST_BYTES})
    yield "as large as it may be", json.dumps({"ModelName": "x" * (MOST_BYTES - 100)})
    for number in (
        "NaN",
        "Infinity",
        "-Infinity",
        "9" * 5_000,
        "-" + "9" * 5_000,
        "1e400",
        "0." + "1" * 5_000,
        "01",
        "+1",
        "0x1F",
    ):
        yield f"number {number[:9]}", f'{{"ModelName": {number}}}'
    for text in (
        "\\ud800",
        "\\udc00\\ud800",
        "\\u0000",
        "\\q",
        "\\u12",
        "\x00",
        "\x1f",
        "\n",
        "\u2028",
        "\ufeff",
        "\U0001f600" * 70,
    ):
        yield f"text {text[:9]!r}", f'{{"ModelName": "{text}"}}'
    for name in (
        "__proto__",
        "constructor",
        "toString",
        "",
        "a.b",
        "/",
        "~",
        "ModelName ",
        "modelname",
        "x" * 5_000,
        "{{ x }}",
    ):
        yield f"name {name[:9]!r}", json.dumps({**GOOD, name: {"a": 1}})
        yield (
            f"name {name[:9]!r} in a container",
            json.dumps({**GOOD, "PrimaryContainer": {**GOOD["PrimaryContainer"], name: 1}}),
        )
    for text in (
        "\ufeff" + GOOD_TEXT,
        GOOD_TEXT.encode("utf-16").decode("latin-1"),
        GOOD_TEXT + GOOD_TEXT,
        GOOD_TEXT + "x",
    ):
        yield f"around {text[:9]!r}", text
    yield "a name twice", '{"ModelName": "a", "ModelName": "b"}'
    yield "a variable twice", '{"PrimaryContainer": {"Environment": {"A": "1", "A": "2"}}}'
    for end in range(len(GOOD_TEXT)):
        yield f"cut after {end}", GOOD_TEXT[:end]


def types() -> Iterator[Case]:
    """Yield requests with a value of every type at every place of the contract that wants another."""
    for pointer, node in places(TREE):
        if pointer:
            for value in EVERY_TYPE:
                if not is_of(node, value):
                    yield f"{json.dumps(value)} at {pointer}", holding(pointer, value, TREE)


def is_of(node: Node, value: Any) -> bool:
    """Say whether a value has the type of a place."""
    match node:
        case Text():
            return isinstance(value, str)
        case Whole():
            return isinstance(value, int) and not isinstance(value, bool)
        case Flag():
            return isinstance(value, bool)
        case ListOf():
            return isinstance(value, list)
        case _:
            return isinstance(value, dict)


def strings() -> Iterator[tuple[str, str, str]]:
    """Yield a name, the place of a text, and a form of it that AWS refuses, or that looks like another."""
    shapes: dict[str, tuple[str, Text]] = {}
    for pointer, node in places(TREE):
        if isinstance(node, Text) and not pointer.startswith("/Containers"):
            shapes.setdefault(node.name, (pointer, node))
    for name, (pointer, node) in shapes.items():
        good = TEXTS.get(name, node.choices[0] if node.choices else "text")
        for form, text in forms(good, node):
            yield f"{name}, {form}", pointer, text


def forms(good: str, node: Text) -> Iterator[tuple[str, str]]:
    """Yield the forms that a good text is spoilt by."""
    yield "empty", ""
    if node.maximum:
        yield "longest", (good + "a" * node.maximum)[: node.maximum]
        yield "too long", (good + "a" * node.maximum)[: node.maximum] + "a"
    if node.minimum and node.minimum > 1:
        yield "too short", good[: node.minimum - 1]
    yield from {
        "line end behind": f"{good}\n",
        "space before": f" {good}",
        "space behind": f"{good} ",
        "no-break space within": f"{good[:2]}\u00a0{good[2:]}",
        "zero width within": f"{good[:2]}\u200b{good[2:]}",
        "byte order mark before": f"\ufeff{good}",
        "turned around within": f"{good[:2]}\u202e{good[2:]}",
        "other digits": f"{good}\u0661\uff11",
        "emoji": f"{good}\U0001f600",
        "combining": f"{good}e\u0301",
        "control": f"{good[:2]}\x07{good[2:]}",
        "only spaces": "   ",
        "markup": f"{good}<script>alert(1)</script>",
        "quotes": f"{good}'\"`$(id)",
        "line separator within": f"{good[:2]}\u2028{good[2:]}",
        "next line behind": f"{good}\x85",
        "carriage return behind": f"{good}\r\n",
        "tab within": f"{good[:2]}\t{good[2:]}",
        "soft hyphen within": f"{good[:2]}\u00ad{good[2:]}",
        "full width": "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in good),
        "look-alike": good.replace("a", "\u0430").replace("e", "\u0435").replace("s", "\u0455"),
        "tag characters behind": f"{good}\U000e0061\U000e007f",
        "unassigned behind": f"{good}\U000e01f0\uffff",
        "forty thousand characters": good + "a" * 40_000,
        "forty thousand spaces within": f"{good[:2]}{' ' * 40_000}{good[2:]}",
        "other tool's placeholder": "{{ params.value }}",
        "nothing, as text": "None",
    }.items()


def wholes() -> Iterator[Case]:
    """Yield the largest request that names everything, and with one thing too many of each list and map."""
    everything = whole(TREE)
    yield "everything at once", everything
    for pointer, node in places(TREE):
        if isinstance(node, ListOf) and node.maximum:
            yield f"too many at {pointer}", holding(pointer, [whole(node.item)] * (node.maximum + 1), TREE)
        if isinstance(node, MapOf) and node.maximum:
            yield f"too many at {pointer}", holding(pointer, {f"A{n}": "" for n in range(node.maximum + 1)}, TREE)
        if isinstance(node, Structure) and node.required and pointer:
            yield f"nothing at {pointer}", holding(pointer, {}, TREE)
