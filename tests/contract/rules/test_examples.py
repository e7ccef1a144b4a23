"""Does every known example of a rule behave as it is known to?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.contract.rules import RULES as BUILT
from models_ui.contract.rules.limits import LIMITS
from tests.contract.rules.cases import RULES, broken, is_inside

Case = dict[str, Any]
by_id = pytest.mark.parametrize("case", RULES, ids=[case["id"] for case in RULES])


@by_id
def test_what_keeps_a_rule_is_not_accused_of_breaking_it(case: Case) -> None:
    assert broken(case["id"], case["valid"]) == []


@by_id
def test_what_breaks_a_rule_is_found_in_its_field_and_as_grave_as_it_is(case: Case) -> None:
    found = broken(case["id"], case["invalid"])

    assert found
    assert {finding.severity for finding in found} == {case["level"]}
    assert [one.pointer for one in found if not any(is_inside(one.pointer, field) for field in case["fields"])] == []


@pytest.mark.parametrize("case", [case for case in RULES if case["check"] == "context"], ids=lambda case: case["id"])
def test_a_rule_that_needs_the_target_is_silent_without_one(case: Case) -> None:
    assert broken(case["id"], case["invalid"], target=None) == []


def test_every_known_rule_is_built() -> None:
    assert {case["id"] for case in RULES} <= {rule.code for rule in BUILT} | {limit.code for limit in LIMITS}


def test_no_rule_is_both_an_error_and_a_warning() -> None:
    grave = {rule.code for rule in BUILT if rule.severity == "error"} | {limit.code for limit in LIMITS}

    assert grave & {rule.code for rule in BUILT if rule.severity == "warning"} == set()
