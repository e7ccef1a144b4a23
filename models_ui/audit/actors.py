"""Who acts? An event always names one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, the worker or the system, with the roles held at the time."""

    kind: Literal["user", "worker", "system"]
    id: str
    label: str
    roles: tuple[str, ...] = ()


SYSTEM = Actor(kind="system", id="system", label="system")
WORKER = Actor(kind="worker", id="worker", label="worker")
