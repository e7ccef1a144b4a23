"""How does somebody start the whole site on one machine?"""

from __future__ import annotations

import os
import signal
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from models_ui.management import demo
from models_ui.management.leftovers import Taken
from models_ui.management.parents import die_with_parent
from models_ui.management.processes import Died, Late

WELCOME = """
  Models UI is ready:  {address}

  sign in as               to
  scientist, scientist2    fill in requests and follow them, in two teams
  approver, approver2      approve what will be sent, or say what to change
  admin, admin2            design forms, add connections
  auditor                  read and export what happened

  The password of each is  models-ui-demo

  The AWS behind it is a sandbox on this machine. Data and logs: {data}
  Ctrl-C stops everything.
"""


class Command(BaseCommand):
    """Start everything, say where it is, and stop everything."""

    help = "Run the site, its worker, a broker and a sandbox AWS on this machine until Ctrl-C. `make demo` calls this."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run until a signal comes. Raises CommandError where something is in the way or a program ends by itself."""
        if settings.ENVIRONMENT != "demo":
            raise CommandError("Start the demo with `make demo`, or set ENVIRONMENT=demo.")
        listen()
        try:
            demo.run(self.say, WELCOME)
        except KeyboardInterrupt:
            self.say("Stopped.")
        except Died as death:
            raise CommandError(f"{death} The end of {death.program.log}:\n\n{death.program.last_lines()}") from death
        except (demo.InTheWay, Taken, Late) as reason:
            raise CommandError(str(reason)) from reason

    def say(self, text: str) -> None:
        """Tell the person at once, also where nobody looks at a terminal."""
        self.stdout.write(text)
        self.stdout.flush()


def listen() -> None:
    """Let Ctrl-C, SIGTERM and the end of `make` stop the demo, also in the background, where SIGINT is ignored."""

    def stop(*_signal: Any) -> NoReturn:
        # Once is enough: a second one must not interrupt the stopping.
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        # Not under nohup, which ignores it so that the demo outlives its terminal.
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, stop)
    if "MAKELEVEL" in os.environ:
        die_with_parent(os.getppid())()
