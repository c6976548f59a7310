"""What every rule stands on: the reading, and forms of its text that are made once for all rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.content import Finding
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken

if TYPE_CHECKING:
    from carveout.agreement.content import FindingSeverity
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.rule import Rule
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


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

    def finding(self, rule: Rule, span: Span, severity: FindingSeverity, message: str) -> Finding:
        """Return what a rule says of some words, at the deepest clause that holds them."""
        return Finding(rule.name, self.reading.outline.at(span.start), span, severity, message)
