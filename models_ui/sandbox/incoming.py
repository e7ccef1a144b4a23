"""Which call of which service has just come in?"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_SCOPE = re.compile(r"Credential=(?P<key>[^/,\s]+)/\d{8}/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")


@dataclass(frozen=True, slots=True)
class Call:
    """One call, as far as it can be told apart without knowing the service. The operation may be unknown: empty.

    `form` holds the parameters of a call in the query protocol.
    """

    service: str
    operation: str
    region: str
    access_key: str
    target: str
    body: bytes
    form: Mapping[str, str]

    @property
    def is_query(self) -> bool:
        """Whether the service answers in XML (the query protocol of STS, IAM and EC2)."""
        return bool(self.operation) and not self.target


def read(environ: WSGIEnvironment) -> Call:
    """Return the call, and leave its body to be read again.

    Account and region come from the scope of the signature, as with AWS; the signature itself is not checked.
    """
    scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    is_form = environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded")
    body = _body(environ) if target or is_form else b""
    form = dict(parse_qsl(body.decode(errors="replace"))) if is_form else {}
    return Call(
        service=scope["service"] if scope else "",
        operation=target.rpartition(".")[2] or form.get("Action", ""),
        region=scope["region"] if scope else "",
        access_key=scope["key"] if scope else "",
        target=target,
        body=body,
        form=form,
    )


def _body(environ: WSGIEnvironment) -> bytes:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return bytes(body)
