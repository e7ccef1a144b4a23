"""Does any test reach further than this machine?"""

from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_no_test_reaches_another_machine() -> None:
    with socket.socket() as far, pytest.warns(UserWarning, match="192"), pytest.raises(SocketConnectBlockedError):
        far.connect(("192.0.2.1", 80))
