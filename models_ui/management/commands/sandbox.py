"""How is the sandbox AWS started?"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Serve an AWS to practise on: strict SageMaker, moto for the rest, one seeded account."""

    help = "Serve the sandbox AWS on one port until it is stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the port, the folder of its SageMaker models, and the switch of the account checks."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=5500)
        parser.add_argument("--data-dir", type=Path, default=Path("var/sandbox"))
        parser.add_argument("--no-account-checks", action="store_true", help="accept roles, images and data unseen")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Serve until SIGINT or SIGTERM. Raises CommandError where the port is taken."""
        from models_ui.sandbox.server import server

        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            serving = server(
                host=options["host"],
                port=options["port"],
                data_dir=options["data_dir"],
                account_checks=not options["no_account_checks"],
            )
        except OSError as taken:
            raise CommandError(f"Port {options['port']} is taken. Choose another with --port.") from taken
        self.stdout.write(f"Sandbox AWS at http://{options['host']}:{serving.port} (account 123456789012)")
        self.stdout.flush()
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            serving.server_close()
