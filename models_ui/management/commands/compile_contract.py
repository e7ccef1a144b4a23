"""How does a developer bring the contract up to what the installed botocore says?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from models_ui.aws.service_model import read_operation
from models_ui.contract import compiled, create_model


class Command(BaseCommand):
    """Write the committed service model, or say whether it is up to date."""

    help = "Compile the contract from the installed botocore. With --check: only say whether it is up to date."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to write."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file, or compare it."""
        wanted = compiled.text(read_operation(create_model.SERVICE, create_model.OPERATION))
        path = create_model.FILE
        if options["check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != wanted:
                raise CommandError(
                    f"{path.name} differs from the installed botocore. Run: python manage.py compile_contract"
                )
            self.stdout.write(f"{path.name} is up to date.")
        else:
            path.write_text(wanted, encoding="utf-8")
            self.stdout.write(f"Wrote {path.name}.")
