"""How does an operator create a connection?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.audit.actors import SYSTEM
from models_ui.connections import operations


class Command(BaseCommand):
    """Create a connection to an AWS account."""

    help = "Create a connection: an AWS account, a region, and the role that the worker assumes there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what a connection has."""
        parser.add_argument("name", help="small letters, digits and hyphens")
        parser.add_argument("--account", required=True, help="twelve digits")
        parser.add_argument("--region", required=True, help="as in us-east-1")
        parser.add_argument("--role", default="", help="ARN of the role to assume; none for the sandbox")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Create it, or say why not."""
        facts = {key: options[key] for key in ("name", "account", "region", "role")}
        try:
            operations.create(**facts, by=SYSTEM, at=timezone.now())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Created the connection {options['name']}.")
