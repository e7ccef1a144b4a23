"""Who listens on this machine, and where?"""

from __future__ import annotations

import http
import http.client
import socket
from collections.abc import Mapping
from types import MappingProxyType

HOST = "127.0.0.1"
PATIENCE = 2.0


def free() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def taken(port: int) -> bool:
    """Say whether somebody listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def serves(port: int, path: str, headers: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Say whether a web server on a port answers a path with 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
