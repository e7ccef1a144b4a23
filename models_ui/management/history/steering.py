"""How does the history reach into its sandbox AWS?"""

from __future__ import annotations

import http.client
import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from models_ui.contract.json_types import Document, Json

_SECONDS = 10
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class NoSandbox(Exception):  # noqa: N818 - it tells of what is not there
    """No sandbox AWS answers there; the text is a sentence for the person at the terminal."""


class Sandbox:
    """The control endpoints of the sandbox at an address."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme != "http" or address.hostname not in _LOOPBACK:
            raise NoSandbox("Set AWS_ENDPOINT_URL to a sandbox on this machine, as in http://127.0.0.1:5500.")
        self._host, self._port, self._url = address.hostname, address.port or 80, url

    def begin_anew(self) -> None:
        """Forget all SageMaker models and faults. Raises NoSandbox."""
        self._post("reset", {})

    def go_wrong(self, faults: Sequence[Document]) -> None:
        """Replace the script of faults. Raises NoSandbox."""
        self._post("faults", list(faults))

    def _post(self, name: str, body: Json) -> None:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        try:
            connection.request("POST", f"/sandbox/{name}", json.dumps(body), {"X-Sandbox-Control": "history"})
            answer = connection.getresponse()
            said = answer.read()
        except OSError as silence:
            raise NoSandbox(f"No sandbox AWS answers at {self._url}. Start it with: manage.py sandbox") from silence
        finally:
            connection.close()
        if answer.status != http.HTTPStatus.OK:
            raise NoSandbox(f"What answers at {self._url} is no sandbox: {answer.status} {said[:200]!r}")
