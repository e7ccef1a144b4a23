"""Does Celery run what the bell and the clock ask for?"""

from __future__ import annotations

from typing import Any

import pytest
from celery import current_app
from django.conf import settings

from config.celery import app
from models_ui.outbox import bell
from models_ui.outbox.models import Heartbeat
from models_ui.worker import doorbell, tasks
from tests.sandbox_server import Sandbox
from tests.worker.scenes import approved, due, now

pytestmark = pytest.mark.django_db


def test_delivery_does_the_work_of_an_entry(sandbox: Sandbox) -> None:
    submission = approved()

    tasks.deliver(due(submission, "create-model").id)

    assert now(submission).state == "created"


def test_sweep_leaves_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bell, "_listeners", [])

    tasks.sweep()

    assert Heartbeat.objects.filter(name="worker").exists()


def test_bell_sends_the_id_and_nothing_else_to_a_task_that_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, Any]] = []
    monkeypatch.setattr(
        type(current_app._get_current_object()),  # type: ignore[attr-defined]
        "send_task",
        lambda _app, name, *, args, **_options: sent.append((name, args)),
    )

    doorbell.ring(7)

    assert sent == [("models_ui.worker.deliver", [7])]
    assert sent[0][0] in app.tasks


def test_everything_on_the_schedule_exists_and_ends_before_it_comes_again() -> None:
    schedule: dict[str, Any] = settings.CELERY_BEAT_SCHEDULE
    for entry in schedule.values():
        assert entry["task"] in app.tasks
        assert entry["options"]["expires"] <= max(entry["schedule"], 1)


def test_bell_rings_at_the_doorbell_of_this_process() -> None:
    assert doorbell.ring in bell._listeners


def test_message_outlives_the_worker_that_took_it() -> None:
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
