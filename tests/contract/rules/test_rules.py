"""Can any document be given to the rules, however wrong or large it is?"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import create_model, rules
from models_ui.contract.json_types import Document, Json
from models_ui.contract.judging import judge
from models_ui.contract.uses import Use
from tests.contract.json_values import DOCUMENTS, VALUES
from tests.contract.requests import holding, places
from tests.contract.rules.cases import HERE, RULES, one, said

TREE = create_model.tree()
PLACES = [pointer for pointer, _ in places(TREE) if pointer]


@given(DOCUMENTS, st.sampled_from(Use))
def test_any_document_can_be_checked_and_stays_as_it_is(document: Document, use: Use) -> None:
    before = copy.deepcopy(document)

    assert all(finding.source == "rules" for finding in rules.check(document, target=HERE, use=use))
    assert document == before


@given(VALUES, st.sampled_from(PLACES), st.sampled_from(Use))
def test_any_value_at_any_place_is_judged(value: Json, pointer: str, use: Use) -> None:
    found = judge(holding(pointer, value, TREE), target=HERE, use=use)

    assert all(finding.message.isprintable() for finding in found)


@given(st.sampled_from([case["invalid"] for case in RULES]), st.sampled_from([case["invalid"] for case in RULES]))
def test_what_is_said_of_a_request_stands_in_the_order_of_the_fields(first: Document, second: Document) -> None:
    members = list(TREE.members)
    tops = [finding.pointer.split("/")[1] for finding in judge({**first, **second}, target=HERE)]

    assert tops == sorted(tops, key=members.index)


@pytest.mark.parametrize("case", RULES, ids=lambda case: case["id"])
def test_no_finding_comes_twice(case: dict[str, Any]) -> None:
    found = [(finding.code, finding.pointer, finding.message) for finding in judge(case["invalid"], target=HERE)]

    assert len(found) == len(set(found))


@pytest.mark.parametrize("member", ["Tags", "Containers"])
def test_far_too_many_are_looked_at_but_not_all(member: str) -> None:
    found = judge({member: [{"Key": "aws:a", "Value": ""}] * 50_000}, target=HERE)

    assert len(found) < 1000


def test_document_of_nothing_lacks_a_name_a_container_and_a_role() -> None:
    assert [finding.pointer for finding in judge({})] == ["/ModelName", "/PrimaryContainer", "/ExecutionRoleArn"]


@pytest.mark.parametrize("wrong", [None, 1, [], True])
@pytest.mark.parametrize("place", ["/ExecutionRoleArn", "/PrimaryContainer", "/VpcConfig", "/InferenceExecutionConfig"])
def test_of_what_has_a_wrong_type_only_the_schema_speaks(place: str, wrong: Any) -> None:
    document = {**one(), place[1:]: wrong}

    assert said(document) == [("type", place)]
