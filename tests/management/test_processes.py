"""Do programs start, live and stop together?"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models_ui.management.processes import Died, Family, Late, Program, signal_group

FOREVER = "import os, signal; print('here', os.getpid(), flush=True); signal.pause()"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {FOREVER}"
FAILS = "print('the broker is not there', flush=True); raise SystemExit(3)"
# Two generations: what a program has started must go with it.
PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {DEAF!r}]); {FOREVER}"


@pytest.fixture
def born() -> list[int]:
    """The process groups that were started."""
    return []


@pytest.fixture
def members(born: list[int]) -> Iterator[Family]:
    made = Family(born.append)
    yield made
    made.stop(patience=0)


def python(code: str, folder: Path, name: str = "program") -> Program:
    return Program(name, [sys.executable, "-c", code], folder / f"{name}.log", dict(os.environ))


def lives_of(program: Program, members: Family, many: int = 1) -> list[int]:
    """Wait until so many processes of a program have said that they are here; return a handle for each."""
    members.wait_until(lambda: program.last_lines().count("here") == many, "Saying so", 30)
    return [os.pidfd_open(int(line.split()[1])) for line in program.last_lines().splitlines()]


def all_end(lives: list[int]) -> bool:
    """Say whether all end, now or soon."""
    return all(select.select([life], [], [], 10)[0] for life in lives)


def test_program_runs_and_writes_to_its_log(members: Family, tmp_path: Path) -> None:
    program = python(FOREVER, tmp_path)
    members.start(program)
    assert lives_of(program, members)


def test_number_of_each_group_is_told(members: Family, born: list[int], tmp_path: Path) -> None:
    members.start(python(FOREVER, tmp_path))
    assert [os.getpgid(group) for group in born] == born


def test_program_is_out_of_reach_of_the_terminal(members: Family, born: list[int], tmp_path: Path) -> None:
    members.start(python(FOREVER, tmp_path))
    assert os.getsid(born[0]) != os.getsid(0)


def test_stopping_ends_all(members: Family, born: list[int], tmp_path: Path) -> None:
    for name in ("one", "two"):
        members.start(python(FOREVER, tmp_path, name))
    members.stop()
    assert [signal_group(group, 0) for group in born] == [False, False]


def test_program_that_does_not_listen_is_killed_with_its_children(members: Family, tmp_path: Path) -> None:
    program = python(PARENT, tmp_path)
    members.start(program)
    lives = lives_of(program, members, many=2)
    members.stop(patience=0.1)
    assert all_end(lives)


def test_program_that_ends_is_named_with_its_last_lines(members: Family, tmp_path: Path) -> None:
    members.start(python(FOREVER, tmp_path, "web"))
    members.start(python(FAILS, tmp_path, "worker"))
    with pytest.raises(Died, match=r"worker ended by itself \(exit status 3\)") as death:
        members.wait()
    assert death.value.program.last_lines() == "the broker is not there"


def test_waiting_ends_when_a_program_does(members: Family, tmp_path: Path) -> None:
    members.start(python(FAILS, tmp_path))
    with pytest.raises(Died):
        members.wait_until(lambda: False, "Nothing", 30)


def test_what_takes_too_long_is_told(members: Family) -> None:
    with pytest.raises(Late, match="The first page did not happen within 0 seconds"):
        members.wait_until(lambda: False, "The first page", 0)


def test_program_that_ends_by_itself_is_waited_for(members: Family, tmp_path: Path) -> None:
    members.run(python("print('done')", tmp_path))
    assert not members.running


def test_program_that_fails_by_itself_is_told(members: Family, tmp_path: Path) -> None:
    with pytest.raises(Died, match="exit status 3"):
        members.run(python(FAILS, tmp_path))


def test_programs_end_when_their_parent_is_killed(members: Family, tmp_path: Path) -> None:
    """The kernel tells them: a parent that is killed cannot."""
    parent, child = python(KILLED.format(folder=str(tmp_path)), tmp_path, "parent"), python(FOREVER, tmp_path, "child")
    child.log.touch()
    members.start(parent)
    lives = lives_of(child, members)
    members.running[0][1].send_signal(signal.SIGKILL)
    assert all_end(lives)


# A parent of its own, with a child: both write into the folder of their test.
KILLED = """
from pathlib import Path
from models_ui.management.processes import Family
from tests.management.test_processes import FOREVER, python
members = Family(print)
members.start(python(FOREVER, Path({folder!r}), "child"))
members.wait()
"""
