"""Which steps does the wizard have, how does each stand, and where is this person?"""

from __future__ import annotations

import pytest

from models_ui.blueprints.document import Blueprint, Field, GroupOutline, StepOutline
from models_ui.blueprints.layouts import layout
from models_ui.contract.json_types import Document
from models_ui.drafts.checks import findings
from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus, statuses
from models_ui.web.rail import Rail, Stop, rail, resumed
from tests.factories import IMAGE, request

PIPELINE: Document = {
    "ModelName": "p",
    "Containers": [{"ContainerHostname": "first", "Image": "a b"}, {"Image": IMAGE}],
}


def of(document: Document, current: str = "basics") -> Rail:
    return rail(Draft(), standing(document), current)


def standing(document: Document) -> list[StepStatus]:
    draft = Draft()
    draft.document = document
    return statuses(document, findings(draft))


def words(stops: list[Stop]) -> list[str]:
    return [f"{stop.title}: {stop.look.word}" for stop in stops]


def test_rail_of_a_blank_draft() -> None:
    assert words(of({}).stops) == [
        "Basics: Not started",
        "Container: Not started",
        "Access and network: 1 warning",
        "Tags: Optional",
        "Review and submit: 2 steps to go",
    ]


@pytest.mark.parametrize(
    ("changed", "step", "word"),
    [
        ({"ExecutionRoleArn": None}, "access", ("", "warning", "1 warning")),
        (
            {"PrimaryContainer": {"Image": f"{IMAGE.rpartition(':')[0]}:latest"}},
            "container",
            ("complete", "check", "Complete, 1 warning"),
        ),
        (
            {"PrimaryContainer": {"Image": "a b", "ModelDataUrl": "s3://acme/x"}},
            "container",
            ("problem", "error", "There is a problem (1)"),
        ),
        ({}, "access", ("complete", "check", "Complete")),
    ],
)
def test_step_with_warnings_says_so_and_does_not_turn_red(
    changed: Document, step: str, word: tuple[str, str, str]
) -> None:
    everything: Document = {**request(), **changed}
    document: Document = {name: value for name, value in everything.items() if value is not None}
    assert next(stop.look for stop in of(document).stops if stop.name == step) == word


def test_containers_of_a_pipeline_stand_below_their_list() -> None:
    stop = of(PIPELINE).stops[1]
    assert stop.title == "Containers (2)"
    assert [below.name for below in stop.stops] == ["container-1", "container-2"]


def test_list_of_containers_says_how_many_have_a_problem() -> None:
    stop = of(PIPELINE).stops[1]
    assert (stop.look.step, stop.look.word) == ("problem", "1 has a problem")


def test_complete_draft_is_ready_to_submit() -> None:
    assert words(of(request()).stops)[-1] == "Review and submit: Ready to submit"


@pytest.mark.parametrize(
    ("document", "current", "position"),
    [
        ({}, "basics", "Step 1 of 5: Basics"),
        (PIPELINE, "container-2", "Step 4 of 7: Container 2"),
        (PIPELINE, "tags", "Step 6 of 7: Tags"),
    ],
)
def test_narrow_screen_says_where_somebody_is(document: Document, current: str, position: str) -> None:
    assert of(document, current).position == position


def test_one_stop_is_where_the_person_is() -> None:
    stops = of(PIPELINE, "container-2").stops
    assert [stop.name for stop in [*stops, *stops[1].stops] if stop.current] == ["container-2"]


@pytest.mark.parametrize(
    ("document", "step"),
    [
        ({}, "basics"),
        ({"ModelName": "churn"}, "container"),
        ({"ModelName": "churn", "EnableNetworkIsolation": "x"}, "access"),
        (PIPELINE, "container-1"),
    ],
)
def test_problem_comes_before_what_was_not_begun(document: Document, step: str) -> None:
    found = resumed(standing(document))
    assert found
    assert found.name == step


def test_nothing_is_left_to_resume_in_a_complete_draft() -> None:
    document = request()
    assert resumed(standing(document)) is None


def test_rail_of_a_giant_paste_lists_the_first_and_the_one_where_somebody_is() -> None:
    document: Document = {"Containers": [{} for _ in range(3000)]}
    found = next(stop for stop in of(document, "container-900").stops if stop.stops)

    assert found.title == "Containers (3,000)"
    assert [stop.name for stop in found.stops][19:] == ["container-20", "container-900"]
    assert (found.unshown, len(found.stops)) == (2979, 21)


FORM = layout(
    Blueprint(
        title="A form",
        free=True,
        fields={"/ModelName": Field(), "/PrimaryContainer/Image": Field(), "/Tags": Field()},
        steps=(
            StepOutline(
                name="model",
                title="Model",
                heading="Name it",
                groups=(GroupOutline(title="Model", places=("/ModelName", "/PrimaryContainer/Image")),),
            ),
            StepOutline(
                name="labels",
                title="Labels",
                heading="Label it",
                groups=(GroupOutline(title="Labels", places=("/Tags",)),),
            ),
        ),
    )
)


def designed(document: Document, current: str) -> Rail:
    draft = Draft()
    draft.document = document
    return rail(draft, statuses(document, findings(draft), FORM), current)


def test_rail_of_a_form_has_its_own_steps_before_the_ordinary_ones() -> None:
    found = designed({"ModelName": "churn", "PrimaryContainer": {"Image": IMAGE}}, "model")
    assert [stop.name for stop in found.stops] == ["model", "labels", "review"]
    assert [stop.name for stop in found.more] == ["more-container", "more-access"]
    assert found.position == "Step 1 of 3: Model"


def test_ordinary_screens_behind_a_form_count_only_what_stands_on_them() -> None:
    document: Document = {"ModelName": "churn", "PrimaryContainer": {"Image": IMAGE}}
    container = designed(document, "model").more[0]
    assert container.look.word == "Optional"
    document = {**document, "PrimaryContainer": {"Image": IMAGE, "Mode": "SingleModel"}}
    assert designed(document, "model").more[0].look.word == "Complete"


def test_step_of_a_form_that_asks_for_nothing_needed_may_stay_empty() -> None:
    assert words(designed({"ModelName": "churn"}, "model").stops)[1] == "Labels: Optional"
