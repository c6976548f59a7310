"""Shipped data: inside the package once installed, at the repository's root in a checkout."""

from __future__ import annotations

from pathlib import Path

_installed = Path(__file__).parent / "data"
_root = _installed if _installed.is_dir() else Path(__file__).parents[2]

RESOURCES = _root / "resources"
MIGRATIONS = _root / "db" / "migrations"
GUIDE = _root / "docs"
"""The guide's pages, as Markdown, and their pictures."""
