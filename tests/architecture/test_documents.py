"""Is what the documents say still so?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from models_ui.management import findings_page, states_page
from tests.architecture.tracked import ROOT, name, tracked

DOCUMENTS = tracked("*.md")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_page_of_states_is_what_the_code_says() -> None:
    assert (ROOT / "docs/states.md").read_text() == states_page.page(), "Run: make docs"


def test_page_of_findings_is_what_the_rules_say() -> None:
    assert (ROOT / "docs/findings.md").read_text() == findings_page.page(), "Run: make docs"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_make_targets_exist(path: Path) -> None:
    assert set(re.findall(r"(?:^    |`)make ([a-z]+)", path.read_text(), re.MULTILINE)) <= TARGETS


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_commands_exist(path: Path) -> None:
    assert set(re.findall(r"manage\.py ([a-z_]+)", path.read_text())) <= get_commands().keys()


@pytest.mark.parametrize("path", tracked("docs/adr/*.md"), ids=name)
def test_decision_is_short_and_complete(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 25
    assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_every_document_is_in_the_index() -> None:
    index = (ROOT / "docs/index.md").read_text()
    assert [
        name(path) for path in tracked("docs/*.md") if path.name not in {"index.md"} and path.name not in index
    ] == []
