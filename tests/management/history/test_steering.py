"""Does the history reach only a sandbox?"""

from __future__ import annotations

import socket

import pytest

from models_ui.management.history.steering import NoSandbox, Sandbox
from tests.sandbox_server import Sandbox as Running


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://sagemaker.us-east-1.amazonaws.com",
        "http://sagemaker.us-east-1.amazonaws.com",
        "http://127.0.0.1.example.com:5500",
        "https://127.0.0.1:5500",
    ],
)
def test_only_this_machine_can_have_the_sandbox(url: str) -> None:
    with pytest.raises(NoSandbox, match="AWS_ENDPOINT_URL"):
        Sandbox(url)


def test_silence_is_said_with_the_command_to_run() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        nobody = Sandbox(f"http://127.0.0.1:{bound.getsockname()[1]}")

        with pytest.raises(NoSandbox, match="manage.py sandbox"):
            nobody.begin_anew()


def test_faults_reach_the_sandbox_and_end_with_a_new_beginning(sandbox: Running) -> None:
    steered = Sandbox(sandbox.url)
    steered.go_wrong([{"operation": "ListModels", "action": "refuse", "code": "AccessDeniedException", "times": None}])
    with pytest.raises(sandbox.client().exceptions.ClientError, match="AccessDenied"):
        sandbox.client().list_models()

    steered.begin_anew()
    assert sandbox.client().list_models()["Models"] == []


def test_script_that_means_nothing_is_an_error(sandbox: Running) -> None:
    with pytest.raises(NoSandbox, match="no sandbox: 400"):
        Sandbox(sandbox.url).go_wrong([{"operation": "ListModels", "action": "explode"}])
