"""Is an admin told what cannot work in a form, at its place?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from models_ui.blueprints.sound import findings
from models_ui.contract.finding import errors
from models_ui.contract.json_types import Json
from tests.blueprints import forms
from tests.contract.json_values import DOCUMENTS
from tests.factories import IMAGE, ROLE_ARN

STEP: dict[str, Any] = {"name": "more-or-less", "title": "More", "heading": "Say more", "groups": []}
PIPELINE: dict[str, Any] = {"kind": "pipeline", "least": 1, "most": 3}
ARTEFACTS = "/PrimaryContainer/ModelDataUrl"


def said(document: Json) -> list[tuple[str, str, str]]:
    assert isinstance(document, dict)
    return [(found.severity, found.code.removeprefix("form-"), found.pointer) for found in findings(document)]


def having(place: str, **field: Json) -> dict[str, Any]:
    return forms.outline({place: field})


def stepped(*steps: dict[str, Any], **members: Any) -> dict[str, Any]:
    return forms.outline(steps=[*forms.outline()["steps"], *steps], **members)


def step(name: str = "other", *places: str, **members: Any) -> dict[str, Any]:
    return {**STEP, "name": name, "groups": [{"title": "", "places": [*places]}], **members}


def piped(fields: dict[str, Any], containers: dict[str, Any] = PIPELINE, **members: Any) -> dict[str, Any]:
    """Return a form for a pipeline, whose fields of each container stand on a step of their own."""
    known: dict[str, Any] = {"/ModelName": {}, "/ExecutionRoleArn": {"value": ROLE_ARN}, **fields}
    each = [place for place in known if place.startswith("/Containers/*")]
    rest = [place for place in known if place not in each]
    steps = [step("model", *rest), *([step("container", *each, each="container")] if each else [])]
    return forms.outline(**{"fields": known, "steps": steps, "containers": containers, **members})


SOUND: list[tuple[str, dict[str, Any]]] = [
    ("the usual one", forms.outline()),
    ("a free one that asks for nothing", forms.outline(fields={}, steps=[], free=True)),
    ("each container", piped({"/Containers/*/Image": {"value": IMAGE, "locked": True}})),
    (
        "named containers",
        piped({"/Containers/0/Image": {}, "/Containers/1/Image": {}}, {"kind": "pipeline", "count": 2}),
    ),
    (
        "either kind",
        piped({"/PrimaryContainer/Image": {}, "/Containers/*/Image": {}}, {"kind": "any"}),
    ),
    ("a whole", having("/VpcConfig", required=True)),
    ("a variable", having("/PrimaryContainer/Environment/HF_TASK", limit={"choices": ["fill-mask"]}, required=True)),
    ("braces", having("/PrimaryContainer/Environment/JSON", value='{{"a": "{team}"}}', locked=True)),
    ("an image by its facts", having("/PrimaryContainer/Image", value={"image": {"family": "sklearn"}}, locked=True)),
    ("no network", having("/EnableNetworkIsolation", value=True, locked=True, show="hidden")),
    ("tags that must be held", having("/Tags", limit={"includes": [{"Key": "team", "Value": "{team}"}]})),
]
WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("no such member", having("/Colour"), "place", "/fields/~1Colour"),
    ("below a text", having("/ModelName/First"), "place", "/fields/~1ModelName~1First"),
    ("an index of a structure", having("/VpcConfig/0"), "place", "/fields/~1VpcConfig~10"),
    ("a star of a structure", having("/VpcConfig/*"), "place", "/fields/~1VpcConfig~1*"),
    ("an odd index", having("/Tags/01/Key"), "place", "/fields/~1Tags~101~1Key"),
    ("the pipeline of one container", having("/Containers/0/Image"), "container", "/fields/~1Containers~10~1Image"),
    ("the one of a pipeline", piped({"/PrimaryContainer/Image": {}}), "container", "/fields/~1PrimaryContainer~1Image"),
    ("a container too many", piped({"/Containers/3/Image": {}}), "container", "/fields/~1Containers~13~1Image"),
    ("an unknown word", having(ARTEFACTS, value="s3://{bucket}/"), "word", f"/fields/{ARTEFACTS.replace('/', '~1')}/value"),
    ("a lone brace", having("/ModelName", limit={"prefixes": ["a{"]}), "word", "/fields/~1ModelName/limit/prefixes/0"),
    (
        "a word deep inside",
        having("/Tags", value=[{"Key": "a", "Value": "{b}"}], locked=True),
        "word",
        "/fields/~1Tags/value",
    ),
    (
        "an unknown image",
        having("/PrimaryContainer/Image", value={"image": {"family": "sklearn", "version": "77"}}),
        "image",
        "/fields/~1PrimaryContainer~1Image/value",
    ),
    ("an image for a name", having("/ModelName", value={"image": {"family": "sklearn"}}), "image", "/fields/~1ModelName/value"),
    ("a preset beyond its limit", having("/ModelName", value="a", limit={"prefixes": ["b"]}), "preset", "/fields/~1ModelName/value"),
    ("a locked one beyond it", having("/ModelName", value="abc", locked=True, limit={"length": [1, 2]}), "preset", "/fields/~1ModelName/value"),
    ("something required to be nothing", having("/VpcConfig", required=True, locked=True), "required", "/fields/~1VpcConfig"),
    ("something hidden and required", having("/VpcConfig", required=True, show="hidden"), "hidden", "/fields/~1VpcConfig"),
    (
        "a part of what is locked",
        forms.outline({"/VpcConfig": {"locked": True, "value": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}}, "/VpcConfig/Subnets": {}}),
        "within",
        "/fields/~1VpcConfig~1Subnets",
    ),
    ("a prefix of a number", having("/EnableNetworkIsolation", limit={"prefixes": ["a"]}), "limit-kind", "/fields/~1EnableNetworkIsolation/limit/prefixes"),
    ("a map for a list", having("/Tags", limit={"includes": {"a": "b"}}), "limit-kind", "/fields/~1Tags/limit/includes"),
    ("the most first", having("/ModelName", limit={"length": [3, 2]}), "limit-order", "/fields/~1ModelName/limit/length"),
    ("longer than AWS takes", having("/ModelName", limit={"length": [64, 70]}), "limit-nothing", "/fields/~1ModelName/limit/length"),
    ("a choice that AWS does not take", having("/ModelName", limit={"choices": ["a", "-"]}), "choice", "/fields/~1ModelName/limit/choices/1"),
    ("choices beyond the prefix", having("/ModelName", limit={"choices": ["a"], "prefixes": ["b"]}), "limit-nothing", "/fields/~1ModelName/limit/choices"),
    ("a prefix that is too long", having("/ModelName", limit={"prefixes": [64 * "a"]}), "limit-nothing", "/fields/~1ModelName/limit/prefixes"),
    ("a prefix that no location begins with", having("/PrimaryContainer/ModelDataUrl", limit={"prefixes": ["s3://a/", "acme-models"]}), "limit-nothing", "/fields/~1PrimaryContainer~1ModelDataUrl/limit/prefixes/1"),
    ("a prefix that no role begins with", having("/ExecutionRoleArn", limit={"prefixes": ["role/"]}), "limit-nothing", "/fields/~1ExecutionRoleArn/limit/prefixes/0"),
    ("more held than counted", having("/Tags", limit={"includes": [{"Key": "a", "Value": ""}, {"Key": "b", "Value": ""}], "count": [1, 1]}), "limit-nothing", "/fields/~1Tags/limit/count"),
    ("what AWS takes for no tag", having("/Tags", limit={"includes": [{"Key": "a"}]}), "includes", "/fields/~1Tags/limit/includes"),
    ("a reserved step", stepped(step("review")), "reserved", "/steps/1/name"),
    ("a step of the wizard", stepped(step("more-basics")), "reserved", "/steps/1/name"),
    ("two steps of one name", stepped(step("model")), "twice", "/steps/1/name"),
    ("a field on two steps", stepped(step("other", "/ModelName")), "twice", "/steps/1/groups/0/places/0"),
    ("a place that is no field", stepped(step("other", "/Tags")), "no-field", "/steps/1/groups/0/places/0"),
    ("one container repeated", stepped(step("other", each="container")), "each", "/steps/1/each"),
    ("a locked value that AWS refuses", having("/ExecutionRoleArn", value="me", locked=True), "refused", "/fields/~1ExecutionRoleArn/value"),
    ("no name", forms.outline(fields={"/PrimaryContainer/Image": {}}, steps=[step("model", "/PrimaryContainer/Image")]), "nothing", "/fields/~1ModelName"),
    ("a name that stays empty", having("/ModelName", locked=True), "nothing", "/fields/~1ModelName"),
    ("a name that nobody sees", having("/ModelName", show="hidden"), "nothing", "/fields/~1ModelName"),
    (
        "a VPC without groups",
        having("/VpcConfig", value={"Subnets": ["subnet-1"]}, locked=True),
        "refused",
        "/fields/~1VpcConfig/value",
    ),
]  # fmt: skip


@pytest.mark.parametrize("document", [row[1] for row in SOUND], ids=[row[0] for row in SOUND])
def test_what_works_has_no_findings(document: dict[str, Any]) -> None:
    assert said(document) == []


@pytest.mark.parametrize(("document", "code", "place"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_cannot_work_is_told_at_its_place(document: dict[str, Any], code: str, place: str) -> None:
    assert ("error", code, place) in said(document)
    assert len(errors(findings(document))) == 1


@pytest.mark.parametrize(
    ("document", "code", "place"),
    [
        (forms.outline({"/Tags": {}}, steps=[]) | {"steps": forms.outline()["steps"]}, "nowhere", "/fields/~1Tags"),
        (stepped(step("other", "/Tags"), fields={**forms.outline()["fields"], "/Tags": {"show": "hidden"}}), "hidden-step", "/fields/~1Tags"),
        (having(ARTEFACTS, limit={"prefixes": ["s3://acme"]}), "prefix", f"/fields/{ARTEFACTS.replace('/', '~1')}/limit/prefixes/0"),
        (having("/PrimaryContainer/Environment/HF_TOKEN", value="hf_abcdefghijklmnopqrstuvwx"), "secret", "/fields/~1PrimaryContainer~1Environment~1HF_TOKEN/value"),
        (having("/ModelName", value="two words"), "preset-refused", "/fields/~1ModelName/value"),
        (stepped(step("other")), "empty", "/steps/1"),
        (piped({"/PrimaryContainer/Image": {"locked": True, "value": IMAGE}}, {"kind": "any"}), "other-kind", "/fields/~1PrimaryContainer~1Image"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_and_may_be_published(document: dict[str, Any], code: str, place: str) -> None:
    assert said(document) == [("warning", code, place)]


SOURCE = "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri"
OURS: dict[str, Any] = {"limit": {"prefixes": ["s3://acme-models/"]}}
NOTHING: dict[str, Any] = {"locked": True, "show": "hidden"}
FURTHER = "/PrimaryContainer/AdditionalModelDataSources"
PACKAGE = "/PrimaryContainer/ModelPackageName"


def sourced(fields: dict[str, Any], **members: Any) -> list[str]:
    """Return what is told of the sources of a form with these fields."""
    known: dict[str, Any] = {"/ModelName": {}, "/ExecutionRoleArn": {"value": ROLE_ARN}, **fields}
    document = forms.outline(**{"fields": known, "steps": [step("model", "/ModelName")], "free": True, **members})
    assert errors(findings(document)) == []
    return [found.message for found in findings(document) if found.code == "form-other-source"]


def test_source_beside_a_limited_one_is_told_with_what_to_do() -> None:
    (message,) = sourced({ARTEFACTS: OURS})

    assert message == (
        "A request may leave this by another source. Lock /PrimaryContainer/ModelDataSource, "
        "/PrimaryContainer/AdditionalModelDataSources and /PrimaryContainer/ModelPackageName to nothing, "
        "or limit them too."
    )


@pytest.mark.parametrize(
    "fields",
    [
        {ARTEFACTS: OURS, PACKAGE: NOTHING, FURTHER: NOTHING},
        {ARTEFACTS: OURS, PACKAGE: NOTHING, FURTHER: NOTHING, SOURCE: {}},
        {ARTEFACTS: OURS | {"required": True}},
        {SOURCE: OURS, PACKAGE: NOTHING, FURTHER: NOTHING},
        {"/PrimaryContainer/Image": {"limit": {"choices": [IMAGE]}}},
        {PACKAGE: {"limit": {"prefixes": ["arn:aws:sagemaker:"]}}},
    ],
)
def test_source_that_is_left_open_is_told(fields: dict[str, Any]) -> None:
    assert len(sourced(fields)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {ARTEFACTS: OURS, "/PrimaryContainer/ModelDataSource": NOTHING, FURTHER: NOTHING, PACKAGE: NOTHING},
        {ARTEFACTS: OURS | {"required": True}, FURTHER: NOTHING},
        {ARTEFACTS: {"limit": {"prefixes": ["s3://"]}}},
        {ARTEFACTS: {"limit": {"globs": ["s3://*.tar.gz"]}}},
        {"/PrimaryContainer/Image": {"value": IMAGE, "locked": True}},
        {"/PrimaryContainer/Image": {"limit": {"choices": [IMAGE]}, "required": True}},
    ],
)
def test_source_that_is_closed_or_cannot_stand_beside_is_not_told(fields: dict[str, Any]) -> None:
    assert sourced(fields) == []


def test_form_that_is_not_free_leaves_open_only_what_it_asks_for() -> None:
    image = "/PrimaryContainer/Image"
    members = {"free": False, "steps": [step("model", "/ModelName", ARTEFACTS, SOURCE, image)]}
    open_one = {ARTEFACTS: OURS, SOURCE: {}, image: {}}

    assert len(sourced(open_one, **members)) == 1
    assert sourced(open_one | {SOURCE: OURS}, **members) == []


IMAGE_OF_ONE, IMAGE_OF_EACH = "/PrimaryContainer/Image", "/Containers/*/Image"
LOCKED: dict[str, Any] = {"value": IMAGE, "locked": True}


@pytest.mark.parametrize(
    ("place", "field", "words"),
    [
        (IMAGE_OF_ONE, LOCKED, f"A pipeline may leave this: say the same of {IMAGE_OF_EACH}."),
        (IMAGE_OF_EACH, LOCKED, f"A single container may leave this: say the same of {IMAGE_OF_ONE}."),
        ("/Containers/0/Image", LOCKED, f"A single container may leave this: say the same of {IMAGE_OF_ONE}."),
        (IMAGE_OF_ONE, {"limit": {"globs": ["*:1"]}}, f"A pipeline may leave this: say the same of {IMAGE_OF_EACH}."),
    ],
)
def test_free_form_that_the_other_kind_of_containers_leaves_cannot_be_published(
    place: str, field: dict[str, Any], words: str
) -> None:
    told = errors(findings(piped({place: field}, {"kind": "any"}, free=True)))
    assert [(found.code, found.message) for found in told] == [("form-other-kind", words)]


def test_kind_that_has_the_same_field_or_may_not_be_leaves_nothing() -> None:
    both = piped({IMAGE_OF_ONE: LOCKED, IMAGE_OF_EACH: LOCKED}, {"kind": "any"}, free=True)
    only_one = piped({IMAGE_OF_ONE: LOCKED, "/Containers": NOTHING}, {"kind": "any"}, free=True)
    assert (errors(findings(both)), errors(findings(only_one))) == ([], [])


def test_places_of_each_container_stand_on_a_step_of_each() -> None:
    on_plain = piped({"/Containers/*/Image": {}}, steps=[step("model", "/ModelName", "/Containers/*/Image")])
    on_each = piped(
        {"/Containers/*/Image": {}}, steps=[step("model", "/Containers/*/Image", "/ModelName", each="container")]
    )

    assert ("error", "each", "/steps/0/groups/0/places/1") in said(on_plain)
    assert ("error", "each", "/steps/0/groups/0/places/1") in said(on_each)


def test_step_cannot_be_called_as_one_of_a_container_is() -> None:
    document = piped({"/Containers/*/Image": {}})
    document["steps"].append(step("container-2"))

    assert ("error", "reserved", "/steps/2/name") in said(document)


def test_unknown_teams_and_connections_are_told_where_somebody_asks() -> None:
    document = forms.outline(teams=["risk", "fraud"], connection="there")

    assert findings(document) == []
    assert [found.pointer for found in findings(document, teams={"risk"}, connections=())] == [
        "/teams/1",
        "/connection",
    ]


def test_what_is_no_blueprint_is_told_first() -> None:
    assert said(forms.outline({"/Colour": {"show": "no"}}))[0][2] == "/fields/~1Colour/show"


@given(DOCUMENTS)
def test_everything_can_be_looked_at(document: dict[str, Json]) -> None:
    assert findings(document) != []


@pytest.mark.parametrize(
    ("place", "prefix"),
    [
        ("/ExecutionRoleArn", "arn:aws:iam::99999"),
        ("/ExecutionRoleArn", "arn:aws:iam::999999999999:role/team-"),
        ("/PrimaryContainer/ModelDataUrl", "s3"),
        ("/PrimaryContainer/ModelPackageName", "arn:aws:sagemaker:eu-west-1:123456789012:model-package/"),
        ("/PrimaryContainer/Image", "123456789012.dkr.ecr."),
        ("/ModelName", "risk-"),
    ],
)
def test_prefix_that_something_begins_with_is_sound(place: str, prefix: str) -> None:
    found = findings(having(place, limit={"prefixes": [prefix]}))
    assert [finding.message for finding in found if finding.code.endswith("limit-nothing")] == []
