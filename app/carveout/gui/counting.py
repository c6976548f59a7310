"""Counts as the window says them, in figures."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """Return `1 gap` or `3 gaps`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
