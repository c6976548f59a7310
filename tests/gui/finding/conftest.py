"""Answers come at once, however busy the machine is."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carveout.gui.finding.searching._AT_ONCE", 20.0)
