"""Shortening words in the middle, so that how they begin and how they end stay."""

from __future__ import annotations


def elided(words: str, most: int) -> str:
    """Return the words with single spaces, in about `most` code points: beginning, three dots, end, all in whole words.

    A word that is longer than its share is cut.
    """
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    head, tail = flat[: 2 * most // 3], flat[-(most // 3) :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def quoted(words: str) -> str:
    """Return the words in quotation marks."""
    return f"“{words}”"
