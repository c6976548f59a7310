"""A reading in words for a terminal: what was read, its outline, and how much was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines
from carveout.agreement.particulars import particulars

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause
    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading

_WIDTH = 60
_MOST = 100
"""Findings that are listed."""


def summary(reading: Reading) -> str:
    """Return what the document is, its outline with pages and lines, what doesn't tie in it, and the counts."""
    return "\n".join([*_head(reading), "", *_outline(reading), "", *_findings(reading), *_counts(reading)])


def _head(reading: Reading) -> list[str]:
    lines = [f"{_shown(reading.source.name)} ({', '.join(particulars(reading))})"]
    if reading.title is None:
        return [*lines, "No agreement was found in it."]
    dated = f", dated {reading.date.isoformat()}" if reading.date else ", undated"
    parties = [f"  {party.name}" + (f" ({party.alias})" if party.alias else "") for party in reading.parties]
    return [*lines, f"{reading.title}{dated}", *parties]


def _outline(reading: Reading) -> list[str]:
    return [_line(reading, clause) for clause in reading.outline]


def _line(reading: Reading, clause: Clause) -> str:
    opening = reading.text[clause.body_start : min(clause.end, clause.body_start + _WIDTH)]
    words = clause.heading or " ".join(opening.split())
    place = pages_and_lines(reading.extent(clause.span))
    indent = "  " * reading.outline.depth(clause.id)
    shown = " ".join(part for part in (clause.citation, _shown(words), place and f"[{place}]") if part)
    return indent + shown


def _findings(reading: Reading) -> list[str]:
    shown = [_finding(reading, finding) for finding in reading.findings[:_MOST]]
    left_out = len(reading.findings) - len(shown)
    more = [f"  and {left_out:,} more, in --json"] if left_out else []
    return ["To be looked at:", *shown, *more, ""] if shown else []


def _finding(reading: Reading, finding: Finding) -> str:
    place = pages_and_lines(reading.extent(finding.span)) if finding.span else ""
    return f"  {_shown(' '.join(finding.message.split()))}" + (f" [{place}]" if place else "")


def _shown(words: str) -> str:
    """Return words without what a terminal would obey."""
    return "".join(one if one.isprintable() else "·" for one in words)


def _counts(reading: Reading) -> list[str]:
    counts = {
        "clauses": len(reading.outline),
        "defined terms": len(reading.terms),
        "references": len(reading.references),
        "representations": len(reading.representations),
        "carve-outs": len(reading.carveouts),
        "gaps": len(reading.gaps),
        "qualifiers": len(reading.qualifiers),
        "findings": len(reading.findings),
    }
    return [f"{count:6} {name}" for name, count in counts.items()]
