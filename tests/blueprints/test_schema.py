"""Does the schema take every blueprint and say of anything else where it is none?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from models_ui.blueprints.document import UNSET, Choice, Containers, Field, Limit, read
from models_ui.blueprints.schema import findings
from models_ui.contract.json_types import Json
from tests.blueprints.forms import outline
from tests.contract.json_values import VALUES

STEP: dict[str, Any] = {"name": "model", "title": "Model", "heading": "Say which", "groups": []}


def of(document: Json) -> list[tuple[str, str]]:
    return [(finding.code.removeprefix("blueprint-"), finding.pointer) for finding in findings(document)]


def field(**said: Json) -> dict[str, Any]:
    return outline({"/Tags": said})


WRONG: list[tuple[str, Any, str, str]] = [
    ("nothing", None, "type", ""),
    ("a list", [], "type", ""),
    ("no title", {key: value for key, value in outline().items() if key != "title"}, "required", "/title"),
    ("an empty title", outline(title=""), "min-length", "/title"),
    ("a long title", outline(title="x" * 101), "max-length", "/title"),
    ("another format", outline(format=2), "enum", "/format"),
    ("true for 1", outline(format=True), "enum", "/format"),
    ("another operation", outline(operation="CreateEndpoint"), "enum", "/operation"),
    ("something unknown", outline(colour="red"), "unknown", "/colour"),
    ("no kind", outline(containers={}), "required", "/containers/kind"),
    ("another kind", outline(containers={"kind": "two"}), "enum", "/containers/kind"),
    ("16 containers", outline(containers={"kind": "pipeline", "count": 16}), "maximum", "/containers/count"),
    ("count and least", outline(containers={"kind": "pipeline", "count": 2, "least": 1}), "not", "/containers"),
    ("use", outline(use="fun"), "enum", "/use"),
    ("the same team twice", outline(teams=["risk", "risk"]), "unique-items", "/teams"),
    ("a place without slash", outline({"ModelName": {"show": "hidden"}}), "place", "/fields/ModelName"),
    ("a field that is text", outline({"/Tags": "x"}), "type", "/fields/~1Tags"),
    ("a field with something unknown", field(hide=True), "unknown", "/fields/~1Tags/hide"),
    ("shown perhaps", field(show="maybe"), "enum", "/fields/~1Tags/show"),
    ("locked by text", field(locked="true"), "type", "/fields/~1Tags/locked"),
    ("one number", field(limit={"range": [1]}), "min-items", "/fields/~1Tags/limit/range"),
    ("three numbers", field(limit={"range": [1, 2, 3]}), "max-items", "/fields/~1Tags/limit/range"),
    ("half a length", field(limit={"length": [1, 2.5]}), "type", "/fields/~1Tags/limit/length/1"),
    ("no choice", field(limit={"choices": []}), "min-items", "/fields/~1Tags/limit/choices"),
    ("a choice of nothing", field(limit={"choices": [{"label": "x"}]}), "one-of", "/fields/~1Tags/limit/choices/0"),
    (
        "an image without family",
        field(limit={"choices": [{"image": {}}]}),
        "required",
        "/fields/~1Tags/limit/choices/0/image/family",
    ),
    ("a regular expression", field(limit={"pattern": ".*"}), "unknown", "/fields/~1Tags/limit/pattern"),
    ("an upper case step", outline(steps=[{**STEP, "name": "Model"}]), "pattern", "/steps/0/name"),
    ("a line end after a step", outline(steps=[{**STEP, "name": "model\n"}]), "pattern", "/steps/0/name"),
    ("each of something else", outline(steps=[{**STEP, "each": "tag"}]), "enum", "/steps/0/each"),
    ("a step without groups", outline(steps=[{**STEP, "groups": None}]), "type", "/steps/0/groups"),
]


def test_whole_blueprint_has_no_findings() -> None:
    assert findings(outline()) == []


@pytest.mark.parametrize(("document", "code", "place"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_no_blueprint_is_told_at_its_place(document: Json, code: str, place: str) -> None:
    assert of(document) == [(code, place)]


@pytest.mark.parametrize("document", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_sentences_end_and_say_something(document: Json) -> None:
    [finding] = findings(document)
    assert finding.message[-1] == "."
    assert "not as a blueprint has it" not in finding.message


@given(VALUES)
def test_anything_gets_findings_and_no_error(document: Json) -> None:
    assert findings(document) != []


def test_document_is_read_as_it_says() -> None:
    document = outline(
        {
            "/Tags": {"show": "hidden", "value": None, "label": "Labels", "limit": {"count": [1, 2]}},
            "/EnableNetworkIsolation": {
                "locked": True,
                "limit": {"choices": [True, {"value": False, "label": "No"}, {"image": {"family": "pytorch"}}]},
            },
        },
        containers={"kind": "pipeline", "least": 2, "most": 4},
    )
    blueprint = read(document)

    assert blueprint.fields["/Tags"] == Field(show="hidden", value=None, label="Labels", limit=Limit(count=(1, 2)))
    isolation = blueprint.fields["/EnableNetworkIsolation"]
    assert isolation.value is UNSET
    assert isolation.limit.choices == (
        Choice(value=True),
        Choice(value=False, label="No"),
        Choice(value={"image": {"family": "pytorch"}}),
    )
    assert blueprint.containers == Containers(kind="pipeline", least=2, most=4)
    assert blueprint.steps[0].groups[0].places[0] == "/ModelName"


@pytest.mark.parametrize(
    ("said", "bounds"),
    [({}, (1, 15)), ({"count": 3}, (3, 3)), ({"least": 2}, (2, 15)), ({"most": 4}, (1, 4))],
)
def test_pipeline_has_bounds(said: dict[str, int], bounds: tuple[int, int]) -> None:
    assert read(outline(containers={"kind": "pipeline", **said})).containers.bounds == bounds
