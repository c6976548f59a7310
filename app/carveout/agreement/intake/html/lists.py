"""The labels that a browser prints before the items of a numbered list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.intake.html.draft import Draft

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_MOST = 99
"""The number up to which lists count in Roman numerals here; beyond it in digits."""


class Listing:
    """The lists that are open, the innermost last, and the label that waits for the first words of its item."""

    def __init__(self) -> None:
        self.label: str | None = None
        self._open: list[tuple[bool, str, int]] = []

    def open(self, attributes: Mapping[str, str], *, numbered: bool) -> None:
        """Open a list, numbered or not."""
        self._open.append((numbered, attributes.get("type") or "1", _whole(attributes.get("start"), 1) - 1))

    def close(self) -> None:
        """Close the innermost list."""
        if self._open:
            self._open.pop()

    def next(self, attributes: Mapping[str, str]) -> None:
        """Begin an item of the innermost list."""
        self.label = None
        if self._open and self._open[-1][0]:
            _, form, count = self._open[-1]
            count = _whole(attributes.get("value"), count + 1)
            self._open[-1] = (True, form, count)
            self.label = f"{_printed(form, count)}."

    def labelled(self, draft: Draft) -> Draft:
        """Give a paragraph the label that waits."""
        if self.label:
            draft.lines[0] = f"{self.label} {draft.lines[0]}"
            draft.lead += (len(self.label) + 1) if draft.lead else 0
        self.label = None
        return draft


def _whole(text: str | None, default: int) -> int:
    words = (text or "").strip()
    return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else default


def _printed(form: str, count: int) -> str:
    if form in {"a", "A"} and 1 <= count <= 702:
        high, low = divmod(count - 1, 26)
        letters = (chr(96 + high) if high else "") + chr(97 + low)
        return letters if form == "a" else letters.upper()
    if form in {"i", "I"} and 1 <= count <= _MOST:
        numeral = _TENS[count // 10] + _ONES[count % 10]
        return numeral if form == "i" else numeral.upper()
    return str(count)
