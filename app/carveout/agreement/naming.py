"""From the tree to the outline: ids, pages and lines, and how counsel names each clause."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.tree import PARTS

if TYPE_CHECKING:
    from carveout.agreement.canonical import Canonical
    from carveout.agreement.tree import Node, Tree

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


def named(tree: Tree, canonical: Canonical, form: str | None) -> Outline:
    """Return the clauses of a tree as an outline. `form` is the official form that its filing items belong to."""
    ids = {id(node): position for position, node in enumerate(tree.nodes)}
    starts = [place.start for place in canonical.places]
    citations: dict[int, str] = {}
    clauses = []
    for node in tree.nodes:
        citations[id(node)] = _citation(node, citations, form)
        clauses.append(_clause(node, ids, citations[id(node)], canonical, starts))
    return Outline(tuple(clauses))


def _clause(node: Node, ids: dict[int, int], citation: str, canonical: Canonical, starts: list[int]) -> Clause:
    first = canonical.places[bisect_right(starts, node.start) - 1]
    last = canonical.places[bisect_right(starts, max(node.start, node.end - 1)) - 1]
    body = node.body_start
    while body < node.end and canonical.text[body] in " \n":
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


def _citation(node: Node, citations: dict[int, str], form: str | None) -> str:
    above = citations[id(node.parent)] if node.parent is not None else ""
    if node.kind is ClauseKind.FILING_ITEM:
        own = f"Item {node.number}" if node.number else (node.heading or "Item")
        return f"{own} ({form})" if form else own
    if node.kind in _WORDS and node.number:
        return f"{_WORDS[node.kind]} {node.number}"
    if node.kind is ClauseKind.ITEM and node.parent is not None:
        return _below(node, above)
    if node.kind is ClauseKind.RECITAL and not node.heading:
        return f"Recital {node.number.strip('()') if node.number else node.position}"
    if node.kind is ClauseKind.TERM:
        return f"{above}, {node.heading}"
    return {
        ClauseKind.COVER: "Cover",
        ClauseKind.PREAMBLE: "Preamble",
        ClauseKind.RECITAL: "Recitals",
        ClauseKind.SIGNATURE: "Signature page",
    }.get(node.kind, f"Paragraph {node.position}")


def _below(node: Node, above: str) -> str:
    """Name an item by the clause above it: `Section 3.16(ii)`, `Exhibit 3-7, item 2`, `Item 2(a) (Schedule 13D)`."""
    stem, bracket, rest = above.partition(" (")
    tail = bracket + rest if bracket and node.parent is not None else ""
    if node.number is None:
        return f"{stem}, {'bullet' if node.label else 'paragraph'} {node.position}{tail}"
    if node.number.startswith("(") and node.parent is not None and node.parent.kind not in PARTS:
        return f"{stem}{node.number}{tail}"
    return f"{stem}, item {node.number}{tail}"
