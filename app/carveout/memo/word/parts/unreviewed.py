"""What was not reviewed, and where the outline was corrected: a memo that doesn't say it would mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines
from carveout.memo.parts.attested import in_words
from carveout.memo.word.pieces import paragraph, run
from carveout.memo.word.saying import signed
from carveout.memo.words import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span
    from carveout.memo.word.saying import Saying

_WORDS = 80


def unreviewed(say: Saying) -> Iterator[str]:
    """Yield who cleared what, the unread representations, the undecided carve-outs, and the corrections."""
    yield say.heading(1, "Not reviewed")
    memo = say.memo
    attested = in_words(memo)
    if attested:
        yield paragraph("Normal", run(attested))
    if not memo.unread and not memo.undecided:
        yield paragraph("Normal", run("Every representation was read and every carve-out decided."))
    for entry in memo.unread:
        clause = entry.representation.clause
        yield _line(say, "Unread: ", clause, memo.reading.outline[clause].span, say.named(clause))
    for undecided in memo.undecided:
        found = undecided.carveout
        said = f"“{clipped(found.span.of(memo.reading.text), _WORDS)}”"
        yield _line(say, f"C{undecided.number} undecided: ", found.clause, found.span, said)
    for one in memo.corrections:
        what = f"{one.clause}: {one.change.act}, {signed(one.by, one.at)}"
        yield paragraph("Remark", run("Outline corrected by hand: ", bold=True), run(what))


def _line(say: Saying, what: str, clause: int, span: Span, words: str) -> str:
    where = pages_and_lines(say.memo.reading.extent(span))
    placed = f" ({where})" if where else ""
    return paragraph("Remark", run(what, bold=True), say.citation(clause), run(f"{placed} {clipped(words, _WORDS)}"))
