"""What does Celery run? Each task is one call: the database is the truth, a message only a hint."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from models_ui.worker import delivery, sweeping


@shared_task(name="models_ui.worker.deliver")
def deliver(entry_id: int) -> None:
    """Do the work of one outbox entry, if it is due and nobody else does it."""
    delivery.deliver(entry_id)


@shared_task(name="models_ui.worker.sweep")
def sweep() -> None:
    """Find what a lost message forgot."""
    sweeping.sweep(timezone.now())
