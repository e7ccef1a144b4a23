"""How is the sandbox AWS started, and how does it end?"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sandbox.calls import request
from tests.sandbox_server import Sandbox

ROOT = Path(__file__).parents[2]


@contextmanager
def running(data_dir: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `manage.py sandbox` and yield the process and the line in which it says that it listens."""
    command = [sys.executable, "manage.py", "sandbox", "--port", str(port), "--data-dir", str(data_dir)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ}, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.kill()


def address(line: str) -> str:
    """Return the address that the command has printed."""
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    return found.group()


def test_it_ends_when_told_and_finds_its_models_again(tmp_path: Path) -> None:
    with running(tmp_path) as (process, line):
        Sandbox(address(line)).client().create_model(**request())
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    with running(tmp_path) as (process, line):
        assert Sandbox(address(line)).client().describe_model(ModelName="churn")["ModelName"] == "churn"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_a_taken_port_is_said_in_a_sentence(sandbox: Sandbox, tmp_path: Path) -> None:
    port = int(sandbox.url.rpartition(":")[2])
    with running(tmp_path, port) as (process, _):
        _, errors = process.communicate(timeout=30)
    assert f"CommandError: Port {port} is taken. Choose another with --port." in errors
    assert process.returncode == 1
