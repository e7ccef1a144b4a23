"""How does a worker work beside the site, without Celery? It hears the bell and sweeps, and does what Celery would run."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.utils import timezone

from models_ui.outbox import bell
from models_ui.worker import delivery, sweeping

# Seconds between two sweeps; what is due later than now is found by them.
PACE = 0.5


@contextmanager
def working() -> Iterator[None]:
    """Work in a thread meanwhile. Raises at the end what broke down."""
    rung: queue.Queue[int | None] = queue.Queue()
    broken: list[Exception] = []
    thread = threading.Thread(target=work, args=(rung, broken), daemon=True)
    with bell.muted():
        bell.register(rung.put)
        thread.start()
        try:
            yield
        finally:
            rung.put(None)
            thread.join()
    if broken:
        raise broken[0]


def work(rung: queue.Queue[int | None], broken: list[Exception]) -> None:
    """Deliver what rings until None comes; sweep whenever nothing has rung for a while."""
    try:
        while True:
            try:
                entry = rung.get(timeout=PACE)
            except queue.Empty:
                sweeping.sweep(timezone.now())
                continue
            if entry is None:
                return
            delivery.deliver(entry)
    except Exception as error:  # noqa: BLE001 - told by whoever waits for this thread
        broken.append(error)
    finally:
        connections.close_all()
