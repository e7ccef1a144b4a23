"""Was a worker at work lately?"""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.outbox.models import Heartbeat


class Command(BaseCommand):
    """Exit with 0 where a worker swept the outbox lately: then the clock, the broker and the worker all do their part."""

    help = "Fail where no worker was at work lately. For health checks."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how long ago is lately."""
        parser.add_argument("--within", type=float, default=60.0, help="seconds (60)")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Look, and say what was seen."""
        since = timezone.now() - timedelta(seconds=options["within"])
        seen = Heartbeat.objects.order_by("-at").first()
        if seen is None:
            raise CommandError("No worker was ever seen.")
        if seen.at < since:
            raise CommandError(f"The last sign of a worker was at {seen.at:%Y-%m-%d %H:%M:%S} UTC.")
        self.stdout.write(f"Seen at {seen.at:%Y-%m-%d %H:%M:%S} UTC.")
