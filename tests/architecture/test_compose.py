"""Would Docker Compose start what this tree holds? No engine runs here: the shape is checked, and every command named."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.architecture.tracked import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "models-ui"}
DOCKERFILE = (ROOT / "Dockerfile").read_text()
# Of the Compose specification, what is used here. A key that is misspelt is silently another key.
KEYS = {
    *("image", "build", "restart", "read_only", "tmpfs", "cap_drop", "security_opt", "environment", "command", "ports"),
    *("depends_on", "healthcheck", "volumes", "stop_grace_period"),
}
CONDITIONS = {"service_healthy": "healthcheck", "service_completed_successfully": "command"}


def test_everything_is_there() -> None:
    assert SERVICES.keys() == {"postgres", "redis", "migrate", "web", "worker", "beat"}


@pytest.mark.parametrize("service", SERVICES)
def test_keys_are_those_of_compose(service: str) -> None:
    assert SERVICES[service].keys() <= KEYS


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_waited_for_can_say_that_it_is_ready(service: str) -> None:
    awaited = SERVICES[service].get("depends_on", {})
    assert [name for name, how in awaited.items() if CONDITIONS[how["condition"]] not in SERVICES[name]] == []


@pytest.mark.parametrize("service", SERVICES)
def test_volumes_are_declared(service: str) -> None:
    assert {volume.partition(":")[0] for volume in SERVICES[service].get("volumes", [])} <= COMPOSE["volumes"].keys()


@pytest.mark.parametrize("service", OURS)
def test_commands_exist(service: str) -> None:
    words = OURS[service].get("command") or yaml.safe_load(DOCKERFILE.rpartition("CMD ")[2])
    assert words[0] in {"celery", "gunicorn"} or (words[:2] == ["python", "manage.py"] and words[2] in get_commands())


def test_health_of_the_worker_is_a_command() -> None:
    assert SERVICES["worker"]["healthcheck"]["test"][1:3] == ["python", "manage.py"]
    assert SERVICES["worker"]["healthcheck"]["test"][3] in get_commands()


def test_variables_are_documented() -> None:
    documents = (ROOT / "docs/settings.md").read_text()
    names = {name for service in OURS.values() for name in service["environment"]} - {"REMAP_SIGTERM"}
    assert {name for name in names if f"`{name}`" not in documents and not name.startswith("AWS_")} == set()


def test_variables_to_fill_in_stand_in_the_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked <= set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_example_holds_no_secret() -> None:
    assert re.findall(r"^(SECRET_KEY|POSTGRES_PASSWORD)=\S", (ROOT / ".env.example").read_text(), re.MULTILINE) == []


def test_only_the_worker_signs_in_to_aws() -> None:
    assert [name for name, service in OURS.items() if "AWS_ACCESS_KEY_ID" in service["environment"]] == ["worker"]


def test_image_runs_as_nobody_special() -> None:
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE) == ["10001"]


def test_image_takes_what_is_there() -> None:
    sources = re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.MULTILINE)
    assert [source for source in sources if not (ROOT / source).exists()] == []
