"""How does an operator create a person?"""

from __future__ import annotations

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.accounts import operations
from models_ui.accounts.models import Role
from models_ui.audit.actors import SYSTEM
from models_ui.audit.refusals import Refused


class Command(BaseCommand):
    """Create a person with roles and teams."""

    help = (
        "Create a person. The password is read from the variable MODELS_UI_PASSWORD, or asked for: on a command line "
        "everybody on the machine could read it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the user name, roles and teams."""
        parser.add_argument("username")
        parser.add_argument("--name", default="", help="the full name")
        parser.add_argument("--role", action="append", default=[], choices=Role.values, help="may be given again")
        parser.add_argument("--team", action="append", default=[], help="slug of a team; may be given again")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Create the person, or say why not."""
        password = os.environ.get("MODELS_UI_PASSWORD") or asked()
        try:
            operations.create_person(
                username=options["username"],
                name=options["name"],
                password=password,
                roles=options["role"],
                teams=options["team"],
                by=SYSTEM,
                at=timezone.now(),
            )
        except Refused as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stdout.write(f"Created {options['username']}.")


def asked() -> str:
    """Return the password that somebody types. Raises CommandError where nobody is there."""
    try:
        return getpass.getpass("Password: ")
    except EOFError as nobody:
        raise CommandError("Set MODELS_UI_PASSWORD, or type the password: nobody is there to be asked.") from nobody
