"""Does the health check of the worker tell the living from the dead?"""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from models_ui.worker import sweeping

pytestmark = pytest.mark.django_db


def test_worker_that_was_never_seen_is_missed() -> None:
    with pytest.raises(CommandError, match="No worker was ever seen"):
        call_command("worker_seen")


def test_worker_that_swept_is_well() -> None:
    sweeping.sweep(timezone.now())
    said = StringIO()
    call_command("worker_seen", stdout=said)
    assert said.getvalue().startswith("Seen at ")


def test_worker_that_was_seen_too_long_ago_is_missed() -> None:
    sweeping.sweep(timezone.now() - timedelta(seconds=61))
    with pytest.raises(CommandError, match="The last sign of a worker was at"):
        call_command("worker_seen")


def test_how_long_ago_can_be_said() -> None:
    sweeping.sweep(timezone.now() - timedelta(seconds=61))
    call_command("worker_seen", "--within", "90", stdout=StringIO())
