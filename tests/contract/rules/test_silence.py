"""Does the form cry wolf over requests that people really sent?"""

from __future__ import annotations

import json
import re
from statistics import median
from typing import Any

import pytest

from models_ui.contract.envelopes import Target
from models_ui.contract.finding import Finding, errors
from models_ui.contract.judging import judge
from models_ui.contract.secrets import is_secret
from models_ui.contract.uses import Use
from tests.corpus import CASES, GOOD, region_of
from tests.flows.exceptions import GOOD_BUT_REFUSED

Case = dict[str, Any]
# Read by a person.
SECRETS = {"HF_TOKEN", "HF_API_TOKEN"}


def where(case: Case) -> Target:
    """Return the account and region that a request names."""
    account = re.search(r"arn:aws[a-z-]*:iam::(\d{12}):", json.dumps(case["request"]))
    return Target(account[1] if account else "123456789012", region_of(case), None)


def heard(case: Case, use: str = "") -> list[Finding]:
    """Return what is said of a request where it was meant to go."""
    return judge(case["request"], target=where(case), use=use)


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("case", GOOD, ids=lambda case: case["id"])
def test_good_request_has_no_errors(case: Case, use: Use) -> None:
    codes = {finding.code for finding in errors(heard(case, use))}

    assert codes == ({"ecr-region"} if case["id"] in GOOD_BUT_REFUSED else set())


def test_most_good_requests_are_met_with_silence() -> None:
    counts = [len(heard(case)) for case in GOOD]

    assert median(counts) == 0
    assert sum(count <= 1 for count in counts) >= 0.9 * len(counts)


def environments() -> list[tuple[str, str]]:
    """Return every variable of every request that has a text for a value."""
    holders = [case["request"].get("PrimaryContainer") for case in CASES]
    holders += [container for case in CASES for container in case["request"].get("Containers") or []]
    found = [holder["Environment"] for holder in holders if holder and isinstance(holder.get("Environment"), dict)]
    return [(name, text) for variables in found for name, text in variables.items() if isinstance(text, str)]


def test_secrets_are_found_without_a_miss_and_hardly_anything_else_is() -> None:
    known = environments()
    found = [(name, value) for name, value in known if is_secret(name, value)]

    assert [name for name, value in known if name in SECRETS and (name, value) not in found] == []
    assert sum(name in SECRETS for name, _ in found) >= 0.95 * len(found)
