"""An outline taken apart, so that it can be changed, and put together again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind, Outline
from carveout.agreement.outline.naming import Names, outlined
from carveout.agreement.outline.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading

_START = attrgetter("start")


class Draft:
    """The clauses of a reading as nodes in document order, parents before children. No two begin at one place."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.nodes: list[Node] = []
        self._reading = reading
        for clause in reading.outline:
            above = None if clause.parent is None else self.nodes[clause.parent]
            node = Node(clause.kind, above, clause.start, clause.body_start, clause.end)
            node.number, node.label, node.heading = clause.number, clause.label, clause.heading
            self.nodes.append(node)
        self._named = self._names()

    def beginning(self, start: int) -> Node | None:
        """Return the clause that begins at an offset."""
        position = bisect_left(self.nodes, start, key=_START)
        found = position < len(self.nodes) and self.nodes[position].start == start
        return self.nodes[position] if found else None

    def at(self, offset: int) -> Node | None:
        """Return the deepest clause that holds the code point at an offset."""
        position = bisect_right(self.nodes, offset, key=_START) - 1
        node = self.nodes[position] if position >= 0 else None
        while node is not None and offset >= node.end:
            node = node.parent
        return node

    def below(self, above: Node | None) -> Iterator[Node]:
        """Yield the clauses right below another, or the topmost ones."""
        first = 0 if above is None else bisect_right(self.nodes, above.start, key=_START)
        for position in range(first, len(self.nodes)):
            node = self.nodes[position]
            if above is not None and node.start > above.end:
                return
            if node.parent is above:
                yield node

    def before(self, node: Node) -> Node | None:
        """Return the clause before this one below the same."""
        last = None
        for sibling in self.below(node.parent):
            if sibling is node:
                return last
            last = sibling
        return last

    def add(self, node: Node) -> None:
        """Put a clause into its place in the document."""
        insort(self.nodes, node, key=_START)

    def remove(self, node: Node) -> None:
        """Take a clause away that nothing stands below any more."""
        del self.nodes[bisect_left(self.nodes, node.start, key=_START)]

    def words_end(self, start: int, end: int) -> int:
        """Return where the last word before `end` ends, not before `start`."""
        return start + len(self.text[start:end].rstrip())

    def outline(self) -> Outline:
        """Return the clauses as an outline. What no change touched is as it was, to the last line."""
        names = self._names()
        kept = {start for start, name in names.items() if self._named.get(start) == name}
        made = outlined(self.nodes, self.text, self._reading.places, self._form())
        return Outline(tuple(self._as_read(clause, named_so=clause.start in kept) for clause in made))

    def _as_read(self, clause: Clause, *, named_so: bool) -> Clause:
        """Give a clause the citation that was read, and with the same words the last page and line, too."""
        at = self._reading.outline.beginning(clause.start)
        read = None if at is None else self._reading.outline[at]
        if read is None:
            return clause
        citation = read.citation if named_so else clause.citation
        if read.end != clause.end:
            return replace(clause, citation=citation)
        return replace(clause, citation=citation, page_last=read.page_last, line_last=read.line_last)

    def _names(self) -> dict[int, str]:
        """Give each clause its place among those of its kind, and return what each is called by where it begins."""
        places: dict[tuple[int | None, ClauseKind], int] = {}
        for node in self.nodes:
            same = (None if node.parent is None else id(node.parent)), node.kind
            node.position = places[same] = places.get(same, 0) + 1
        names = Names(self.nodes)
        return {node.start: names.of(node) for node in self.nodes}

    def _form(self) -> str | None:
        """Return the official form of a filing, which stands in the citations of its items: `Item 1 (Schedule 13D)`."""
        filed = next((clause for clause in self._reading.outline if clause.kind is ClauseKind.FILING_ITEM), None)
        if filed is None or not filed.citation.endswith(")"):
            return None
        node = Node(filed.kind, None, filed.start, filed.body_start, filed.end, filed.number, filed.label)
        node.heading = filed.heading
        bare = Names([node]).of(node)
        form = filed.citation.removeprefix(f"{bare} (")
        return form.removesuffix(")") if form != filed.citation else None
