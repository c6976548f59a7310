"""The attachments of a document by word and number: Exhibit A, Schedule 4.5(b), Annex 3-1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.prose.places import places
from carveout.agreement.references.titles import significant
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

Key = tuple[str, ...]
_WORDS = ("EXHIBIT ", "SCHEDULE ", "ANNEX ", "APPENDIX ", "ATTACHMENT ")
_LABEL = re.compile(
    r"(?P<word>[A-Z]+) [“\"]?(?P<n>\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z](?:-\d{1,2})?|[IVX]{1,5})[”\"]?(?![\w.’'])"
)
_TITLE = re.compile(r" ?(?:[–—:-]{1,2} ?[A-Z]|[A-Z][A-Z]+\b)|\n")
_ENDS = re.compile(r"[.;:)\]_*\n-] {0,3}$")


def _key(number: str) -> Key:
    return tuple(part.upper() for part in re.split(r"[.\s()-]+", number) if part)


class Attachments:
    """The attachments of a document, those that an outline knows and those that only print their label.

    A text whose lines are lost prints `EXHIBIT A THE PRODUCTS` in the midst of the last section: there it stands.
    """

    def __init__(self, flat: str, outline: Outline, owner: list[int | None]) -> None:
        """Gather them once; `owner` is the root of the instrument of each clause."""
        self._outline = outline
        self._owner = owner
        self._attached: dict[Key, list[int]] = {}
        for clause in outline:
            if clause.kind in ATTACHMENTS and clause.number is not None:
                self._attached.setdefault(_key(clause.number), []).append(clause.id)
        self._printed: dict[tuple[str, Key], int] = {}
        for at in sorted(at for word in _WORDS for at in places(flat, word, Span(0, len(flat)))):
            label = _LABEL.match(flat, at)
            if label is not None and (_ENDS.search(flat, max(0, at - 6), at) or _TITLE.match(flat, label.end())):
                self._print(flat, label)
        self._labels = frozenset(self._printed.values())

    def _print(self, flat: str, label: re.Match[str]) -> None:
        before = flat[max(0, label.start() - 40) : label.start()].split()
        word, number = label["word"].lower(), _key(label["n"])
        known = any(self._bears(word, one) for one in self._attached.get(number, ()))
        if not known and (not before or not (before[-1].isupper() or before[-1] in _GOES_ON)):
            self._printed[word, number] = label.start()

    def prints(self, at: int) -> bool:
        """Tell whether a label that opens an attachment unknown to the outline is printed at an offset."""
        return at in self._labels

    def named(self, word: str, number: str, near: int | None, said: str) -> int | None:
        """Return the attachment that a word and a number name, among those of the instrument around a clause.

        Of several, that is meant whose heading the words before, in `said`, speak of most.
        """
        root = self._owner[near] if near is not None else None
        found = self._attached.get(_key(number), [])
        fitting = [one for one in found if self._bears(word, one) and self._within_reach(one, root)]
        own = [one for one in fitting if self._owner[one] == root and one != root]
        chosen = own if len(own) == 1 else fitting
        if len(chosen) < 2:
            printed = self._printed.get((word, _key(number)))
            return chosen[0] if chosen else (None if printed is None else self._outline.at(printed))
        spoken = significant(said)
        best = max(len(spoken & self._heading(one)) for one in chosen)
        likeliest = [one for one in chosen if len(spoken & self._heading(one)) == best]
        return next((one for one in likeliest if one in own), likeliest[0])

    def _heading(self, attachment: int) -> frozenset[str]:
        return significant(self._outline[attachment].heading or "")

    def _bears(self, word: str, attachment: int) -> bool:
        label = self._outline[attachment].label.lower().lstrip("[“\"‘'")
        return label.startswith(word) or (not label and self._outline[attachment].kind.value == word)

    def _within_reach(self, attachment: int, root: int | None) -> bool:
        """Tell whether an attachment can be one of the instrument with a root: it follows, numbered otherwise."""
        if root is None or self._owner[attachment] == root or root in tuple(self._outline.ancestors(attachment)):
            return True
        ours, theirs = self._outline[root], self._outline[attachment]
        if theirs.id < ours.id or theirs.parent != ours.parent:
            return False
        return (ours.kind, (ours.number or "")[:1].isdigit()) != (theirs.kind, (theirs.number or "")[:1].isdigit())


_GOES_ON = frozenset(
    {"this", "the", "of", "in", "to", "on", "and", "or", "as", "see", "under", "attached", "by", "with"}
)
"""Words after which a label in capitals is a reference like any other."""
