"""Words that no clause holds: nobody would find them in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.outline.unnumbered import is_note
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Outline
    from carveout.agreement.reading import Paragraph

RULE = "unheld-text"


def unheld(text: str, outline: Outline, paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield a finding for each run of paragraphs that no clause holds.

    A remark of the page in brackets, such as that it was left blank on purpose, may stand by itself.
    """
    roots = [outline[root].span for root in outline.children(None)]
    run: Span | None = None
    at = 0
    for paragraph in paragraphs:
        while at < len(roots) and roots[at].end <= paragraph.span.start:
            at += 1
        held = at < len(roots) and roots[at].start < paragraph.span.end
        if held or is_note(paragraph.span.of(text)):
            if run is not None:
                yield _finding(run)
            run = None
        else:
            run = Span(run.start if run is not None else paragraph.span.start, paragraph.span.end)
    if run is not None:
        yield _finding(run)


def _finding(run: Span) -> Finding:
    return Finding(RULE, None, run, FindingSeverity.NOTE, "These words belong to no clause of the outline.")
