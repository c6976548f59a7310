"""What every rule stands on: the reading, and forms of its text that are made once for all rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Finding
from carveout.agreement.instruments import ATTACHMENTS, instruments
from carveout.agreement.proofread.defined import Defined, defined
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.schedules import Binding, bindings

if TYPE_CHECKING:
    from carveout.agreement.content import FindingSeverity
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.rule import Rule
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_ACCOUNTS = re.compile(
    r"\bnotes (?:to|forming part of) (?:the |these )?(?:[a-z]+ ){0,4}(?:financial statements|accounts)\b"
    r"|\bindependent auditor",
)
"""What attached accounts say of themselves."""

_AMENDS = (
    "this amendment",
    "hereby amended",
    "is amended by",
    "are amended by",
    "is amended to",
    "amended and restated in",
)
_OFTEN = 2
"""Times that an amendment, however short, speaks of itself."""
_APART = 8_000
"""Code points in which an amendment speaks of itself at least once."""


@dataclass(frozen=True)
class Ground:
    """A reading that has its references, roles and tests; what else the rules need of it is made when first asked for.

    Offsets of `text` and of `lower` are offsets of the reading's text.
    """

    reading: Reading

    @cached_property
    def text(self) -> str:
        """The text with spaces for the line breaks inside paragraphs."""
        return unbroken(self.reading.text)

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return folded(self.text)

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments of the document."""
        return instruments(self.text, self.reading.outline)

    @cached_property
    def _instrument_of(self) -> dict[int, Instrument]:
        return {clause: instrument for instrument in self.instruments for clause in instrument.clauses}

    def instrument_of(self, clause: int) -> Instrument:
        """Return the instrument that a clause belongs to."""
        return self._instrument_of[clause]

    @cached_property
    def defined(self) -> tuple[Defined, ...]:
        """The defined terms, in the order of their definitions."""
        return tuple(defined(self))

    def paper_of(self, clause: int) -> int | None:
        """Return the outermost attachment around a clause within its own instrument, None where none is."""
        outline, root = self.reading.outline, self.instrument_of(clause).root
        found = None
        for one in (clause, *outline.ancestors(clause)):
            if one == root:
                break
            if outline[one].kind in ATTACHMENTS:
                found = one
        return found

    def in_heading(self, at: int) -> bool:
        """Tell whether a place stands in the label or the heading of a clause."""
        clause = self.reading.outline.at(at)
        return clause is not None and at < self.reading.outline[clause].body_start

    def in_contents(self, at: int) -> bool:
        """Tell whether a place stands in a row of a printed table of contents."""
        rows = self._rows
        position = bisect_right(rows, at, key=lambda row: row.start) - 1
        return position >= 0 and at < rows[position].end

    @cached_property
    def _rows(self) -> tuple[Span, ...]:
        return tuple(sorted(entry.span for entry in self.reading.contents))

    @cached_property
    def _uses(self) -> tuple[Span, ...]:
        return tuple(sorted({use for term in self.reading.terms for use in term.uses}))

    @cached_property
    def used_at(self) -> frozenset[int]:
        """Where defined terms begin, be they used or defined."""
        return frozenset(use.start for use in self._uses) | frozenset(one.words.start for one in self.defined)

    def in_term(self, words: Span) -> bool:
        """Tell whether words are part of a use of a defined term, or are one."""
        uses = self._uses
        position = bisect_right(uses, words.start, key=lambda use: use.start) - 1
        return position >= 0 and words.start < uses[position].end and words.end <= uses[position].end

    @cached_property
    def _definitions(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        spans = sorted(one.term.span for one in self.defined)
        return tuple(span.start for span in spans), tuple(accumulate((span.end for span in spans), max))

    def in_definition(self, at: int) -> bool:
        """Tell whether a place stands in words that define a term."""
        starts, ends = self._definitions
        position = bisect_right(starts, at) - 1
        return position >= 0 and at < ends[position]

    @cached_property
    def bindings(self) -> tuple[Binding, ...]:
        """The attachments and what cites them."""
        return bindings(self.reading)

    def apart(self, clause: int) -> bool:
        """Tell whether a clause is printed apart from what was drafted: in attached accounts, or as a signature."""
        return self.reading.outline[clause].kind is ClauseKind.SIGNATURE or self.paper_of(clause) in self._accounts

    @cached_property
    def _accounts(self) -> frozenset[int]:
        papers = [clause for clause in self.reading.outline if clause.kind in ATTACHMENTS]
        return frozenset(one.id for one in papers if _ACCOUNTS.search(self.lower, one.start, one.end))

    def amends(self, instrument: Instrument) -> bool:
        """Tell whether an agreement changes another one, whose terms and numbers its own words then use."""
        if instrument.root is None and "amendment" in (self.reading.title or "").lower():
            return True
        said = sum(self.lower.count(cue, span.start, span.end) for span in instrument.spans for cue in _AMENDS)
        return said >= max(_OFTEN, sum(len(span) for span in instrument.spans) // _APART)

    def finding(self, rule: Rule, span: Span, severity: FindingSeverity, message: str) -> Finding:
        """Return what a rule says of some words, at the deepest clause that holds them."""
        return Finding(rule.name, self.reading.outline.at(span.start), span, severity, message)
