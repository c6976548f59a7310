"""Reviewers: who they are to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A reviewer by name, as the log has it, with the initials and the colour that stand for it in narrow places.

    `colour` is the name of one of the theme's colours for reviewers.
    """

    name: str
    initials: str
    colour: str


def initials_of(name: str) -> str:
    """Return the initials of a name: of its first and last word, or the first two letters of the only one."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name.strip()[:2].upper() or "?"
    return (words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]).upper()
