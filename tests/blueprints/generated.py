"""Which blueprints are there to make a form of? Generated ones, the same for the same seed, and one that shows everything."""

from __future__ import annotations

from random import Random

from models_ui.contract import create_model
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, Text, at
from models_ui.form import operation

KEYS = ("HF_TASK", "A", "SAGEMAKER_PROGRAM")
KINDS: tuple[Document, ...] = (
    {"kind": "primary"},
    {"kind": "pipeline", "count": 2},
    {"kind": "pipeline", "least": 1, "most": 3},
    {"kind": "any"},
)


def blueprint(seed: int) -> Document:
    """Return a blueprint with any places shown, hidden, locked or limited, on any steps of its own."""
    random = Random(seed)
    kind = random.choice(KINDS)
    places = sorted(random.sample(known := sorted(set(spots(kind))), k=min(len(known), random.randint(2, 30))))
    fields: dict[str, Json] = {place: said(place, random) for place in places}
    shown = [place for place in places if random.random() < 0.7]
    random.shuffle(shown)
    each = [place for place in shown if place.startswith("/Containers/*/") and random.random() < 0.7]
    plain = [place for place in shown if place not in each]
    steps = [step(f"own{number}", part) for number, part in enumerate(cut(plain, random)) if part]
    steps += [{**step("part", each), "each": "container"}] if each else []
    shown_on: list[Json] = [*(steps or [step("own0", ["/ModelName"])])]
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "Generated",
        "summary": "",
        "containers": kind,
        "free": random.random() < 0.6,
        "fields": fields,
        "steps": shown_on,
    }


def everything() -> Document:
    """Return a blueprint whose steps are those of the wizard, and that limits nothing."""
    texts = {screen.name: screen for screen in operation.WIZARD.steps}
    container = [
        place.removeprefix("/{container}")
        for group in texts["container"].groups
        for place in group.places
        if "{" in place
    ]
    access = ["/ExecutionRoleArn", "/VpcConfig", "/EnableNetworkIsolation"]
    places = {
        "model": ["/ModelName", "/InferenceExecutionConfig"],
        "order": ["/Containers"],
        "one": [f"/PrimaryContainer{place}" for place in container],
        "part": [f"/Containers/*{place}" for place in container],
        "access": access,
        "tags": ["/Tags"],
    }
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "Everything",
        "summary": "",
        "containers": {"kind": "any"},
        "free": True,
        "fields": {place: {} for shown in places.values() for place in shown},
        "steps": [
            step(name, shown) | ({"each": "container"} if name == "part" else {}) for name, shown in places.items()
        ],
    }


def spots(kind: Document) -> list[str]:
    """Return the places that a blueprint of this kind may name."""
    tree = create_model.tree()
    container = tree.members["PrimaryContainer"]
    roots = {
        "primary": ["/PrimaryContainer"],
        "pipeline": ["/Containers/0", "/Containers/1"] if "count" in kind else ["/Containers/*"],
        "any": ["/PrimaryContainer", "/Containers/*"],
    }[str(kind["kind"])]
    found = [
        place for name in tree.members if "Container" not in name for place in below(tree.members[name], f"/{name}")
    ]
    return found + [place for root in roots for place in below(container, root) if place != root]


def below(node: Node, place: str) -> list[str]:
    """Return a place and those below it; of a list the whole, of a map some keys too."""
    if isinstance(node, Structure):
        return [place, *(spot for name, member in node.members.items() for spot in below(member, f"{place}/{name}"))]
    if isinstance(node, MapOf):
        return [place, *(f"{place}/{key}" for key in KEYS)]
    if isinstance(node, ListOf):
        return [place, f"{place}/*"]
    return [place]


def said(place: str, random: Random) -> Document:
    """Return what is said of a place."""
    field: Document = {}
    if random.random() < 0.3:
        field["show"] = "hidden"
    if random.random() < 0.25:
        text = isinstance(at(create_model.tree(), place.replace("*", "0")), Text)
        field |= {"locked": True, **({"value": "text"} if text else {})}
    if random.random() < 0.2:
        field["limit"] = {"choices": [{"value": "a", "label": "The letter"}, "s3://acme-models/churn/7/"]}
    if random.random() < 0.2:
        field["label"] = "A label <of its own>"
    return field


def step(name: str, places: list[str]) -> Document:
    """Return a step with one group."""
    return {
        "name": name,
        "title": name,
        "heading": f"Fill in {name}",
        "groups": [{"title": "Group", "intro": "", "places": list[Json](places)}],
    }


def cut(places: list[str], random: Random) -> list[list[str]]:
    """Return the places in up to three parts."""
    first, second = sorted(random.randint(0, len(places)) for _ in range(2))
    return [places[:first], places[first:second], places[second:]]
