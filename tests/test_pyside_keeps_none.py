"""The Qt binding must not drop a reference to None with every call: after some thousands the interpreter aborts."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 2000
SLACK = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_void_call_keeps_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < SLACK
