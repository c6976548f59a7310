"""The outline against the table of contents that the document prints about itself."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.labels.numbering import ATTACHMENTS, parse
from carveout.agreement.prose.folding import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Clause, Outline
    from carveout.agreement.labels.numbering import Count
    from carveout.agreement.outline.contents import Entry

RULE = "contents-mismatch"
_SHOWN = 80
"""Characters of a row that a message shows at most."""
_LISTED = frozenset(ClauseKind) - {ClauseKind.ITEM, ClauseKind.TERM, ClauseKind.COVER, ClauseKind.FILING_ITEM}


def printed(outline: Outline, contents: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each row of a printed table of contents that no clause bears out.

    A row is borne out by a clause with its number and its heading, or, where it has no number, with its heading. A
    heading may be printed shorter in one place than in the other. A bare number can be what flattened text left of the
    label ("Article 8"), or the page of the row before: then the heading alone bears the row out.
    """
    by_count: dict[Count, list[Clause]] = {}
    headings = []
    whole: set[str] = set()
    for clause in outline:
        if clause.kind in _LISTED:
            headings.append(letters(clause.heading or clause.label))
            whole.update((headings[-1], letters(f"{clause.label} {clause.heading or ''}")))
            for count in _counts(clause.label or clause.number or ""):
                by_count.setdefault(count, []).append(clause)
    for entry in (row for row in contents if not (_bare(row) and letters(row.heading) in whole)):
        heading = letters(entry.heading)
        named = shorten(f"{entry.label or entry.number or ''} {entry.heading}".strip(), _SHOWN, placeholder=" …")
        if entry.number is None:
            if _is_heading(entry.heading) and not any(one.startswith(heading) for one in headings):
                yield _finding(entry, None, FindingSeverity.NOTE, f"“{named}”, which was not found")
            continue
        mark = parse(entry.label or entry.number)
        found = [clause for count in mark.counts for clause in by_count.get(count, ())] if mark is not None else []
        if not found and mark is not None and mark.word in ATTACHMENTS:
            yield _finding(entry, None, FindingSeverity.NOTE, f"“{named}”, which is not attached")
        elif not found:
            yield _finding(entry, None, FindingSeverity.WARNING, f"“{named}”, which was not found")
        elif heading and not any(_agree(heading, letters(clause.heading or "")) for clause in found):
            yield _finding(
                entry, found[0].id, FindingSeverity.NOTE, f"“{named}”, where {found[0].citation} is headed otherwise"
            )


def _bare(entry: Entry) -> bool:
    return entry.number is not None and entry.number.isdigit() and entry.label == entry.number


def _counts(label: str) -> tuple[Count, ...]:
    mark = parse(label)
    return mark.counts if mark is not None else ()


def _is_heading(words: str) -> bool:
    """Tell whether a row without a number can be told from what is printed around a table."""
    return 0 < len(words) <= _SHOWN and is_caption(words) and not any(one.isdigit() for one in words)


def _agree(one: str, other: str) -> bool:
    return bool(other) and (one.startswith(other) or other.startswith(one))


def _finding(entry: Entry, clause: int | None, severity: FindingSeverity, said: str) -> Finding:
    return Finding(RULE, clause, entry.span, severity, f"The table of contents lists {said}.")
