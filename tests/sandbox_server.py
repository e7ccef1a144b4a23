"""How do tests talk to the sandbox AWS? Over real HTTP, with real boto3; one server for the whole run."""

from __future__ import annotations

import json
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models_ui.aws import sessions
from models_ui.contract.json_types import Document
from models_ui.sandbox.server import server


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The sandbox AWS that runs at `url`, empty of SageMaker models when a test begins."""

    url: str

    def client(self, service: str = "sagemaker", region: str = "us-east-1") -> Any:
        """Return a boto3 client that makes one attempt, to look from outside at what the product has done."""
        return _client(self.url, service, region)

    def faults(self, *entries: Document) -> None:
        """Replace the fault script; an entry is `{"operation": "CreateModel", "action": "drop-after", …}`."""
        self.control("POST", "faults", list(entries))

    def ledger(self) -> Any:
        """Return what was called and what had an effect: `{"calls": […], "effects": […]}`."""
        return self.control("GET", "ledger")

    def calls(self, operation: str) -> list[Any]:
        """Return the calls of an operation, oldest first."""
        return [call for call in self.ledger()["calls"] if call["operation"] == operation]

    def account_checks(self, *, on: bool) -> None:
        """Say whether CreateModel looks for role, images, data and network in the account."""
        self.control("POST", "account-checks", {"on": on})

    def reset(self, *, neighbours: bool = False) -> None:
        """Forget models, calls and faults; `neighbours`: put what moto holds into its first state too."""
        self.control("POST", "reset", {"neighbours": neighbours})

    def control(self, method: str, name: str, body: Any = None) -> Any:
        """Use a control endpoint. Raises HTTPError where it refuses."""
        call = urllib.request.Request(  # noqa: S310 - the address of our own server
            f"{self.url}/sandbox/{name}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "X-Sandbox-Control": "tests"},
            method=method,
        )
        with urllib.request.urlopen(call) as answer:  # noqa: S310
            return json.load(answer)


@cache
def _client(url: str, service: str, region: str) -> Any:
    from botocore.config import Config

    once = Config(retries={"total_max_attempts": 1})
    return _session().client(service, region_name=region, endpoint_url=url, config=once)


@cache
def _session() -> Any:
    import boto3

    return boto3.Session(aws_access_key_id="testing", aws_secret_access_key="testing")


@pytest.fixture(scope="session")
def sandbox_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sandbox on a free port until the run ends."""
    folder: Path = tmp_path_factory.mktemp("sandbox")
    serving = server(host="127.0.0.1", port=0, data_dir=folder)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.port}"
    serving.shutdown()
    serving.server_close()
    thread.join()


@pytest.fixture
def sandbox(sandbox_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """An empty sandbox AWS that every client of the product talks to during the test."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", sandbox_url)
    sessions.forget()
    found = Sandbox(sandbox_url)
    found.reset()
    found.account_checks(on=True)
    yield found
    sessions.forget()
