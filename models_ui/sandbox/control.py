"""How do tests and the demo steer the sandbox?"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from models_ui.contract.json_types import Document, Json
from models_ui.sandbox import answers
from models_ui.sandbox.faults import Script
from models_ui.sandbox.ledger import Ledger
from models_ui.sandbox.sagemaker import SageMaker
from models_ui.sandbox.seed import seed

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PREFIX = "/sandbox/"
# No client of AWS sends it, no form of a web page can; a signed request with this path is S3's bucket `sandbox`.
_HEADER = "HTTP_X_SANDBOX_CONTROL"


def is_control(environ: WSGIEnvironment) -> bool:
    """Tell whether a request steers the sandbox: from this machine, unsigned, with the header X-Sandbox-Control."""
    return (
        environ.get("PATH_INFO", "").startswith(_PREFIX)
        and _HEADER in environ
        and "HTTP_AUTHORIZATION" not in environ
        and ipaddress.ip_address(environ.get("REMOTE_ADDR", "0.0.0.0")).is_loopback  # noqa: S104 - no address at all
    )


class Control:
    """The endpoints under `/sandbox/`."""

    def __init__(self, sagemaker: SageMaker, faults: Script, ledger: Ledger) -> None:
        self._sagemaker = sagemaker
        self._faults = faults
        self._ledger = ledger
        # How often everything was forgotten: a call from before has no place in what came after.
        self.resets = 0

    def answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer `GET ledger`, `POST reset`, `POST faults` and `POST account-checks`; 404 for anything else."""
        name, method = environ["PATH_INFO"].removeprefix(_PREFIX), environ["REQUEST_METHOD"]
        try:
            body = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or b"{}")
            answer = self._do(method, name, body)
        except ValueError as wrong:
            return answers.send_json(start_response, 400, {"error": str(wrong)})
        status = 404 if answer is None else 200
        return answers.send_json(start_response, status, answer or {})

    def _do(self, method: str, name: str, body: Json) -> Document | None:
        if (method, name) == ("GET", "ledger"):
            return self._read_ledger()
        if (method, name) == ("POST", "faults"):
            self._faults.load(body)
        elif (method, name) == ("POST", "reset"):
            self._reset(neighbours=isinstance(body, dict) and body.get("neighbours") is True)
        elif (method, name) == ("POST", "account-checks"):
            self._switch(body)
        else:
            return None
        return {"done": True}

    def _switch(self, body: Json) -> None:
        on = body.get("on") if isinstance(body, dict) else None
        if on is not True and on is not False:
            raise ValueError('Say {"on": true} or {"on": false}.')
        self._sagemaker.account_checks = on

    def _reset(self, *, neighbours: bool) -> None:
        self.resets += 1
        self._sagemaker.store.clear()
        self._ledger.clear()
        self._faults.load([])
        if neighbours:
            seed()

    def _read_ledger(self) -> Document:
        effects: list[Json] = [
            {"account": place.account, "region": place.region, "name": name, "count": count}
            for place, name, count in self._sagemaker.store.effects()
        ]
        return {"effects": effects, "calls": self._ledger.calls()}
