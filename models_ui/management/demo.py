"""In which order do the parts of the demo start?"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from models_ui.accounts.models import User
from models_ui.management import demo_programs as programs
from models_ui.management import leftovers, ports
from models_ui.management.demo_programs import Place
from models_ui.management.processes import Family, family
from models_ui.outbox.models import Heartbeat

# Generous: a first start on a busy machine imports and seeds everything at once.
READY_WITHIN = 90.0

Say = Callable[[str], object]


class InTheWay(Exception):  # noqa: N818 - it tells of what is there
    """Something on this machine keeps the demo from starting."""


def run(say: Say, welcome: str) -> None:
    """Start everything, say the welcome, and stay. Raises InTheWay, Died, Late, Taken; a signal raises through it."""
    settings.DATA_DIR.joinpath("logs").mkdir(parents=True, exist_ok=True)
    with leftovers.alone_in(settings.DATA_DIR):
        record = settings.DATA_DIR / "demo.pids"
        leftovers.end(record)
        place = found_place()
        os.chdir(settings.BASE_DIR)
        with family(lambda group: leftovers.note(record, group)) as members:
            start_all(members, place, say)
            say(welcome.format(address=place.address, data=place.data))
            members.wait()


def found_place() -> Place:
    """Return where this demo runs. Raises InTheWay where one of its ports is taken."""
    for name, port in (("PORT", settings.PORT), ("SANDBOX_PORT", settings.SANDBOX_PORT)):
        if ports.taken(port):
            raise InTheWay(f"Port {port} is taken by another program. Choose a free one: make demo {name}=<number>")
    given = os.environ.get("REDIS_URL", "")
    broker_port = 0 if given else ports.free()
    broker = given or f"redis://{ports.HOST}:{broker_port}/0"
    return Place(settings.DATA_DIR, settings.PORT, settings.SANDBOX_PORT, broker_port, broker)


def start_all(members: Family, place: Place, say: Say) -> None:
    """Start the programs in the order in which they need each other, and wait until all are ready."""
    since = timezone.now()
    environment = programs.surroundings(place, os.environ)
    say("Starting the sandbox AWS and preparing the database ...")
    if place.broker_port:
        members.start(programs.broker(place, environment))
    members.start(programs.sandbox(place, environment))
    unfinished = place.data / "history-unfinished"
    forget_history(unfinished, settings.DATABASES["default"])
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not User.objects.exists():
        say("Writing sixty days of history, once ...")
        await_sandbox(members, place)
        unfinished.touch()
        members.run(programs.seed(place, environment))
        unfinished.unlink()
    call_command("load_blueprints", stdout=StringIO())
    say("Starting the site and its worker ...")
    members.start(programs.web(place, environment))
    members.start(programs.worker(place, environment))
    await_sandbox(members, place)
    members.wait_until(lambda: ports.serves(place.port, "/health/live"), "The first page", READY_WITHIN)
    members.wait_until(lambda: worker_seen(since), "The first sign of life of the worker", READY_WITHIN)


def forget_history(unfinished: Path, database: Mapping[str, Any]) -> None:
    """Begin anew where the history was cut short: nobody can have used it, since the site was not up yet.

    Raises InTheWay for a database that is not the demo's own file.
    """
    if not unfinished.exists():
        return
    if not database["ENGINE"].endswith("sqlite3"):
        raise InTheWay("The last start was stopped while it wrote its history. Empty the database, then start again.")
    for part in ("", "-wal", "-shm"):
        Path(f"{database['NAME']}{part}").unlink(missing_ok=True)
    unfinished.unlink()


def await_sandbox(members: Family, place: Place) -> None:
    """Wait for the sandbox AWS to answer: it takes connections before its account is seeded, and answers after."""
    headers = {"X-Sandbox-Control": "demo"}
    members.wait_until(
        lambda: ports.serves(place.sandbox_port, "/sandbox/ledger", headers),
        "The start of the sandbox AWS",
        READY_WITHIN,
    )


def worker_seen(since: datetime) -> bool:
    """Say whether the worker has been at work since a moment."""
    return Heartbeat.objects.filter(at__gte=since).exists()
