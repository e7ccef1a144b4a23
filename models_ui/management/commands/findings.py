"""How does a developer bring the page of findings up to what the code says?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from models_ui.management.findings_page import page


class Command(BaseCommand):
    """Write docs/findings.md, or say whether it is up to date."""

    help = "Write docs/findings.md. With --check: only say whether it is up to date."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to write."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file, or compare it."""
        path = settings.BASE_DIR / "docs" / "findings.md"
        if not options["check"]:
            path.write_text(page(), encoding="utf-8")
            self.stdout.write("Wrote docs/findings.md.")
        elif not path.exists() or path.read_text(encoding="utf-8") != page():
            raise CommandError("docs/findings.md differs from the rules. Run: make docs")
        else:
            self.stdout.write("docs/findings.md is up to date.")
