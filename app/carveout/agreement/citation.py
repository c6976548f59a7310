"""How counsel names a place in the agreement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Clause, Outline
    from carveout.agreement.reading import Extent, Reading
    from carveout.agreement.span import Span

_PLAIN = re.compile(r"Section [\w.()-]+")
"""Citations that can share their word."""


def pages_and_lines(extent: Extent) -> str:
    """Return `p. 17, ll. 907–914` or `p. 17, paras. 41–43`, or as much of it as the source has; empty for neither."""
    one, many = ("para.", "paras.") if extent.paragraphs else ("l.", "ll.")
    return ", ".join(
        part
        for part in (
            _run("p.", "pp.", extent.page_first, extent.page_last),
            _run(one, many, extent.line_first, extent.line_last),
        )
        if part
    )


def _run(one: str, many: str, first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    if last is None or last == first:
        return f"{one} {first}"
    return f"{many} {first}–{last}"


def cite(reading: Reading, clause: int, span: Span | None = None) -> str:
    """Return `Section 3.18 (p. 17, ll. 907–914)`: the clause, and where the span, or else the clause, stands."""
    named = reading.outline[clause]
    place = pages_and_lines(reading.extent(span or named.span))
    return f"{named.citation} ({place})" if place else named.citation


def short(clause: Clause) -> str:
    """Return the citation without the word that every section shares: `3.16(ii)`, but `Article 6(3)`."""
    if clause.kind in {ClauseKind.SECTION, ClauseKind.ITEM} and clause.citation.startswith("Section "):
        return clause.citation.removeprefix("Section ")
    return clause.citation


def cited(outline: Outline, clauses: Iterable[int]) -> str:
    """Return the citations of clauses, each once, in the order given; sections share the word."""
    names = list(dict.fromkeys(outline[clause].citation for clause in clauses))
    if len(names) > 1 and all(_PLAIN.fullmatch(name) for name in names):
        names = [name.removeprefix("Section ") for name in names]
        return "Sections " + listed(names)
    return listed(names)


def listed(names: list[str]) -> str:
    """Return names as a sentence lists them: `a, b and c`."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
