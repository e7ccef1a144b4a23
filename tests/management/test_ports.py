"""Is it noticed who listens?"""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from models_ui.management import ports


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server((ports.HOST, 0)) as server:
        yield server


def test_free_port_is_not_taken() -> None:
    assert not ports.taken(ports.free())


def test_port_of_a_listener_is_taken(listener: socket.socket) -> None:
    assert ports.taken(listener.getsockname()[1])


def test_nobody_serves_on_a_free_port() -> None:
    assert not ports.serves(ports.free(), "/")


def test_listener_that_hangs_up_serves_nothing(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    listener.close()
    assert not ports.serves(port, "/")
