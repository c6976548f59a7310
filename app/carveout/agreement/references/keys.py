"""The forms in which numbers are looked for, whatever their spelling."""

from __future__ import annotations

import re

from carveout.agreement.labels.numerals import WORDS, roman

Key = tuple[str, ...]
_DIGITS = re.compile(r"\d+(?:\.\d+)*")


def key(number: str) -> Key:
    """Return a number in the form that all its spellings share: 3.01 is 3.1, IV is 4, and (a) is a."""
    bare = number.strip("()[]. ")
    if _DIGITS.fullmatch(bare):
        return tuple(str(int(part)) for part in bare.split("."))
    if bare.lower() in WORDS:
        return (str(WORDS[bare.lower()]),)
    return (bare,)


def _roman_key(number: str) -> Key | None:
    """Return what `IV`, or the IV of `IV.2`, counts."""
    first, dot, rest = number.strip("(). ").partition(".")
    value = roman(first) if first.isupper() else None
    return None if value is None else (str(value), *((rest,) if dot else ()))


def forms(number: str) -> list[Key]:
    """Return the forms that a number can be looked for in, the likeliest first: IV as 4, then as IV."""
    as_roman = _roman_key(number)
    return [key(number)] if as_roman is None else [as_roman, key(number)]
