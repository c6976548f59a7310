"""The reviewer's own folders: for matters that can't lie beside their source, for backups, and for her logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """Return the folder for matters whose source can't have them beside it."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "Carveout"


def backups_folder() -> Path:
    """Return the folder of the reviewer's own that backups of matters go to."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "backups"


def letterhead_folder() -> Path:
    """Return the folder of the reviewer's own that her firm's logo is kept in."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "letterhead"
