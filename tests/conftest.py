"""What holds for every test: no display, a home of its own, and nothing of Qt's left behind."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
