"""How is the sandbox served?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models_ui.sandbox.application import Application
from models_ui.sandbox.sagemaker import SageMaker
from models_ui.sandbox.seed import seed
from models_ui.sandbox.store import Store

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer


def server(*, host: str, port: int, data_dir: Path, account_checks: bool = True) -> BaseWSGIServer:
    """Return a threaded server that listens already; `serve_forever` answers, moto's account is seeded by then.

    Port 0 takes a free one. Raises OSError where the port is taken.
    """
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
    from werkzeug.serving import make_server

    class Quiet(MotoRequestHandler):
        """moto's handler of headers, without a line on the terminal for every call."""

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Write nothing."""

    sagemaker = SageMaker(Store(data_dir), account_checks=account_checks)
    application = Application(sagemaker, DomainDispatcherApplication(create_backend_app))
    try:
        made = make_server(host, port, application, threaded=True, request_handler=Quiet)
    except SystemExit as refused:
        # werkzeug has written why to the terminal, and would end the process.
        raise OSError(f"The sandbox cannot listen at {host}:{port}.") from refused
    seed()
    return made
