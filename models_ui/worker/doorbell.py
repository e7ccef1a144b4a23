"""How does a process without a worker tell the worker that there is something to do?"""

from __future__ import annotations

from celery import current_app

# A broker that is down must not keep a person waiting: about half a second, then the sweeper makes it good.
RETRY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.2}


def ring(entry_id: int) -> None:
    """Send the id of an outbox entry. Raises what the broker's client raises."""
    current_app.send_task("models_ui.worker.deliver", args=[entry_id], retry=True, retry_policy=RETRY)
