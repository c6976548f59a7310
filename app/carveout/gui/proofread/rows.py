"""The findings as rows: which are shown, grouped by rule or in the order of the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rules import RULES, rule_named
from carveout.gui.counting import count
from carveout.gui.glyphs import Glyph
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Heading, Row, Run, Target, said
from carveout.gui.inspector.elision import elided
from carveout.gui.inspector.pill import Tone
from carveout.review.dismissal import Dismissal, dismissal_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading
    from carveout.review.review import Review

_COLUMNS = (Column("Clause", 0, 118), Column("Finding", 3, 240), Column("Words", 2, 160), Column("Page, lines", 0, 112))
_GLYPHS = {
    FindingSeverity.ERROR: Glyph.HIGH,
    FindingSeverity.WARNING: Glyph.MEDIUM,
    FindingSeverity.NOTE: Glyph.LOW,
}
_LONGEST = 160
_ORDER = {rule.name: at for at, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the findings are narrowed to, and how they are grouped.

    `words` occur in a finding, `severity` is its own, None for all. `dismissed` shows those that were dismissed in
    place of the others. `by_rule` groups them by rule, else they stand in the order of the text.
    """

    words: str = ""
    severity: FindingSeverity | None = None
    dismissed: bool = False
    by_rule: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its dismissal, None while it stands."""

    finding: Finding
    dismissal: Dismissal | None


def found_in(reading: Reading, review: Review) -> tuple[Found, ...]:
    """Return every finding of a reading, in the order of the text."""
    return tuple(_found(reading, review, finding) for finding in reading.findings)


def _found(reading: Reading, review: Review, finding: Finding) -> Found:
    dismissed = dismissal_of(review, reading.text, finding)
    return Found(finding, dismissed[1] if dismissed else None)


def kept(reading: Reading, every: Iterable[Found], criteria: Criteria) -> tuple[Found, ...]:
    """Return the findings that meet the criteria, in the order in which they are shown."""
    wanted = criteria.words.casefold().split()
    shown = [
        one
        for one in every
        if (one.dismissal is not None) is criteria.dismissed
        and (criteria.severity is None or one.finding.severity is criteria.severity)
        and all(word in _all_text(reading, one) for word in wanted)
    ]
    if criteria.by_rule:
        shown.sort(key=lambda one: _ORDER.get(one.finding.rule, len(_ORDER)))
    return tuple(shown)


def findings_grid(reading: Reading, shown: Sequence[Found], criteria: Criteria) -> Grid:
    """Return the grid of the findings that are shown; a row's key is its finding."""
    rows: list[Row | Heading] = []
    counts = Counter(one.finding.rule for one in shown)
    rule = None
    for one in shown:
        if criteria.by_rule and one.finding.rule != rule:
            rule = one.finding.rule
            rows.append(Heading(rule, title_of(rule), str(counts[rule])))
        rows.append(_row(reading, one, criteria))
    return Grid(_COLUMNS, tuple(rows))


def summary(every: Sequence[Found]) -> str:
    """Return `2 errors, 7 warnings, 31 notes · 3 dismissed`."""
    counts = Counter(one.finding.severity for one in every if one.dismissal is None)
    named = [count(counts[severity], severity.value) for severity in FindingSeverity if counts[severity]]
    dismissed = sum(one.dismissal is not None for one in every)
    parts = [", ".join(named) or "nothing to look at"]
    if dismissed:
        parts.append(f"{dismissed} dismissed")
    return " · ".join(parts)


def title_of(rule: str) -> str:
    """Return what a rule is called; one that the catalogue doesn't know by its stable name."""
    known = rule_named(rule)
    return known.title if known else rule


def _row(reading: Reading, one: Found, criteria: Criteria) -> Row:
    finding = one.finding
    where = short(reading.outline[finding.clause]) if finding.clause is not None else "Document"
    goes = Target(finding.clause, finding.span) if finding.clause is not None else None
    blocks = [Block((Run(finding.message),))]
    if not criteria.by_rule:
        blocks.insert(0, Block((Run(title_of(finding.rule)),), Face.STRONG))
    pill = None
    if one.dismissal is not None:
        pill = ("dismissed", Tone.NEUTRAL)
        blocks.append(Block((Run(f"{one.dismissal.by}: {one.dismissal.reason}"),), Face.MUTED))
    place = pages_and_lines(reading.extent(finding.span)).replace(", ", "\n") if finding.span else ""
    clause = Cell((Block((Run(where),), Face.STRONG),), _GLYPHS[finding.severity], goes=goes)
    words = elided(words_of(reading.text, finding), _LONGEST)
    return Row(finding, (clause, Cell(tuple(blocks), pill=pill), said(words, Face.QUOTE), said(place, Face.MUTED)))


def _all_text(reading: Reading, one: Found) -> str:
    finding = one.finding
    where = short(reading.outline[finding.clause]) if finding.clause is not None else ""
    reason = f"{one.dismissal.by} {one.dismissal.reason}" if one.dismissal else ""
    parts = (where, title_of(finding.rule), finding.message, words_of(reading.text, finding), finding.severity, reason)
    return " ".join(parts).casefold()
