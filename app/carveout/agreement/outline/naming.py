"""From the tree to the outline: ids, pages and lines, and how counsel names each clause."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.outline.tree import NUMBERED, PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.layout.canonical import Canonical
    from carveout.agreement.outline.tree import Node, Tree
    from carveout.agreement.reading import Place

_WORDS = {
    ClauseKind.CHAPTER: "Chapter",
    ClauseKind.ARTICLE: "Article",
    ClauseKind.SECTION: "Section",
    ClauseKind.EXHIBIT: "Exhibit",
    ClauseKind.SCHEDULE: "Schedule",
    ClauseKind.ANNEX: "Annex",
    ClauseKind.APPENDIX: "Appendix",
    ClauseKind.FILING_ITEM: "Item",
}
_UNNUMBERED = {
    ClauseKind.COVER: "Cover",
    ClauseKind.PREAMBLE: "Preamble",
    ClauseKind.RECITAL: "Recitals",
    ClauseKind.SIGNATURE: "Signature page",
}
_OF_FILING = frozenset({ClauseKind.FILING_ITEM, ClauseKind.COVER})


def named(tree: Tree, canonical: Canonical, form: str | None) -> Outline:
    """Return the clauses of a tree as an outline. `form` is the official form that its filing items belong to."""
    return outlined(tree.nodes, canonical.text, canonical.places, form)


def outlined(nodes: Sequence[Node], text: str, places: Sequence[Place], form: str | None) -> Outline:
    """Return nodes, in document order with parents before children, as the outline of a text."""
    ids = {id(node): position for position, node in enumerate(nodes)}
    starts = [place.start for place in places]
    names = Names(nodes)
    in_form = form is not None and any(node.kind is ClauseKind.FILING_ITEM for node in nodes)
    clauses = []
    for node in nodes:
        citation = names.of(node)
        if in_form and _is_filing_s(node):
            citation = f"{citation} ({form})"
        clauses.append(_clause(node, ids, citation, text, places, starts))
    return Outline(tuple(clauses))


def _is_filing_s(node: Node) -> bool:
    while node.parent is not None:
        node = node.parent
    return node.kind in _OF_FILING


def _clause(
    node: Node, ids: dict[int, int], citation: str, text: str, places: Sequence[Place], starts: list[int]
) -> Clause:
    first = places[bisect_right(starts, node.start) - 1]
    last = places[bisect_right(starts, max(node.start, node.end - 1)) - 1]
    body = node.body_start
    while body < node.end and text[body] in " \n":
        body += 1
    return Clause(
        id=ids[id(node)],
        parent=ids[id(node.parent)] if node.parent is not None else None,
        kind=node.kind,
        number=node.number,
        label=node.label,
        heading=node.heading or None,
        citation=citation,
        start=node.start,
        body_start=min(body, node.end),
        end=node.end,
        page_first=first.page,
        page_last=last.page,
        line_first=first.line,
        line_last=node.line_last or last.line,
    )


class Names:
    """How counsel names the clauses of a document, each by the one above it.

    The clauses of the agreement go by their own names; those of another attachment are named with it
    (`Exhibit B, Section 2`).
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._given: dict[int, str] = {}
        counts: dict[int | None, int] = {None: 0}
        for node in nodes:
            part = _part(node)
            key = None if part is None else id(part)
            counts[key] = counts.get(key, 0) + (node.kind in NUMBERED)
        self._agreement = max(counts, key=counts.__getitem__)

    def of(self, node: Node) -> str:
        """Return the citation of a clause; that of its parent must have been asked for."""
        above = self._given[id(node.parent)] if node.parent is not None else ""
        name = self._given[id(node)] = self._name(node, above)
        return name

    def _name(self, node: Node, above: str) -> str:
        if node.kind is ClauseKind.TERM:
            return f"{above}, {node.heading}" if above else str(node.heading)
        if node.kind is ClauseKind.ITEM:
            if not above and node.heading and not node.label:
                return f"“{node.heading}”"
            return _below(node, above) if above else f"Paragraph {node.position}"
        part = _part(node)
        own = _own(node)
        aside = part is not None and id(part) != self._agreement and node.kind not in PARTS
        return f"{self._given[id(part)]}, {own}" if aside else own


def _part(node: Node) -> Node | None:
    """Return the attachment that a clause stands in, itself left out."""
    above = node.parent
    while above is not None and above.kind not in PARTS:
        above = above.parent
    return above


def _own(node: Node) -> str:
    if node.kind is ClauseKind.RECITAL and not node.heading:
        return f"Recital {node.number.strip('()') if node.number else node.position}"
    if (node.kind in PARTS or node.kind is ClauseKind.CHAPTER) and node.number and node.label[:1].isalpha():
        return f"{node.label.split()[0].capitalize()} {node.number}"
    if node.kind in _WORDS and node.number:
        return f"{_WORDS[node.kind]} {node.number}"
    return _UNNUMBERED.get(node.kind) or node.heading or f"Paragraph {node.position}"


def _below(node: Node, above: str) -> str:
    """Name an item by the clause above it: `Section 3.16(ii)`, `Section 5(a)`, `Exhibit 3-7, item 2`."""
    if node.number is None and node.heading and not node.label:
        return f"{above}, “{node.heading}”"
    if node.number is None:
        return f"{above}, {'bullet' if node.label else 'paragraph'} {node.position}"
    bare = node.number.strip("()")
    if node.parent is not None and node.parent.kind not in PARTS and (bare != node.number or not bare.isdigit()):
        return f"{above}({bare})"
    return f"{above}, item {bare}"
