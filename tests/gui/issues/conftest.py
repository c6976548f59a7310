"""The Issues workspace of a small deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.workspaces import Workspace
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.issues.workspace import IssuesWorkspace

ORGANIZED, STATEMENTS, THREATENED, NOTICE = 8, 9, 12, 15


@pytest.fixture
def issues(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> IssuesWorkspace:
    """The workspace in front, with two issues, a question and a note."""
    bring(matter_file)
    session, reading = desk.session, desk.session.reading
    assert reading is not None
    K = AnnotationKind  # noqa: N806  (short in the table)
    for kind, clause, comment, severity in (
        (K.NOTE, NOTICE, "By fax?", None),
        (K.ISSUE, THREATENED, "Whose knowledge?", Severity.LOW),
        (K.QUESTION, ORGANIZED, "See 3.1", None),
        (K.ISSUE, STATEMENTS, "Too wide", Severity.HIGH),
    ):
        session.annotate(kind, on_clause(reading, clause), comment, severity=severity)
    QTest.keyClick(desk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.workspaces.in_front is Workspace.ISSUES
    return desk.window.workspaces.issues
