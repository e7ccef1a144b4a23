"""Does the page of findings say what the rules say?"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from models_ui.contract.rules import RULES
from models_ui.contract.rules.limits import LIMITS, Limit
from models_ui.contract.rules.rule import Rule
from models_ui.management.findings_page import page


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_row_with_its_sentence(rule: Rule) -> None:
    [found] = [line for line in page().splitlines() if line.endswith(f" | {rule.sentence} |")]

    assert found.startswith(f"| `{rule.code}` | {rule.severity} | `{rule.where[0]}`")


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.code)
def test_every_limit_has_a_row(limit: Limit) -> None:
    assert f"\n| `{limit.code}` | error | `{limit.where[0]}`" in page()


@pytest.mark.parametrize(
    ("code", "severity", "place"),
    [
        ("ownership-tag", "error", "/Tags/*/Key"),
        ("ownership-room", "error", "/Tags"),
        ("clone-left-out", "warning", "{container}/Environment/*"),
        ("name-reserved", "error", "/ModelName"),
    ],
)
def test_what_is_found_beside_the_request_has_a_row(code: str, severity: str, place: str) -> None:
    assert f"\n| `{code}` | {severity} | `{place}` | For example: " in page()


def test_every_row_has_four_cells() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]

    assert [line for line in rows if line.count(" | ") != 3] == []


def test_page_is_written(docs: Path) -> None:
    with override_settings(BASE_DIR=docs.parent):
        call_command("findings", stdout=StringIO())
    assert (docs / "findings.md").read_text() == page()


@pytest.mark.parametrize("before", ["", "an older page"])
def test_page_that_is_out_of_date_is_found(docs: Path, before: str) -> None:
    if before:
        (docs / "findings.md").write_text(before)
    with override_settings(BASE_DIR=docs.parent), pytest.raises(CommandError, match="Run: make docs"):
        call_command("findings", "--check")


def test_page_that_is_up_to_date_is_left_alone(docs: Path) -> None:
    (docs / "findings.md").write_text(page())
    with override_settings(BASE_DIR=docs.parent):
        call_command("findings", "--check", stdout=StringIO())
