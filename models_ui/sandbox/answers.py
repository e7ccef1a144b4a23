"""How does the sandbox write an answer on the wire?"""

from __future__ import annotations

import json
import socket
import uuid
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from models_ui.contract.json_types import Json
from models_ui.sandbox.refusal import Refusal

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_AMZ_JSON = "application/x-amz-json-1.1"


def send(start_response: StartResponse, status: int, body: bytes, *, content_type: str) -> Iterable[bytes]:
    """Send an answer with a request id, as every service of AWS does."""
    headers = [
        ("Content-Type", content_type),
        ("Content-Length", str(len(body))),
        ("x-amzn-RequestId", str(uuid.uuid4())),
    ]
    start_response(f"{status} {HTTPStatus(status).phrase}", headers)
    return [body]


def send_json(start_response: StartResponse, status: int, value: Json) -> Iterable[bytes]:
    """Send an answer of the JSON 1.1 protocol."""
    return send(start_response, status, json.dumps(value).encode(), content_type=_AMZ_JSON)


def send_refusal(start_response: StartResponse, refusal: Refusal, *, as_xml: bool = False) -> Iterable[bytes]:
    """Send an error in the form of the JSON 1.1 protocol, or of the query protocol."""
    if not as_xml:
        return send_json(start_response, refusal.status, {"__type": refusal.code, "message": refusal.message})
    error = f"<Code>{escape(refusal.code)}</Code><Message>{escape(refusal.message)}</Message>"
    body = f"<ErrorResponse><Error>{error}</Error><RequestId>{uuid.uuid4()}</RequestId></ErrorResponse>"
    return send(start_response, refusal.status, body.encode(), content_type="text/xml")


def drop(environ: WSGIEnvironment) -> None:
    """Close the connection without an answer. Raises ConnectionAbortedError, which the server takes as the end."""
    connection: socket.socket = environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError
