"""How does an operator create a team?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.accounts import operations
from models_ui.audit.actors import SYSTEM
from models_ui.audit.refusals import Refused


class Command(BaseCommand):
    """Create a team."""

    help = "Create a team: people who see each other's requests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the slug and the name."""
        parser.add_argument("slug", help="small letters, digits and hyphens, as in risk")
        parser.add_argument("--name", help="what people call it; the slug where left out")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Create it, or say why not."""
        slug = options["slug"]
        try:
            operations.create_team(slug=slug, name=options["name"] or slug, by=SYSTEM, at=timezone.now())
        except Refused as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stdout.write(f"Created the team {slug}.")
