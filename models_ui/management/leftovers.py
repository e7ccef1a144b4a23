"""Does a demo run in this folder already, and what did one leave behind that was killed?"""

from __future__ import annotations

import fcntl
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models_ui.management.processes import signal_group


class Taken(Exception):  # noqa: N818 - it tells of a folder
    """Somebody else uses this folder."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder. The kernel lets go of it even where the holder is killed. Raises Taken."""
    with (folder / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as held:
            raise Taken(f"A demo runs in {folder} already. Stop it first, or choose another DATA_DIR.") from held
        yield


def note(record: Path, group: int) -> None:
    """Write down a process group that was started."""
    with record.open("a") as lines:
        lines.write(f"{group} {started(group)}\n")


def end(record: Path) -> int:
    """Kill what the record names and still runs; return how many process groups that were. The record is then empty."""
    lines = record.read_text().splitlines() if record.exists() else []
    killed = 0
    for line in lines:
        group, _, start = line.partition(" ")
        # A group keeps its number for as long as anybody is in it; a leader that started later is a stranger.
        if started(int(group)) in ("", start):
            killed += signal_group(int(group), signal.SIGKILL)
    record.unlink(missing_ok=True)
    return killed


def started(process: int) -> str:
    """Return when a process started, which tells it from a later one of the same number; "" where there is none."""
    stat = Path(f"/proc/{process}/stat")
    if stat.exists():
        return stat.read_text().rpartition(")")[2].split()[19]
    if Path("/proc/self/stat").exists():
        return ""
    command = ["/bin/ps", "-o", "lstart=", "-p", str(process)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a number and constants
    return found.stdout.strip()
