"""Words in capitals, set as a title is."""

from __future__ import annotations

_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_SHORTEST = 5
"""Letters of a single word that is set so: shorter ones are as likely an abbreviation."""
_LONGEST_ABBREVIATION = 5


def as_title(words: str, known: str | None = None) -> str:
    """Return words in capitals as a title is set; others as they are.

    Where the text around is given as `known`, a short word that it never has in small letters stays in capitals: it is
    an abbreviation, as `ERISA` is.
    """
    if not words.isupper() or (" " not in words and len(words) < _SHORTEST):
        return words
    return " ".join(_set(part, known, first=not at) for at, part in enumerate(words.split(" ")))


def _set(part: str, known: str | None, *, first: bool) -> str:
    lower = part.lower()
    if lower in _SMALL:
        return part.capitalize() if first else lower
    bare = part.strip(".,;:()’'\"&-/")
    letters = bare.replace("’", "").replace("'", "").replace("-", "")
    if not letters.isalpha():
        return part
    if (
        known is not None
        and len(bare) <= _LONGEST_ABBREVIATION
        and bare.lower() not in known
        and bare.capitalize() not in known
    ):
        return part
    return part.replace(bare, "-".join(piece.capitalize() for piece in bare.split("-")))
