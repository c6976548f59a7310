"""The attachments of an agreement, by the names that clauses cite them by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.schedules.binding import Held
from carveout.agreement.schedules.captions import captions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Outline
    from carveout.agreement.instruments import Instrument

_OMITTED = re.compile(
    r"\b(?<!portions of the )(?<!portions of these )"
    r"(?P<what>(?:schedules|exhibits|annexes|appendices)\b[^.;]{0,120}?)\b(?:ha(?:ve|s) been|are|is|were|was)?"
    r" ?(?:intentionally )?(?:omitted|not (?:been )?(?:filed|included))\b[^.;]{0,160}",
)
_BELOW = re.compile(r"(?:\([^()]*\)|[.-]\d+)$")


class Attachments:
    """The attachments of a document's agreements, and what the document says about those that it leaves out."""

    def __init__(self, text: str, lower: str, outline: Outline, parts: Sequence[Instrument]) -> None:
        """Take the text, its folded form, its outline and its instruments."""
        self._outline = outline
        self._owner = {clause: part for part in parts for clause in part.clauses}
        self._roots = {part.root: part for part in parts}
        self._by_name: dict[str, list[int]] = {}
        for clause in outline:
            if clause.kind in ATTACHMENTS and clause.number is not None:
                self._by_name.setdefault(_key(clause.label, clause.number), []).append(clause.id)
        self._captions = captions(text, lower, outline)
        self._omitted = frozenset(_left_out(lower))
        self._own = {part.root: frozenset(self.of(part)) for part in parts}

    def of(self, instrument: Instrument) -> tuple[int, ...]:
        """Return the attachments of an agreement; those below another attachment, and of a filing, are not its own."""
        own = []
        for ids in self._by_name.values():
            for clause in ids:
                carried = self._roots.get(clause)
                owner = self._above(clause) if carried is not None else self._owner.get(clause)
                if owner is instrument and clause != instrument.root:
                    own.append(clause)
        return tuple(sorted(own))

    def name(self, clause: int) -> str:
        """Return how clauses of its agreement cite an attachment."""
        return f"{self._outline[clause].label.partition(' ')[0].capitalize()} {self._outline[clause].number}"

    def named(self, instrument: Instrument, word: str, number: str) -> tuple[int | None, str]:
        """Return the attachment that an agreement calls by a number, and its name; None where the document has none.

        The agreement's own come first, then those of the document around it. `Schedule 3.1(a)` stands in Schedule 3.1.
        """
        wanted = number
        while True:
            known = self._by_name.get(_key(word, wanted), ())
            for clause in known:
                if clause in self._own[instrument.root]:
                    return clause, self._outline[clause].citation
            for clause in known:
                if clause != instrument.root and self._agreed(clause):
                    return clause, self._outline[clause].citation
            shorter = _BELOW.sub("", wanted)
            if shorter == wanted or not shorter:
                return None, f"{word} {number}"
            wanted = shorter

    def why_missing(self, name: str) -> Held:
        """Tell why an attachment that is cited is no clause of the document."""
        if any(name.lower().startswith(word) for word in self._omitted):
            return Held.OMITTED
        return Held.ATTACHED if name.lower() in self._captions else Held.MISSING

    def _agreed(self, clause: int) -> bool:
        """Tell whether an attachment belongs to some agreement, and not to the filing around it."""
        owner = self._above(clause) if clause in self._roots else self._owner.get(clause)
        return owner is not None and owner.operative

    def _above(self, clause: int) -> Instrument | None:
        parent = self._outline[clause].parent
        return self._roots.get(None) if parent is None else self._owner.get(parent)


def _left_out(lower: str) -> Iterator[str]:
    """Yield what a document says it leaves out: schedules, exhibits, annexes."""
    if "omitted" in lower or any(f"{word} filed" in lower or f"{word} included" in lower for word in ("not", "been")):
        for match in _OMITTED.finditer(lower):
            yield from (word for word in ("schedule", "exhibit", "annex", "appendi") if word in match["what"])


def _key(label: str, number: str) -> str:
    return f"{label[:4]} {number}".lower()
