"""What the parts of the Word memo are said with: citations that lead into the agreement, cells, numbered places."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.memo.word.agreement import place
from carveout.memo.word.pieces import heading, link, paragraph, run, tracked, words
from carveout.memo.words import clipped, long_date
from carveout.review.redline import Change, redline

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.span import Span
    from carveout.memo.annexed import Annexed
    from carveout.memo.memo import Memo
    from carveout.review.annotation import Annotation

_NAMED = 70


class Saying:
    """Says things of one memo. It remembers its headings, for the contents, and the clauses that links lead to."""

    def __init__(self, memo: Memo, annexed: Annexed) -> None:
        self.memo = memo
        self.headings: list[tuple[int, str, str]] = []
        self.linked: set[int] = set()
        self._annexed = annexed
        self._numbers = count(1)

    def heading(self, level: int, title: str) -> str:
        """Return a heading that stands in the contents."""
        name, number = f"part_{len(self.headings) + 1}", next(self._numbers)
        self.headings.append((level, title, name))
        return heading(level, title, name, number)

    def citation(self, clause: int, *, brief: bool = False) -> str:
        """Return how counsel cites a clause, as a link to its text where the memo annexes that."""
        named = self.memo.reading.outline[clause]
        said = short(named) if brief else named.citation
        if not self._annexed.prints(named.start):
            return run(said)
        self.linked.add(clause)
        return link(run(said, "Link"), place(clause))

    def citations(self, clauses: tuple[int, ...]) -> str:
        """Return several citations, each once."""
        found = dict.fromkeys(clauses)
        return run(", ").join(self.citation(clause, brief=True) for clause in found)

    def where(self, clause: int, span: Span, *more: str, brief: bool = False) -> list[str]:
        """Return a cell that cites a clause, and the pages and lines of words in it."""
        details = [pages_and_lines(self.memo.reading.extent(span)), *more]
        return [
            paragraph("TableText", self.citation(clause, brief=brief)),
            *(paragraph("TableDetails", run(one)) for one in details if one),
        ]

    def named(self, clause: int) -> str:
        """Return a clause's heading, or its first words where it has none."""
        named = self.memo.reading.outline[clause]
        return named.heading or clipped(self.memo.reading.text[named.body_start : named.end], _NAMED)

    def quote(self, span: Span | None, otherwise: str = "none") -> list[str]:
        """Return a cell that quotes words of the text, or says that there are none."""
        if span is None:
            return [paragraph("TableDetails", run(otherwise))]
        return words(f"“{span.of(self.memo.reading.text)}”")

    def redlined(self, annotation: Annotation) -> str:
        """Return a proposed wording as tracked changes of the words it would replace, by who proposed it, and when."""
        return "".join(
            run(one.words)
            if one.change is Change.KEPT
            else tracked(
                one.words, next(self._numbers), annotation.author, annotation.at, struck=one.change is Change.STRUCK
            )
            for one in redline(annotation.anchor.quote, annotation.proposed)
        )


def signed(by: str, at: dt.datetime) -> str:
    """Return who did something, and on which day."""
    return f"{by}, {long_date(at.date())}"
