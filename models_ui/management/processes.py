"""How do several programs start, live and stop together?"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models_ui.management.parents import die_with_parent

# Everything must be gone five seconds after Ctrl-C; what has not ended by itself after so long is killed.
PATIENCE = 3.0
PAUSE = 0.05
LINES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Program:
    """What a program is called, how it is started, and the file that takes what it prints."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str]

    def last_lines(self) -> str:
        """Return the end of what it printed."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-LINES_SHOWN:])


class Died(Exception):  # noqa: N818 - it tells of a program
    """A program ended that should have gone on."""

    def __init__(self, program: Program, status: int) -> None:
        super().__init__(f"{program.name} ended by itself (exit status {status}).")
        self.program = program


class Late(Exception):  # noqa: N818 - it tells of a moment
    """Something did not happen in time."""


@dataclass(slots=True)
class Family:
    """Programs that live and die together. Each runs in a session of its own, so Ctrl-C reaches only their parent.

    `born` is told the number of each new process group.
    """

    born: Callable[[int], None]
    running: list[tuple[Program, subprocess.Popen[bytes]]] = field(default_factory=list)

    def start(self, program: Program) -> None:
        """Start a program. Raises OSError where it is not to be found."""
        with program.log.open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - our own commands
                program.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(program.environment),
                start_new_session=True,
                preexec_fn=die_with_parent(os.getpid()),  # noqa: PLW1509 - one thread, and the function only calls the kernel
            )
        self.running.append((program, process))
        self.born(process.pid)

    def run(self, program: Program) -> None:
        """Run a program that ends by itself. Raises Died where it fails, or another one ends meanwhile."""
        self.start(program)
        _program, process = self.running.pop()
        while process.poll() is None:
            self.check()
            time.sleep(PAUSE)
        if process.returncode:
            raise Died(program, process.returncode)

    def check(self) -> None:
        """Raise Died where a program has ended."""
        for program, process in self.running:
            if process.poll() is not None:
                raise Died(program, process.returncode)

    def wait_until(self, happened: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait for something. Raises Late where it takes longer, Died where a program ends before."""
        deadline = time.monotonic() + seconds
        while not happened():
            self.check()
            if time.monotonic() > deadline:
                raise Late(f"{what} did not happen within {seconds:.0f} seconds.")
            time.sleep(PAUSE)

    def wait(self) -> None:
        """Wait for as long as all live. Raises Died when one ends."""
        while True:
            self.check()
            time.sleep(PAUSE * 4)

    def stop(self, patience: float = PATIENCE) -> None:
        """Ask all to end, the youngest first; kill what is left after a while, grandchildren included."""
        groups = [process.pid for _program, process in reversed(self.running)]
        for group in groups:
            signal_group(group, signal.SIGTERM)
        deadline = time.monotonic() + patience
        while any(self.lives(group) for group in groups) and time.monotonic() < deadline:
            time.sleep(PAUSE)
        for group in groups:
            signal_group(group, signal.SIGKILL)
        for _program, process in self.running:
            process.wait()
        self.running.clear()

    def lives(self, group: int) -> bool:
        """Say whether any process of a group is left. What ended is buried first, else it would count."""
        for _program, process in self.running:
            process.poll()
        return signal_group(group, 0)


@contextmanager
def family(born: Callable[[int], None]) -> Iterator[Family]:
    """A family that is gone when the block ends, however it ends."""
    members = Family(born)
    try:
        yield members
    finally:
        members.stop()


def signal_group(group: int, number: int) -> bool:
    """Send a signal to a process group; False where there is none of that number."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    except PermissionError:
        # macOS answers so for a group of which only unburied processes are left.
        return False
    return True
