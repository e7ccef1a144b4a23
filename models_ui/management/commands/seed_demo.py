"""How does the demo get its history?"""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from models_ui.accounts.models import User
from models_ui.aws import sessions
from models_ui.management.history.steering import NoSandbox, Sandbox
from models_ui.management.history.telling import tell

ELSEWHERE = "AWS_ENDPOINT_URL_SAGEMAKER"


class Command(BaseCommand):
    """Write sixty days of history into an empty database and a sandbox AWS."""

    help = (
        "Make the demo's people and sixty days of their requests, by the same operations as the pages and the worker. "
        "Needs an empty database and the sandbox AWS at AWS_ENDPOINT_URL, whose SageMaker models are forgotten first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the moment at which the history ends."""
        parser.add_argument(
            "--now", help="when the history ends, as in 2026-11-20T10:42+00:00; the present if left out"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the history, or say why not."""
        if settings.ENVIRONMENT not in ("demo", "test"):
            raise CommandError("The history is made up, so it is only written where ENVIRONMENT is demo or test.")
        now = moment_of(options["now"])
        if User.objects.exists():
            self.stdout.write("There are people already, so no history was written.")
            return
        try:
            with only_the_sandbox():
                tell(now, Sandbox(os.environ.get("AWS_ENDPOINT_URL", "")))
        except NoSandbox as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write("Wrote sixty days of history.")


def moment_of(text: str | None) -> datetime:
    """Return the moment at which the history ends. Raises CommandError where it is none, or has not come yet."""
    if text is None:
        return timezone.now()
    try:
        now = parse_datetime(text)
    except ValueError:
        now = None
    if now is None or now.tzinfo is None:
        raise CommandError("Write the moment with its time zone, as in 2026-11-20T10:42+00:00.")
    if now > timezone.now():
        raise CommandError("The history cannot end in the future: the worker's part would not be due yet.")
    return now


@contextmanager
def only_the_sandbox() -> Iterator[None]:
    """Let every call of this process go to AWS_ENDPOINT_URL meanwhile, wherever SageMaker's go otherwise."""
    elsewhere = os.environ.pop(ELSEWHERE, None)
    sessions.forget()
    try:
        yield
    finally:
        sessions.forget()
        if elsewhere is not None:
            os.environ[ELSEWHERE] = elsewhere
