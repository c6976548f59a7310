"""Laying out once what changes in many parts: Qt does it anew for each part that is shown."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(pane: QWidget) -> Iterator[None]:
    """Leave the parts of a pane where they are until all of them are as they should be; then lay them out.

    Raises ValueError for a pane that has no layout.
    """
    layout = pane.layout()
    if layout is None:
        raise ValueError("a pane without a layout")
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.activate()
