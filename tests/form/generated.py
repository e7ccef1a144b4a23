"""Which requests are there to try? Generated ones, right and wrong, the same for the same seed."""

from __future__ import annotations

from random import Random

from models_ui.contract import create_model
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Node, Structure, Text, Whole

TEXTS = (
    "", "a", "None", "true", "s3://acme-models/churn/7/", "two\nlines", "\nfirst", "\n\nfirst two", "last\n", "a\r\nb",
    "a\rb", " around ", "\u200binvisible\ufeff", "\u2003", "\t", "<b>&amp;\"'</b>", "{{ x }}", "{% y %}", "ключ", "１２",
    "007", "-", "a.b.0", "a/b~c", "</textarea>", "\x0b\x0c", "𝒳", "x" * 300,
)  # fmt: skip
KEYS = (*TEXTS, "HF_TOKEN", "SAGEMAKER_PROGRAM", "0", "key", "A (2)", "present")
WRONG: tuple[Json, ...] = (None, True, 7, 1.5, "text", "60", [], {}, [1], {"a": 1}, [None], [[]], {"": {"x/y": "~"}})
STRANGE = ("Bogus", "a.b", "a/b", "", "present", "imageConfig", "ключ")


def request(seed: int, *, wrong: float = 0.04) -> Document:
    """Return a request: about half of what may be there is, and `wrong` of it has a wrong type or an unknown name."""
    random = Random(seed)
    document = structure(create_model.tree(), random, wrong)
    if random.random() < 0.85:
        document.pop(random.choice(["PrimaryContainer", "Containers"]), None)
    tags = document.get("Tags")
    for tag in tags if isinstance(tags, list) else ():
        if isinstance(tag, dict):
            # A tag without a value is the one thing that a post of its row changes.
            tag.setdefault("Value", random.choice(TEXTS))
    return document


def structure(node: Structure, random: Random, wrong: float, *, some: float = 0.4) -> Document:
    """Return an object with some of its members, in any order."""
    names = [name for name in node.members if random.random() < some]
    random.shuffle(names)
    members = {name: value(node.members[name], random, wrong) for name in names}
    if random.random() < wrong:
        members[random.choice(STRANGE)] = random.choice(WRONG)
    return members


def value(node: Node, random: Random, wrong: float) -> Json:
    """Return a value for a place."""
    if random.random() < wrong:
        return random.choice(WRONG)
    match node:
        case Structure():
            return structure(node, random, wrong)
        case ListOf():
            return [value(node.item, random, wrong) for _ in range(random.choice((0, 1, 1, 2, 3)))]
        case MapOf():
            return {random.choice(KEYS): value(node.value, random, wrong) for _ in range(random.choice((0, 1, 2, 4)))}
        case _:
            return random.choice(single(node))


def single(node: Text | Whole | Flag) -> tuple[Json, ...]:
    """Return values that a control can show."""
    match node:
        case Text(choices=choices):
            return (*choices * 10, *TEXTS) if choices else TEXTS
        case Flag():
            return True, False
        case Whole():
            return 0, 60, -1, 10**12, "soon", ""
