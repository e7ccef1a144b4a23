"""Does a start find what an earlier one left behind?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models_ui.management import leftovers

FOREVER = [sys.executable, "-c", "import signal; signal.pause()"]


@pytest.fixture
def orphan() -> Iterator[subprocess.Popen[bytes]]:
    """A program in a group of its own."""
    process = subprocess.Popen(FOREVER, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def test_program_that_was_left_is_ended(orphan: subprocess.Popen[bytes], tmp_path: Path) -> None:
    leftovers.note(tmp_path / "pids", orphan.pid)
    assert leftovers.end(tmp_path / "pids") == 1
    assert orphan.wait() < 0


def test_stranger_with_the_same_number_is_left_alone(orphan: subprocess.Popen[bytes], tmp_path: Path) -> None:
    (tmp_path / "pids").write_text(f"{orphan.pid} another moment\n")
    assert leftovers.end(tmp_path / "pids") == 0
    assert orphan.poll() is None


def test_program_that_has_ended_is_no_matter(orphan: subprocess.Popen[bytes], tmp_path: Path) -> None:
    leftovers.note(tmp_path / "pids", orphan.pid)
    orphan.kill()
    orphan.wait()
    assert leftovers.end(tmp_path / "pids") == 0


def test_record_is_empty_afterwards(tmp_path: Path) -> None:
    (tmp_path / "pids").write_text("")
    leftovers.end(tmp_path / "pids")
    assert not (tmp_path / "pids").exists()


def test_first_start_finds_nothing(tmp_path: Path) -> None:
    assert leftovers.end(tmp_path / "pids") == 0


def test_folder_is_held_by_one(tmp_path: Path) -> None:
    with (
        leftovers.alone_in(tmp_path),
        pytest.raises(leftovers.Taken, match="Stop it first"),
        leftovers.alone_in(tmp_path),
    ):
        pass


def test_folder_is_let_go_of(tmp_path: Path) -> None:
    for _ in range(2):
        with leftovers.alone_in(tmp_path):
            assert os.listdir(tmp_path) == ["demo.lock"]
