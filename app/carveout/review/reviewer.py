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
