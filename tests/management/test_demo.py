"""Does one command start everything, find everything again, and leave nothing behind?"""

from __future__ import annotations

import http.client
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from models_ui.management import ports
from tests.architecture.tracked import ROOT

READY = "Models UI is ready:"


class Demo:
    """A demo in a folder, on ports of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.sandbox_port = folder, ports.free(), ports.free()
        self.said = ""

    def start(self) -> subprocess.Popen[str]:
        """Start it and wait until it says that it is ready, or ends."""
        given = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
        places = {"DATA_DIR": self.folder, "PORT": self.port, "SANDBOX_PORT": self.sandbox_port}
        environment = given | {"ENVIRONMENT": "demo"} | {name: str(value) for name, value in places.items()}
        command = [sys.executable, "manage.py", "demo"]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True)
        assert process.stdout
        self.said = ""
        for line in process.stdout:
            self.said += line
            if "Ctrl-C stops everything." in line:
                break
        return process

    def lives(self) -> list[int]:
        """Return a handle for each program that it has started and that runs."""
        groups = [int(line.split()[0]) for line in (self.folder / "demo.pids").read_text().splitlines()]
        return [os.pidfd_open(group) for group in groups if Path(f"/proc/{group}").exists()]


def end(process: subprocess.Popen[str], number: signal.Signals) -> int:
    process.send_signal(number)
    process.communicate(timeout=30)
    return process.returncode


def all_end(lives: list[int]) -> bool:
    return all(select.select([life], [], [], 10)[0] for life in lives)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo that was started once, and so has its history."""
    made = Demo(tmp_path_factory.mktemp("demo"))
    assert end(made.start(), signal.SIGTERM) == 0, made.said
    return made


@pytest.fixture
def running(demo: Demo) -> Iterator[subprocess.Popen[str]]:
    """That demo, started again."""
    process = demo.start()
    yield process
    if process.poll() is None:
        end(process, signal.SIGTERM)


def test_page_is_served_when_it_says_so(demo: Demo, running: subprocess.Popen[str]) -> None:
    assert f"{READY}  http://127.0.0.1:{demo.port}/" in demo.said
    assert ports.serves(demo.port, "/accounts/login/")
    assert running.poll() is None


def test_second_start_finds_the_history_again(demo: Demo, running: subprocess.Popen[str]) -> None:
    assert "history" not in demo.said
    assert b'state="created"} 0.0' not in body(demo, "/metrics")
    assert running.poll() is None


def test_everything_works(demo: Demo, running: subprocess.Popen[str]) -> None:
    parts = ("database", "migrations", "broker", "worker", "aws")
    assert [part for part in parts if f'"{part}": "ok"'.encode() not in body(demo, "/health/ready")] == []
    assert running.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_stops_everything(demo: Demo, running: subprocess.Popen[str], number: signal.Signals) -> None:
    lives = demo.lives()
    assert end(running, number) == 0
    assert len(lives) == 4
    assert all_end(lives)


def test_killing_it_stops_everything(demo: Demo, running: subprocess.Popen[str]) -> None:
    lives = demo.lives()
    end(running, signal.SIGKILL)
    assert all_end(lives)


def test_program_that_ends_takes_the_rest_with_it(demo: Demo, running: subprocess.Popen[str]) -> None:
    lives = demo.lives()
    worker = int((demo.folder / "demo.pids").read_text().splitlines()[-1].split()[0])
    os.kill(worker, signal.SIGKILL)
    told, _ = running.communicate(timeout=30)
    assert running.returncode == 1
    assert "worker ended by itself (exit status -9)" in told
    assert all_end(lives)


def test_second_demo_in_one_folder_is_refused(demo: Demo, running: subprocess.Popen[str]) -> None:
    other = Demo(demo.folder)
    assert end(other.start(), signal.SIGTERM) == 1
    assert f"A demo runs in {demo.folder} already." in other.said
    assert running.poll() is None


def test_taken_port_is_named(demo: Demo, running: subprocess.Popen[str], tmp_path: Path) -> None:
    other = Demo(tmp_path)
    other.port = demo.port
    assert end(other.start(), signal.SIGTERM) == 1
    assert f"Port {demo.port} is taken by another program." in other.said
    assert running.poll() is None


def test_history_that_was_cut_short_is_written_anew(tmp_path: Path) -> None:
    cut = Demo(tmp_path)
    (tmp_path / "models-ui.sqlite3").write_text("half a database")
    (tmp_path / "history-unfinished").touch()
    assert end(cut.start(), signal.SIGTERM) == 0
    assert "Writing sixty days of history" in cut.said


@override_settings(ENVIRONMENT="production")
def test_command_refuses_to_run_elsewhere() -> None:
    with pytest.raises(CommandError, match="make demo"):
        call_command("demo")


def body(demo: Demo, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().read()
