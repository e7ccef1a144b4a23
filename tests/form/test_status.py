"""How far is each step?"""

from __future__ import annotations

import pytest

from models_ui.contract import create_model
from models_ui.contract.finding import Finding, Severity
from models_ui.contract.json_types import Document
from models_ui.form.status import statuses
from tests.form.generated import request


def told(document: Document, *findings: Finding) -> dict[str, tuple[str, int]]:
    return {status.step.name: (status.status, status.problems) for status in statuses(document, findings)}


def said(pointer: str, severity: Severity = "error") -> Finding:
    return Finding(code="x", pointer=pointer, severity=severity, message="Say it otherwise.")


def test_new_draft_is_not_started_rather_than_wrong() -> None:
    assert told({}, *create_model.check({})) == {
        "basics": ("not-started", 0),
        "container": ("not-started", 0),
        "access": ("optional", 0),
        "tags": ("optional", 0),
    }


def test_request_without_errors_is_complete() -> None:
    document: Document = {"ModelName": "churn", "PrimaryContainer": {"Image": "a"}, "Tags": [{"Key": "a", "Value": ""}]}
    assert told(document, *create_model.check(document)) == {
        "basics": ("complete", 0),
        "container": ("complete", 0),
        "access": ("optional", 0),
        "tags": ("complete", 0),
    }


@pytest.mark.parametrize(
    ("finding", "status"),
    [
        (said("/VpcConfig/SecurityGroupIds"), ("in-progress", 0)),
        (said("/VpcConfig/Subnets/0"), ("problem", 1)),
        (said("/VpcConfig/Subnets/0", "warning"), ("complete", 0)),
        (said("/ModelName"), ("complete", 0)),
    ],
)
def test_error_decides_how_a_step_that_is_begun_stands(finding: Finding, status: tuple[str, int]) -> None:
    assert told({"VpcConfig": {"Subnets": ["x"]}}, finding)["access"] == status


@pytest.mark.parametrize(
    ("document", "pointer", "step"),
    [
        ({"PrimaryContainer": {"Image": "a", "Environment": {"": ""}}}, "/PrimaryContainer/Environment/", "container"),
        ({"VpcConfig": {"Subnets": [""]}}, "/VpcConfig/Subnets/0", "access"),
        ({"Tags": [{"Key": "", "Value": ""}]}, "/Tags/0/Key", "tags"),
    ],
)
def test_row_that_was_just_added_is_no_problem_yet(document: Document, pointer: str, step: str) -> None:
    assert told(document, said(pointer))[step] == ("in-progress", 0)


def test_problem_counts_all_errors_of_its_step() -> None:
    wrong = told({"Tags": [{"Key": "a"}]}, said("/Tags/0/Key"), said("/Tags/0/Value"), said("/Tags/0/Key"))
    assert wrong["tags"] == ("problem", 3)


def test_warnings_are_counted_at_their_step() -> None:
    found = statuses({}, [said("/ExecutionRoleArn", "warning"), said("/Tags", "info"), said("/VpcConfig")])

    assert {status.step.name: status.warnings for status in found if status.warnings} == {"access": 1}


def test_optional_step_that_must_be_filled_is_not_started() -> None:
    assert told({}, said("/VpcConfig"))["access"] == ("not-started", 0)


@pytest.mark.parametrize("empty", [{"Tags": []}, {"VpcConfig": {}}, {"Containers": []}, {"PrimaryContainer": {}}])
def test_empty_part_is_nothing_begun(empty: Document) -> None:
    assert {status for status, _ in told(empty).values()} <= {"optional", "not-started"}


def test_what_the_contract_does_not_know_is_a_problem_of_the_first_step() -> None:
    document: Document = {"Bogus": 1}
    assert told(document, *create_model.check(document))["basics"] == ("problem", 2)


def test_any_request_has_a_status_for_each_step() -> None:
    for seed in range(300):
        document = request(seed, wrong=0.2)
        found = statuses(document, create_model.check(document))
        errors = len(create_model.check(document))
        assert sum(status.problems for status in found) <= errors
