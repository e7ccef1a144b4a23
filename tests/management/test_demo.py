"""Does one command start everything, find everything again, and leave nothing behind?"""

from __future__ import annotations

import http.client
import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from models_ui.management import ports
from models_ui.management.demo import InTheWay, forget_history
from tests.architecture.tracked import ROOT


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

    def groups(self) -> list[int]:
        """Return the numbers of the programs that it has started, in that order."""
        return [int(line.split()[0]) for line in (self.folder / "demo.pids").read_text().splitlines()]

    def lives(self) -> list[int]:
        """Return a handle for each program."""
        return [os.pidfd_open(group) for group in self.groups()]


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


@pytest.fixture(scope="module")
def running(demo: Demo) -> Iterator[Demo]:
    """That demo, started again."""
    process = demo.start()
    yield demo
    assert end(process, signal.SIGTERM) == 0


@pytest.fixture
def another(demo: Demo, tmp_path: Path) -> Demo:
    """A demo beside it, with a copy of its data."""
    # Not the record of what runs: a start ends what its record names.
    return Demo(shutil.copytree(demo.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("demo.pids")))


def test_page_is_served_when_it_says_so(running: Demo) -> None:
    assert f"Models UI is ready:  http://127.0.0.1:{running.port}/" in running.said
    assert ports.serves(running.port, "/accounts/login/")


def test_second_start_finds_the_history_again(running: Demo) -> None:
    assert "history" not in running.said
    assert b'models_ui_submissions{state="pending"} 7' in body(running, "/metrics")


@pytest.mark.parametrize("part", ["database", "migrations", "broker", "worker", "aws"])
def test_every_part_is_well(running: Demo, part: str) -> None:
    assert json.loads(body(running, "/health/ready"))[part] == "ok"


def test_second_demo_in_one_folder_is_refused(running: Demo) -> None:
    other = Demo(running.folder)
    assert end(other.start(), signal.SIGTERM) == 1
    assert f"A demo runs in {running.folder} already." in other.said


def test_taken_port_is_named(running: Demo, another: Demo) -> None:
    another.port = running.port
    assert end(another.start(), signal.SIGTERM) == 1
    assert f"Port {running.port} is taken by another program." in another.said


def test_interrupting_it_stops_everything(another: Demo) -> None:
    process = another.start()
    lives = another.lives()
    assert end(process, signal.SIGINT) == 0
    assert len(lives) == 4
    assert all_end(lives)


def test_killing_it_stops_everything(another: Demo) -> None:
    process = another.start()
    lives = another.lives()
    end(process, signal.SIGKILL)
    assert all_end(lives)


def test_program_that_ends_takes_the_rest_with_it(another: Demo) -> None:
    process = another.start()
    lives = another.lives()
    os.kill(another.groups()[-1], signal.SIGKILL)
    told, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "worker ended by itself (exit status -9)" in told
    assert all_end(lives)


def test_history_that_was_cut_short_is_forgotten(tmp_path: Path) -> None:
    file, unfinished = tmp_path / "models-ui.sqlite3", tmp_path / "history-unfinished"
    for path in (file, unfinished):
        path.touch()
    forget_history(unfinished, {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)})
    assert list(tmp_path.iterdir()) == []


def test_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    unfinished = tmp_path / "history-unfinished"
    unfinished.touch()
    with pytest.raises(InTheWay, match="Empty the database"):
        forget_history(unfinished, {"ENGINE": "django.db.backends.postgresql", "NAME": "models_ui"})
    assert unfinished.exists()


def test_finished_history_stays(tmp_path: Path) -> None:
    file = tmp_path / "models-ui.sqlite3"
    file.touch()
    forget_history(tmp_path / "history-unfinished", {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)})
    assert file.exists()


@override_settings(ENVIRONMENT="production")
def test_command_refuses_to_run_elsewhere() -> None:
    with pytest.raises(CommandError, match="make demo"):
        call_command("demo")


def body(demo: Demo, path: str) -> bytes:
    with closing(http.client.HTTPConnection(ports.HOST, demo.port, timeout=10)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read()
