"""Does the page about forms tell of forms as they are?"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from models_ui.blueprints import placeholders
from models_ui.blueprints.schema import schema
from models_ui.blueprints.sound import findings
from tests.architecture.tracked import ROOT

PAGE = (ROOT / "docs/blueprints.md").read_text()
SCHEMA: dict[str, Any] = schema()
PARTS = {name: part for name, part in SCHEMA["$defs"].items() if "properties" in part}
NAMES = {name for part in (SCHEMA, *PARTS.values()) for name in part["properties"]} - {"$schema"}


def test_example_may_be_published_as_it_stands() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert example
    assert findings(json.loads(example[1])) == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_key_is_told_of(name: str) -> None:
    assert re.search(rf"[`\"]{name}[`\"]", PAGE)


def test_every_placeholder_is_told_of() -> None:
    assert [name for name in placeholders.NAMES if f"`{{{name}}}`" not in PAGE] == []
