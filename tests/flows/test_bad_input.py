"""Does whatever is pasted or typed end in a sentence, soon, and is no draft ever lost?

What the form lets pass, the sandbox's own check of types and constraints takes as well: the two were written apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.drafts.models import Draft
from models_ui.form import names
from models_ui.form.steps import step_of
from models_ui.sandbox.constraints import check_constraints
from models_ui.sandbox.creating import check_request
from models_ui.sandbox.member_types import check_types
from models_ui.sandbox.place import Place
from models_ui.sandbox.refusal import Refusal
from models_ui.sandbox.shapes import input_shape
from tests import factories
from tests.contract.requests import holding
from tests.contract.rules.cases import RULES
from tests.flows import hostile
from tests.flows.promptly import in_time

pytestmark = pytest.mark.django_db

SHAPE = input_shape("CreateModel")
PLACE = Place("123456789012", "us-east-1")


def problem(visitor: Client, text: str) -> str:
    """Paste a text; return what is wrong with what became of it, or nothing."""
    answer = in_time(lambda: visitor.post("/drafts/import/", {"document": text, "connection": ""}))
    if answer.status_code in (413, 422):
        return "" if b'class="message" data-tone="danger"' in answer.content else "no sentence"
    if answer.status_code != 302:
        return f"status {answer.status_code}"
    return told(visitor, answer.headers["Location"].split("/")[2])


def told(visitor: Client, draft_id: str) -> str:
    """Return what is wrong with what a draft is said of: every page of it must answer, and AWS must not know better."""
    found = in_time(lambda: visitor.get(f"/drafts/{draft_id}/findings.json")).json()
    if any(not finding["message"].endswith(".") or not finding["message"].isprintable() for finding in found):
        return "no sentence"
    if any(finding["severity"] == "error" for finding in found) or not refused(Draft.objects.get(id=draft_id).document):
        return ""
    return "AWS refuses it, and nobody says so"


def refused(document: Any) -> bool:
    """Say whether the sandbox refuses a request on its face."""
    try:
        check_types(document, SHAPE)
        check_constraints(document, SHAPE)
        check_request(document, PLACE)
    except Refusal:
        return True
    return False


def batches(cases: Iterator[hostile.Case], size: int = 100) -> list[list[hostile.Case]]:
    """Return cases some at a time: a test for each would cost more than the case."""
    return list(iter(lambda: list(islice(cases, size)), []))


def numbered(batch: list[Any]) -> str:
    """Return what a batch is called."""
    return f"from {batch[0][0][:40]}"


@pytest.mark.parametrize("batch", batches(hostile.texts()), ids=numbered)
def test_text_that_is_no_request_gets_a_sentence(visitor: Client, batch: list[hostile.Case]) -> None:
    assert [(name, wrong) for name, text in batch if (wrong := problem(visitor, text))] == []


@pytest.mark.parametrize("batch", batches(hostile.types()), ids=numbered)
def test_value_of_a_wrong_type_gets_a_sentence(visitor: Client, batch: list[hostile.Case]) -> None:
    assert [(name, wrong) for name, document in batch if (wrong := problem(visitor, json.dumps(document)))] == []


@pytest.mark.parametrize("batch", batches(hostile.wholes()), ids=numbered)
def test_too_much_and_too_little_get_a_sentence(visitor: Client, batch: list[hostile.Case]) -> None:
    assert [(name, wrong) for name, document in batch if (wrong := problem(visitor, json.dumps(document)))] == []


@pytest.mark.parametrize("batch", batches(hostile.strings()), ids=numbered)  # type: ignore[arg-type]
def test_strange_text_in_a_control_gets_a_sentence_and_loses_nothing(
    visitor: Client, sally: User, batch: list[tuple[str, str, str]]
) -> None:
    wrong = [(name, found) for name, pointer, text in batch if (found := typed(visitor, sally, pointer, text))]
    assert wrong == []


def typed(visitor: Client, sally: User, pointer: str, text: str) -> str:
    """Type a text into the control of a place and go on; return what is wrong with what became of it, or nothing."""
    draft = factories.draft(sally, {**hostile.GOOD, **holding(pointer, "churn", hostile.TREE)})
    before = draft.document
    address = f"/drafts/{draft.id}/{step_of(before, pointer).name}/"
    post = {"version": draft.version, control_of(pointer): text, "action": "continue"}
    status = in_time(lambda: visitor.post(address, post)).status_code
    after = Draft.objects.get(id=draft.id).document
    if status not in (302, 422):
        return f"status {status}"
    return (
        "something else is gone" if others(before, pointer) != others(after, pointer) else told(visitor, str(draft.id))
    )


def others(value: Any, pointer: str) -> Any:
    """Return all that a request holds but for the place, and what holds nothing any more without it."""
    token, _, rest = pointer.removeprefix("/").partition("/")
    if isinstance(value, list):
        left = [others(item, rest) if rest and str(index) == token else item for index, item in enumerate(value)]
        return left if rest else [item for index, item in enumerate(left) if str(index) != token]
    if not isinstance(value, dict):
        return None
    inner = others(value.get(token), rest) if rest else None
    return {**{name: item for name, item in value.items() if name != token}, **({token: inner} if inner else {})}


def control_of(pointer: str) -> str:
    """Return the name of the control of a place; of a variable that of its value."""
    whole, _, _ = pointer.rpartition("/")
    return f"{names.control_name(whole)}.0.value" if whole.endswith("/Environment") else names.control_name(pointer)


@pytest.mark.parametrize(
    "case", [case for case in RULES if case["level"] == "error" and case["check"] != "aws"], ids=lambda case: case["id"]
)
def test_broken_rule_keeps_a_request_from_being_submitted(visitor: Client, sally: User, case: dict[str, Any]) -> None:
    made = factories.draft(sally, case["invalid"])
    post = {"version": made.version, "justification": "Now."}
    answer = in_time(lambda: visitor.post(f"/drafts/{made.id}/review/", post))
    assert answer.status_code == 422
    assert case["id"] in {finding["code"] for finding in visitor.get(f"/drafts/{made.id}/findings.json").json()}
    assert Draft.objects.get(id=made.id).document == case["invalid"]


def test_there_are_more_than_a_thousand() -> None:
    families = (hostile.texts(), hostile.types(), hostile.wholes(), hostile.strings())
    assert sum(len(list(family)) for family in families) >= 1_000
