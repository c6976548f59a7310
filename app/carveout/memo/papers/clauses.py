"""The clause tree as Akoma Ntoso 3.0: every word of the document, in order, in the clause that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.layout.canonical import SEPARATOR
from carveout.agreement.span import Span
from carveout.memo.papers.identity import meta
from carveout.memo.papers.markup import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS = {ClauseKind.CHAPTER: "chapter", ClauseKind.ARTICLE: "article", ClauseKind.SECTION: "section"}
_ABBREVIATIONS = {"chapter": "chp", "article": "art", "section": "sec", "paragraph": "para", "hcontainer": "hcontainer"}
_EMPTY = '<hcontainer name="between" eId="hcontainer"><content><p/></content></hcontainer>'
_UNFIT = re.compile(r"[^\w.-]+")


def clauses_xml(memo: Memo) -> bytes:
    """Return the document as a `doc`, which is what Akoma Ntoso has for what no parliament made.

    Chapters, articles and sections are its own elements; an item is a `paragraph`, below another a `point`. Everything
    else is a container named after its kind. Words that stand between two clauses below another are a container named
    `between`; those after the last are its `wrapUp`. A reference to one clause leads to its element.
    """
    tree = "".join(_Tree(memo.reading).pieces()) or _EMPTY
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}"><doc name="agreement">'
        f"{meta(memo)}<mainBody>{tree}</mainBody></doc></akomaNtoso>\n"
    ).encode()


class _Tree:
    """Writes the clauses one after the other, without ever going deeper than one call: a tree may be of any depth."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._outline = reading.outline
        self._elements: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._taken: Counter[str] = Counter()
        for clause in self._outline:
            self._elements[clause.id] = self._element(clause)
            self._names[clause.id] = self._name(clause)
        single = [one for one in reading.references if len(one.targets) == 1]
        self._references = sorted((one.span.start, one.span.end, self._names[one.targets[0]]) for one in single)

    def pieces(self) -> Iterator[str]:
        """Yield the markup of all clauses and of what stands outside of them."""
        waiting = [self._around()]
        while waiting:
            piece = next(waiting[-1], None)
            if piece is None:
                waiting.pop()
            elif isinstance(piece, int):
                waiting.append(self._clause(self._outline[piece]))
            else:
                yield piece

    def _around(self) -> Iterator[str | int]:
        at = 0
        for root in self._outline.children(None):
            clause = self._outline[root]
            yield from self._between(Span(at, clause.start), None)
            yield root
            at = max(at, clause.end)
        yield from self._between(Span(at, len(self._text)), None)

    def _clause(self, clause: Clause) -> Iterator[str | int]:
        element = self._elements[clause.id]
        name = f" name={quoted(clause.kind.value)}" if element == "hcontainer" else ""
        yield f"<{element}{name} eId={quoted(self._names[clause.id])}>{self._caption(clause)}"
        children = self._outline.children(clause.id)
        if not children:
            yield f"<content>{self._paragraphs(Span(clause.body_start, clause.end)) or '<p/>'}</content>"
        else:
            yield from self._within(clause, children)
        yield f"</{element}>\n"

    def _within(self, clause: Clause, children: tuple[int, ...]) -> Iterator[str | int]:
        first = self._outline[children[0]].start
        intro = self._paragraphs(Span(clause.body_start, max(clause.body_start, first)))
        yield f"<intro>{intro}</intro>" if intro else ""
        at = max(clause.body_start, first)
        for child in children:
            yield from self._between(Span(at, max(at, self._outline[child].start)), clause)
            yield child
            at = max(at, self._outline[child].end)
        after = self._paragraphs(Span(at, max(at, clause.end)))
        yield f"<wrapUp>{after}</wrapUp>" if after else ""

    def _between(self, span: Span, above: Clause | None) -> Iterator[str]:
        words = self._paragraphs(span)
        if words:
            within = f"{self._names[above.id]}__" if above else ""
            name = quoted(self._unique(f"{within}hcontainer"))
            yield f'<hcontainer name="between" eId={name}><content>{words}</content></hcontainer>\n'

    def _caption(self, clause: Clause) -> str:
        """Return label and heading as they stand: what comes before the body and isn't the label is the heading."""
        words = self._text[clause.start : clause.body_start]
        label = len(clause.label) if clause.label and words.startswith(clause.label) else 0
        number, heading = words[:label], words[label:].strip()
        if heading and not clause.heading:
            number, heading = f"{number} {heading}".strip(), ""
        said = f"<num>{escaped(number)}</num>" if number else ""
        return said + (f"<heading>{escaped(heading)}</heading>" if heading else "")

    def _paragraphs(self, span: Span) -> str:
        made = []
        at = span.start
        for part in span.of(self._text).split(SEPARATOR):
            words = part.strip()
            if words:
                start = at + len(part) - len(part.lstrip())
                made.append(f"<p>{''.join(self._linked(Span(start, start + len(words))))}</p>")
            at += len(part) + len(SEPARATOR)
        return "".join(made)

    def _linked(self, span: Span) -> Iterator[str]:
        """Yield words with the references that lie wholly in them as links."""
        at = span.start
        for start, end, name in self._references[bisect_left(self._references, (span.start,)) :]:
            if start >= span.end:
                break
            if at <= start and end <= span.end:
                yield _lines(self._text[at:start])
                yield f"<ref href={quoted(f'#{name}')}>{_lines(self._text[start:end])}</ref>"
                at = end
        yield _lines(self._text[at : span.end])

    def _element(self, clause: Clause) -> str:
        if clause.kind is ClauseKind.ITEM:
            above = self._elements.get(clause.parent) if clause.parent is not None else None
            return "point" if above in {"paragraph", "point"} else "paragraph"
        return _ELEMENTS.get(clause.kind, "hcontainer")

    def _name(self, clause: Clause) -> str:
        """Return the id by the naming convention of Akoma Ntoso: `art_3__sec_3.16__para_ii`."""
        above = f"{self._names[clause.parent]}__" if clause.parent is not None else ""
        number = _UNFIT.sub("-", clause.number or "").strip("-")
        own = _ABBREVIATIONS.get(self._elements[clause.id], self._elements[clause.id])
        return self._unique(f"{above}{own}_{number}" if number else f"{above}{own}")

    def _unique(self, name: str) -> str:
        self._taken[name] += 1
        count = self._taken[name]
        return name if count == 1 else self._unique(f"{name}_n{count}")


def _lines(text: str) -> str:
    return "\n<eol/>".join(escaped(line) for line in text.split("\n"))
