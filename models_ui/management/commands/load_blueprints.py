"""How do the shipped forms get into the database, and newer ones later?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.audit.refusals import Refused
from models_ui.blueprints import starters


class Command(BaseCommand):
    """Load the shipped forms."""

    help = (
        "Load the forms that come with Models UI, and publish what is newer in them. Forms that an admin edited stay."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load each, and say what became of it."""
        try:
            for name, document in starters.shipped():
                self.stdout.write(starters.load(name=name, document=document, at=timezone.now()))
        except Refused as refusal:
            raise CommandError(refusal.sentence) from refusal
