"""Putting the meaning of terms into the words that use them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.span import Span
from carveout.agreement.xray.meanings import meaning
from carveout.agreement.xray.pieces import PieceKind, XrayPiece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading

_MOST = 600
"""Pieces beyond which nothing more expands."""
_LONGEST = 60_000
"""Code points beyond which nothing more expands."""
_SPACES = re.compile(r"\s+")
_QUOTED = re.compile(r"[“\"]([^”\"\n]{1,120})[”\"]")


class Expansion:
    """One walk through the words of a reading that expands their terms."""

    def __init__(self, reading: Reading, deepest: int) -> None:
        """Take the reading and how deep terms expand."""
        self._text = reading.text
        self._plain = unbroken(reading.text)
        self._outline = reading.outline
        self._deepest = deepest
        self._terms = reading.terms
        self._uses = sorted((use.start, use.end, at) for at, term in enumerate(reading.terms) for use in term.uses)
        self._removals = [one for one in reading.carveouts if one.kind is CarveoutKind.DEFINITION]
        self._open: list[str] = []
        self._told: set[tuple[int, bool]] = set()
        self._shown = Span(0, 0)
        self._pieces: list[XrayPiece] = []
        self._length = 0
        self._stopped = False

    def of_words(self, span: Span) -> tuple[XrayPiece, ...]:
        """Return the pieces of some words of the text."""
        self._shown = span
        self._walk(span, 0, PieceKind.OWN, None)
        return tuple(self._pieces)

    def of_term(self, term: Term) -> tuple[XrayPiece, ...]:
        """Return the pieces of what a term means."""
        self._expand(next(at for at, one in enumerate(self._terms) if one is term or one == term), 1)
        return tuple(self._pieces)

    def _expand(self, at: int, depth: int) -> None:
        term = self._terms[at]
        self._open.append(term.term)
        spans = (*meaning(self._plain, term), *self._listed(term))
        for span in spans:
            self._walk(span, depth, PieceKind.MEANING, term.term)
        for removal in self._apart(term, spans):
            self._add(PieceKind.EXCLUSION, removal.span, depth, term.term)
        self._open.pop()

    def _walk(self, span: Span, depth: int, kind: PieceKind, term: str | None) -> None:
        past = span.start
        for start, end, at in self._marked(span):
            if start < past:
                continue
            if past < start:
                self._add(kind, Span(past, start), depth, term)
            past = end
            if at is None:
                self._add(PieceKind.EXCLUSION, Span(start, end), depth, term or self._term_at(start))
            elif not self._use(Span(start, end), at, depth):
                past = start
                break
        if past < span.end:
            self._add(kind, Span(past, span.end), depth, term)

    def _use(self, span: Span, at: int, depth: int) -> bool:
        """Add a use of a term and what it means; return whether the walk may go on taking terms apart."""
        term = self._terms[at]
        if self._stopped:
            return False
        if len(self._pieces) >= _MOST or self._length >= _LONGEST:
            self._stopped = True
            self._add(PieceKind.LIMIT, span, depth, term.term)
            return True
        if self._open and self._open[-1] == term.term and _in_name(self._text, span):
            self._add(PieceKind.MEANING, span, depth, term.term)
            return True
        if term.term in self._open:
            self._add(PieceKind.CYCLE, span, depth, term.term)
            return True
        self._add(PieceKind.TERM, span, depth, term.term)
        first = (at, depth > 0) not in self._told or (depth == 0 and self._leaves_out(term))
        if first and depth < self._deepest and not self._shown.holds(term.span):
            self._told.add((at, depth > 0))
            self._expand(at, depth + 1)
        return True

    def _listed(self, term: Term) -> Iterator[Span]:
        """Yield the list below a definition that ends in a colon, where the clause defines nothing else."""
        clause = self._outline[term.clause]
        below = self._outline.children(term.clause)
        if not below or self._text[term.span.end - 1 : term.span.end] != ":":
            return
        first = self._outline[below[0]].start
        alone = sum(one.clause == term.clause for one in self._terms) == 1
        if alone and not self._text[term.span.end : max(first, term.span.end)].strip() and first >= term.span.end:
            yield Span(first, clause.end)

    def _leaves_out(self, term: Term) -> bool:
        return any(term.span.holds(one.span) for one in self._removals) or any(self._apart(term, (term.span,)))

    def _marked(self, span: Span) -> Iterable[tuple[int, int, int | None]]:
        """Return what stands out in some words, in order: uses of terms, and what definitions leave out (None)."""
        found: list[tuple[int, int, int | None]] = []
        if not self._stopped:
            for position in range(bisect_left(self._uses, (span.start,)), len(self._uses)):
                start, end, at = self._uses[position]
                if start >= span.end:
                    break
                if end <= span.end:
                    found.append((start, end, at))
        left_out = (one.span for one in self._removals if span.holds(one.span))
        found += [(one.start, one.end, None) for one in left_out]
        return sorted(found, key=lambda one: (one[0], -one[1], -1 if one[2] is None else one[2]))

    def _apart(self, term: Term, spans: tuple[Span, ...]) -> Iterator[Carveout]:
        """Yield what a sentence of its own leaves out of a term: it names the term, and stands outside its meaning."""
        for removal in self._removals:
            if removal.clause == term.clause and not any(span.holds(removal.span) for span in spans):
                named = _QUOTED.search(removal.quote)
                if named is not None and named[1].strip(" ,.") == term.term:
                    yield removal

    def _term_at(self, offset: int) -> str | None:
        """Return the term that some words belong to which define one, the narrowest where several do."""
        around = [one for one in self._terms if one.span.start <= offset < one.span.end]
        return min(around, key=lambda one: len(one.span)).term if around else None

    def _add(self, kind: PieceKind, span: Span, depth: int, term: str | None) -> None:
        words = _SPACES.sub(" ", span.of(self._text))
        self._length += len(words)
        self._pieces.append(XrayPiece(kind, words, span, depth, term))


def _in_name(text: str, span: Span) -> bool:
    """Tell whether a term inside its own meaning is part of a longer name ("the Securities Exchange Act")."""
    before = text[max(0, span.start - 40) : span.start].rstrip().rpartition(" ")[2]
    return before[:1].isupper() or text.startswith((" of 1", " of 2"), span.end)
