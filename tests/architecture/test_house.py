"""Does every file keep the rules of the house?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.tracked import name, tracked

MODULES = [path for path in tracked("*.py") if "migrations" not in path.parts]
FILLED = [path for path in MODULES if path.read_text().strip()]
TEMPLATES = tracked("templates/*.html")
# Put together here, else this file would break its own rule.
REGISTRIES = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "registry" + r"\.npmjs", "deb" + r"\.debian\.org"])
)
MACHINE = re.compile(r"(?<![A-Za-z0-9_.])/(work|farm|root|home/[a-z]+)/")
BINARY = {".png", ".ico", ".woff2"}
INLINE = {
    "script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "style": re.compile(r"<style|\sstyle=", re.IGNORECASE),
    "handler": re.compile(r"\s(on[a-z]+|hx-on[:a-z-]*)=", re.IGNORECASE),
    "evaluated": re.compile(r"hx-(vals|headers)=.js:|hx-trigger=\"[^\"]*\[", re.IGNORECASE),
    "unescaped": re.compile(r"\|\s*safe\b|autoescape off"),
}


def test_every_module_begins_with_what_it_answers() -> None:
    assert [name(path) for path in FILLED if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_modules_are_small() -> None:
    assert longer_than(400, [path for path in FILLED if name(path).startswith(("models_ui/", "tests/"))]) == []


def test_templates_are_small() -> None:
    assert longer_than(200, TEMPLATES) == []


@pytest.mark.parametrize("kind", INLINE)
def test_no_template_needs_a_hole_in_the_content_security_policy(kind: str) -> None:
    assert [name(path) for path in TEMPLATES if INLINE[kind].search(path.read_text())] == []


def test_no_file_names_a_package_registry() -> None:
    assert [name(path) for path in texts() if REGISTRIES.search(path.read_text())] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert [name(path) for path in texts() if MACHINE.search(path.read_text())] == []


def texts() -> list[Path]:
    return [path for path in tracked() if path.suffix not in BINARY]


def longer_than(most: int, paths: Iterable[Path]) -> list[str]:
    return [name(path) for path in paths if len(path.read_text().splitlines()) > most]


def test_everything_that_masks_asks_one_module() -> None:
    asking = {name(path) for path in MODULES if "secret_pointers" in path.read_text() and path != Path(__file__)}
    assert {path for path in asking if not path.startswith("tests/")} == {
        "models_ui/contract/guarded.py",
        "models_ui/contract/secrets.py",
    }
