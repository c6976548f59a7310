"""What holds for every test: no display, a home of its own, and nothing of Qt's left behind."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LOOKED_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
WITHIN_THE_MACHINE = getattr(socket, "AF_UNIX", None)
"""The family of sockets that no network hears of: a pair of them wakes an event loop."""
reached: list[str] = []
"""What reached for the network in this process; a test that finds something here fails."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every socket but those within the machine. Python calls this for all that it does, from now on."""
    if not event.startswith("socket."):
        return
    at = arguments[0] if arguments else None
    family = arguments[1] if event == "socket.__new__" else getattr(at, "family", None)
    if event in LOOKED_UP or (isinstance(at, socket.SocketType) and family != WITHIN_THE_MACHINE):
        reached.append(event)
        raise PermissionError(f"Nothing here opens a socket, and {event} does.")


sys.addaudithook(_watch)

HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
)


@pytest.fixture(autouse=True, scope="session")
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, str(home))
        yield


@pytest.fixture(autouse=True, scope="session")
def _clipboard_left_empty() -> Iterator[None]:
    """Empty the clipboard before Python ends: offscreen, Qt keeps it longer, and would destroy what Python made."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets and widgets.QApplication.instance() and widgets.QApplication.platformName() == "offscreen":
        widgets.QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_socket_opened() -> Iterator[None]:
    """Fail the test that reached for the network, also where somebody swallowed the refusal."""
    reached.clear()
    yield
    assert not reached, f"reached for the network: {', '.join(reached)}"


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    # What tests left to be deleted later goes now: Python would collect it in the middle of a later test's work, and
    # Qt crashes where that happens while it dresses all widgets.
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    assert not left, f"left open: {left}"
