"""No test opens a socket: the hook that sees to it refuses what it should, and lets through what stays within."""

from __future__ import annotations

import contextlib
import socket
import sys

import pytest


@pytest.fixture
def reached() -> list[str]:
    """What the hook has noted; it is emptied here, for else this test would fail for what it tries."""
    noted: list[str] = next(
        module.reached for module in list(sys.modules.values()) if hasattr(module, "WITHIN_THE_MACHINE")
    )
    return noted


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_to_the_network_is_refused_and_noted(family: socket.AddressFamily, reached: list[str]) -> None:
    with pytest.raises(PermissionError, match="opens a socket"):
        socket.socket(family)
    assert reached == ["socket.__new__"]
    reached.clear()


def test_a_swallowed_refusal_is_noted_all_the_same(reached: list[str]) -> None:
    with contextlib.suppress(OSError):
        socket.getaddrinfo("localhost", 80)
    assert reached == ["socket.getaddrinfo"]
    reached.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are none within the machine")
def test_a_pair_within_the_machine_is_let_through(reached: list[str]) -> None:
    one, other = socket.socketpair()
    with one, other:
        one.send(b"x")
        assert other.recv(1) == b"x"
    assert not reached
