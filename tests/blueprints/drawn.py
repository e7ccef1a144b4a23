"""Which forms and requests do the property tests draw?

Most are sound and right, so that much comes through; a part of every request is not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from models_ui.contract import pointers
from models_ui.contract.json_types import Document, Json
from tests.factories import IMAGE, ROLE_ARN

OTHER_IMAGE = IMAGE.replace("churn", "other")
OTHER_ROLE = ROLE_ARN.replace("Execution", "Other")
VPC: dict[str, Json] = {"Subnets": ["subnet-1a2b3c4d"], "SecurityGroupIds": ["sg-1a2b3c4d"]}
OTHER_VPC: dict[str, Json] = {**VPC, "Subnets": ["subnet-9"]}
TEAM: dict[str, Json] = {"Key": "team", "Value": "{team}"}
OTHER_TAG: dict[str, Json] = {"Key": "cost", "Value": "7"}
# The archives of the two teams.
OURS, THEIRS = "s3://acme-risk/m.tar.gz", "s3://acme-fraud/m.zip"


class Spot(NamedTuple):
    """A place, values that a form may give it, values that somebody may post, and limits that let the first one in."""

    place: str
    given: tuple[Json, ...]
    sent: tuple[Json, ...]
    limits: tuple[dict[str, Any], ...] = ()


OF_REQUEST = (
    Spot("/ModelName", (), ("risk-1", "fraud-2", "x" * 60), ({"prefixes": ["{team}-"]}, {"length": [2, 9]}, {"globs": ["*-?"]})),
    Spot("/ExecutionRoleArn", (ROLE_ARN,), (ROLE_ARN, OTHER_ROLE), ({"choices": [ROLE_ARN]}, {"prefixes": ["arn:"]})),
    Spot("/EnableNetworkIsolation", (True, False), (True, False), ({"choices": [True, {"value": False, "label": "No"}]},)),
    Spot("/VpcConfig", (VPC,), (VPC, OTHER_VPC)),
    Spot("/Tags", ([TEAM],), ([{"Key": "team", "Value": "risk"}], [OTHER_TAG], [TEAM, OTHER_TAG], []), ({"includes": [TEAM]}, {"count": [0, 1]})),
)  # fmt: skip
OF_CONTAINER = (
    Spot("/Image", (IMAGE,), (IMAGE, OTHER_IMAGE), ({"choices": [{"value": IMAGE, "label": "Churn"}]}, {"prefixes": [IMAGE[:12]]})),
    Spot("/ModelDataUrl", ("s3://acme-{team}/m.tar.gz",), (OURS, THEIRS), ({"prefixes": ["s3://acme-{team}/"]}, {"globs": ["*.tar.gz"]})),
    Spot("/Environment", ({"A": "1"},), ({}, {"A": "1"}, {"A": "2", "B": "{user}"}), ({"includes": {"A": "1"}}, {"count": [1, 3]})),
    Spot("/Environment/HF_TASK", ("{user}-{{x}}",), ("sally-{x}", "other", ""), ({"choices": ["sally-{{x}}", "b"]}, {"length": [1, 20]})),
)  # fmt: skip
CHANCE: st.SearchStrategy[bool] = st.booleans()
KINDS: tuple[dict[str, Any], ...] = (
    {"kind": "primary"},
    {"kind": "pipeline", "count": 2},
    {"kind": "pipeline", "least": 1, "most": 2},
    {"kind": "any"},
)
ROOTS = {"primary": ["/PrimaryContainer"], "any": ["/PrimaryContainer"], "pipeline": ["/Containers/*", "/Containers/0"]}


@st.composite
def forms(draw: st.DrawFn) -> dict[str, Any]:
    """A form, most often a sound one."""
    kind = draw(st.sampled_from(KINDS))
    fields = {
        spot.place: draw(_fields(spot))
        for spot in _spots(kind)
        if spot.place == "/ModelName" or draw(st.integers(0, 9)) < 7
    }
    places = [place for place, field in fields.items() if field.get("show") != "hidden"]
    each = [place for place in places if place.startswith("/Containers/*/")]
    steps = [_step("model", [place for place in places if place not in each])]
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "Generated",
        "containers": kind,
        "free": draw(CHANCE),
        "fields": fields,
        "steps": [*steps, *([{**_step("each", each), "each": "container"}] if each else [])],
    }


def _spots(kind: dict[str, Any]) -> list[Spot]:
    roots = ROOTS[kind["kind"]]
    return [*OF_REQUEST, *(spot._replace(place=root + spot.place) for root in roots for spot in OF_CONTAINER)]


@st.composite
def _fields(draw: st.DrawFn, spot: Spot) -> dict[str, Any]:
    field: dict[str, Any] = {}
    if draw(CHANCE) and spot.given:
        field |= {"value": draw(st.sampled_from([*spot.given])), "locked": draw(CHANCE)}
        field |= {"show": "hidden"} if draw(CHANCE) else {}
    elif draw(CHANCE) and spot.limits:
        field |= {"limit": draw(st.sampled_from([*spot.limits]))}
    elif spot.place in ("/VpcConfig", "/Tags") and draw(CHANCE):
        field |= {"locked": True}
    return field | ({"required": True} if not field.get("locked") and draw(CHANCE) else {})


def _step(name: str, places: list[str]) -> dict[str, Any]:
    return {"name": name, "title": name, "heading": name, "groups": [{"title": "", "places": places}]}


@st.composite
def requests(draw: st.DrawFn, begun: Document, locked: list[str]) -> Document:
    """A request that somebody may send for a form: what it begins with, filled in, and changed at a few places, in one of
    three at a locked one."""
    document: Document = {**begun}
    if "PrimaryContainer" not in document and "Containers" not in document:
        document["PrimaryContainer"] = {}
    roots = (
        ["/PrimaryContainer"]
        if "PrimaryContainer" in document
        else [pointers.join("Containers", number) for number in range(len(_list(document["Containers"])))]
    )
    spots = [*OF_REQUEST, *(spot._replace(place=root + spot.place) for root in roots for spot in OF_CONTAINER)]
    for spot in spots:
        there = pointers.exists(document, spot.place)
        wanted = spot.place.endswith(("/ModelName", "/Image", "/ModelDataUrl", "/ExecutionRoleArn"))
        if (not there and wanted and draw(st.integers(0, 19)) > 0) or draw(st.integers(0, 11)) == 0:
            first = draw(st.integers(0, 9)) < 6
            document = put(document, spot.place, spot.sent[0] if first else draw(st.sampled_from((*spot.sent, None))))
    if locked and draw(st.integers(0, 2)) == 0:
        place = draw(st.sampled_from(locked))
        sent = next(spot.sent for spot in spots if spot.place == place)
        document = put(document, place, draw(st.sampled_from([*sent, None])))
    return document


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def put(document: Document, place: str, value: Json) -> Document:
    """Return a request with a value at a place, or without it for None; where there is no room it stays as it is."""
    holder, _, name = place.rpartition("/")
    members = pointers.get(document, holder) if pointers.exists(document, holder) else None
    if not isinstance(members, dict):
        return document if holder.count("/") < 2 or value is None else put(document, holder, {name: value})
    rest = {key: old for key, old in members.items() if key != name}
    after = pointers.replaced(document, holder, rest if value is None else {**rest, name: value})
    return after if isinstance(after, dict) else document
