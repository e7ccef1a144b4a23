"""Is every step of a draft for everybody, whatever is in the draft? Made from the steps and from the states of a draft."""

from __future__ import annotations

from typing import Any

from models_ui.contract.envelopes import Target
from models_ui.contract.finding import errors
from models_ui.contract.judging import judge
from models_ui.form.steps import Step, step_of, steps
from tests import factories
from tests.browser import documents
from tests.browser.conftest import Look
from tests.browser.pages import Shown

HERE = Target("123456789012", "us-east-1", None)
# A draft in each state that its steps can have: not begun, begun, complete, with something wrong everywhere.
STATES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "begun": {"ModelName": "begun", "PrimaryContainer": {"Environment": {"A": ""}}, "VpcConfig": {}, "Tags": [{}]},
    "complete": {**factories.request("complete"), "Tags": [{"Key": "team", "Value": "risk"}]},
    "wrong": documents.broken("wrong_name"),
    "no containers": {"ModelName": "no-containers", "Containers": []},
    "several": documents.pipeline("several"),
    "several, wrong": {
        **documents.broken("several_wrong"),
        "PrimaryContainer": None,
        "Containers": [documents.broken("x")["PrimaryContainer"], {"ContainerHostname": "-"}, "none at all"],
        "InferenceExecutionConfig": {"Mode": "Sideways"},
    },
    "both": {**documents.pipeline("both"), "PrimaryContainer": {"Image": "x y"}},
}


def seed() -> dict[str, str]:
    """Make a draft in each state and return their ids by state."""
    sally = factories.scientist()
    return {state: str(factories.draft(sally, document).id) for state, document in STATES.items()}


def pages() -> dict[str, Shown]:
    """Return every step of every draft, as it is shown to whoever comes from the review: with all that is wrong."""
    return {
        f"{step.name}, {state}": Shown("sally", f"/drafts/{{{state}}}/{step.name}/?return=review", title(state, step))
        for state, document in STATES.items()
        for step in steps(document)
    }


def title(state: str, step: Step) -> str:
    """Return the title of a step, which says where something is wrong."""
    document = STATES[state]
    wrong = {step_of(document, finding.pointer).name for finding in errors(judge(document, target=HERE))}
    name = document.get("ModelName", "draft without a name")
    return f"{'Error: ' if step.name in wrong else ''}{step.title}, {name}"


PAGES = pages()


def test_every_step_in_every_state_is_for_everybody(look: Look) -> None:
    look(PAGES, seed())
