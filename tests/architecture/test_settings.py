"""Is every setting written down, and does production refuse what is not safe?"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys

from tests.architecture.tracked import ROOT, tracked

KEY = "a-key-of-more-than-fifty-characters-for-these-tests-only"
# What the machine needs to find Python and its packages, and nothing that a developer has set.
BARE = {"PATH": os.environ["PATH"], "HOME": os.devnull}


def read_by_settings() -> set[str]:
    calls = [
        node for node in ast.walk(ast.parse((ROOT / "config/settings.py").read_text())) if isinstance(node, ast.Call)
    ]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def read_elsewhere() -> set[str]:
    source = "\n".join(path.read_text() for path in tracked("models_ui/*.py"))
    return set(re.findall(r"os\.environ(?:\.get\(|\[)\"([A-Z_]+)\"", source))


def documented() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE))


def load(**variables: str) -> str:
    """Load the settings in a process of its own; return what it complains of, "" where it is content."""
    command = [sys.executable, "-c", "import config.settings"]
    done = subprocess.run(command, cwd=ROOT, env=BARE | variables, capture_output=True, text=True, check=False)
    return done.stderr


def test_every_setting_is_documented() -> None:
    assert read_by_settings() - documented() == set()


def test_nothing_is_documented_that_is_not_read() -> None:
    assert documented() - read_by_settings() - read_elsewhere() == set()


def test_production_starts_with_a_key() -> None:
    assert load(SECRET_KEY=KEY) == ""


def test_production_refuses_to_start_without_a_key() -> None:
    assert "Set SECRET_KEY to at least 50 random characters." in load()


def test_production_refuses_a_short_key() -> None:
    assert "Set SECRET_KEY to at least 50 random characters." in load(SECRET_KEY=KEY[:49])


def test_production_refuses_a_key_of_one_letter() -> None:
    assert "Set SECRET_KEY to at least 50 random characters." in load(SECRET_KEY="a" * 60)


def test_production_refuses_debug() -> None:
    assert "DEBUG shows settings and source to visitors." in load(SECRET_KEY=KEY, DEBUG="true")


def test_unknown_environment_is_refused() -> None:
    assert "ENVIRONMENT" in load(SECRET_KEY=KEY, ENVIRONMENT="staging")


def test_deployment_check_passes() -> None:
    command = ["sh", "scripts/deploy_check.sh"]
    variables = BARE | {"PATH": os.environ["PATH"]}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
