"""The outline: every clause of a document, found by its label, its place on the page and the order of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement import unnumbered
from carveout.agreement.captions import is_caption, plain_heading, run_in_heading
from carveout.agreement.clause import ClauseKind, Outline
from carveout.agreement.contents import contents
from carveout.agreement.naming import named
from carveout.agreement.numbering import ATTACHMENTS, CHAPTERS, Count, Mark, Word, parse
from carveout.agreement.reading import ParagraphStyle
from carveout.agreement.runin import RunIn, run_in_items
from carveout.agreement.tree import NUMBERED, Node, Tree

if TYPE_CHECKING:
    from carveout.agreement.canonical import Canonical, Passage
    from carveout.agreement.progress import Course

_KINDS = {
    Word.EXHIBIT: ClauseKind.EXHIBIT,
    Word.SCHEDULE: ClauseKind.SCHEDULE,
    Word.ANNEX: ClauseKind.ANNEX,
    Word.APPENDIX: ClauseKind.APPENDIX,
}
_TOP = ("1.", "I.", "A.")
"""Families of numbers that may count the sections of an agreement without articles."""
_LISTS = (ClauseKind.ITEM, ClauseKind.RECITAL, ClauseKind.SECTION)


def outline(canonical: Canonical, course: Course) -> Outline:
    """Find the clauses of a document. Takes one stage of `course`."""
    walk = _Walk(canonical)
    for at in course.over(range(len(canonical.passages)), len(canonical.passages)):
        walk.take(at)
    return named(walk.tree, canonical, walk.form)


class _Walk:
    """The way through the passages of a document, and the tree that grows on it."""

    def __init__(self, canonical: Canonical) -> None:
        self.text = canonical.text
        self.passages = canonical.passages
        self.marks = [self._mark(passage) for passage in canonical.passages]
        self.contents = contents(canonical, self.marks)
        self.tree = Tree()
        self.form: str | None = None
        self.untitled: Node | None = None
        self.agreed = False

    def _mark(self, passage: Passage) -> Mark | None:
        if passage.block.style is ParagraphStyle.FIXED or passage.value is not None:
            return None
        return parse(self.text[passage.span.start : min(passage.span.end, passage.span.start + 80)])

    def take(self, at: int) -> None:
        """Give the passage its place in the tree."""
        passage = self.passages[at]
        untitled, self.untitled = self.untitled, None
        if at in self.contents:
            self._contents(passage)
        elif not (
            (untitled is not None and self._titles(untitled, at))
            or self._opens_part(at)
            or self._opens_unnumbered(at)
            or self._is_row(passage)
            or self._is_numbered(at)
        ):
            self._goes_on(passage)

    # What is printed without a number

    def _contents(self, passage: Passage) -> None:
        if unnumbered.is_contents(self._words(passage)):
            part = self.tree.part()
            self._add(ClauseKind.COVER, part, passage, heading=self._words(passage), body=passage.span.end)
        else:
            self.tree.extend(passage.span.end)

    def _opens_unnumbered(self, at: int) -> bool:
        passage, tree = self.passages[at], self.tree
        words, part = self._words(passage), tree.part()
        if part is tree.root and ClauseKind.FILING_ITEM in part.holds:
            if passage.block.style is ParagraphStyle.CENTERED and is_caption(words) and not unnumbered.is_note(words):
                self._add(ClauseKind.FILING_ITEM, part, passage, heading=plain_heading(words), body=passage.span.end)
                return True
            return False
        if not part.body:
            if ClauseKind.PREAMBLE not in part.holds and unnumbered.is_preamble(words) and self.marks[at] is None:
                self._add(ClauseKind.PREAMBLE, part, passage)
                return True
            if unnumbered.is_recitals(words):
                self._add(ClauseKind.RECITAL, part, passage, heading=plain_heading(words), body=passage.span.end)
                return True
            if unnumbered.is_whereas(words):
                above = tree.nearest(ClauseKind.RECITAL)
                self._add(ClauseKind.RECITAL, above if above and above.heading else part, passage)
                return True
        if unnumbered.is_agreed(words):
            self.agreed = True
        if unnumbered.is_signing(words) and tree.nearest(ClauseKind.SIGNATURE) is None and tree.nodes:
            self._add(ClauseKind.SIGNATURE, part, passage)
            return True
        return False

    def _goes_on(self, passage: Passage) -> None:
        """Give words without a label to the clause that they go on with, or return to."""
        tree = self.tree
        words = self._words(passage)
        node = tree.deepest()
        covers = node is not None and node.kind is ClauseKind.COVER
        if unnumbered.is_note(words) and passage.block.style is ParagraphStyle.CENTERED and not covers:
            tree.close_to(tree.part())
            tree.extend(passage.span.end)
            return
        while node is not None and (node.kind is ClauseKind.TERM or self._returns(node, passage)):
            node = node.parent
        tree.close_to(node)
        if node is None:
            self.form = self.form or unnumbered.form_of(words)
            self._add(ClauseKind.COVER, tree.root, passage)
        else:
            if node.kind is ClauseKind.COVER:
                self.form = self.form or unnumbered.form_of(words)
            tree.extend(passage.span.end)
        if passage.block.style is ParagraphStyle.BODY and node is not None and node.kind is not ClauseKind.COVER:
            self._run_in(passage.span.start, passage)

    def _returns(self, node: Node, passage: Passage) -> bool:
        """Tell whether words that follow an item belong to a clause above it."""
        if node.kind is not ClauseKind.ITEM:
            return False
        if passage.block.indent < node.indent - 1 and passage.block.hang < node.hang - 1:
            return True
        ends = self.text[max(node.start, node.end - 6) : node.end]
        if self.text[passage.span.start].islower():
            return ends.endswith((";", ",", " and", " or"))
        before = node.before
        if before is None or passage.block.indent > node.indent + 1 or not ends.endswith("."):
            return False
        return self.text[max(before.start, before.end - 6) : before.end].endswith(
            (";", "; and", "; or", ",", ", and", ", or")
        )

    # What bears a number

    def _opens_part(self, at: int) -> bool:
        mark, passage = self.marks[at], self.passages[at]
        if mark is None or mark.word not in ATTACHMENTS or not self._names_part(at, mark):
            return False
        tree = self.tree
        count = mark.counts[0]
        parts = [node for node in tree.open if node.kind in _KINDS.values()]
        for node in reversed(parts):
            if node.number == mark.number and node.kind is _KINDS[mark.word]:
                return False
        above = tree.root
        for node in reversed(parts):
            known = next((one for one in mark.counts if node.count is not None and one.follows(node.count)), None)
            if known is not None:
                above, count = node.parent or tree.root, known
                break
        else:
            bodies = [node for node in (tree.root, *parts) if node.body]
            above = bodies[0] if bodies else tree.root
        node = self._add(_KINDS[mark.word], above, passage, mark=mark, count=count)
        self._set_heading(node, at, mark)
        return True

    def _names_part(self, at: int, mark: Mark) -> bool:
        """Tell whether a passage is the title of an attachment, not a sentence or a list that speaks of it."""
        passage = self.passages[at]
        words = self._words(passage)
        if unnumbered.form_of(words) and all(node.kind is ClauseKind.COVER for node in self.tree.nodes):
            return False
        rest = words[mark.end :].strip(' .:-–—\n"”')
        if not rest:
            return True
        beside = [self.marks[near] for near in (at - 1, at + 1) if 0 <= near < len(self.marks)]
        if any(other is not None and other.word in ATTACHMENTS for other in beside):
            return False
        return is_caption(rest) and not rest[-1].isdigit() and not rest.endswith(".")

    def _is_row(self, passage: Passage) -> bool:
        tree = self.tree
        above = tree.deepest()
        while above is not None and above.kind is ClauseKind.TERM:
            above = above.parent
        if passage.value is None or above is None or above.kind in {ClauseKind.COVER, ClauseKind.SIGNATURE}:
            return False
        label = self.text[passage.span.start : passage.value].strip()
        mark = parse(label)
        words = label[mark.end :] if mark is not None and mark.bullet else label
        node = self._add(ClauseKind.TERM, above, passage, heading=plain_heading(words), body=passage.value)
        node.line_last = max((piece.line.number or 0 for piece in passage.block.pieces), default=0) or None
        return True

    def _is_numbered(self, at: int) -> bool:
        mark = self.marks[at]
        if mark is None or self.tree.nearest(ClauseKind.SIGNATURE) is not None:
            return False
        if mark.word is Word.ITEM:
            return self._opens_filing_item(at, mark)
        if mark.word in CHAPTERS or mark.word is Word.ARTICLE:
            return self._opens_division(at, mark)
        if mark.word is Word.SECTION or (mark.counts and mark.counts[0].family == "decimal"):
            return self._opens_section(at, mark)
        return self._opens_item(at, mark)

    def _opens_filing_item(self, at: int, mark: Mark) -> bool:
        tree = self.tree
        if tree.part() is not tree.root or tree.root.body or not self._is_label(at, mark, strict=True):
            return False
        node = self._add(ClauseKind.FILING_ITEM, tree.root, self.passages[at], mark=mark, count=mark.counts[0])
        self._set_heading(node, at, mark)
        return True

    def _opens_division(self, at: int, mark: Mark) -> bool:
        tree = self.tree
        part, count = tree.part(), mark.counts[0]
        kind = ClauseKind.ARTICLE if mark.word is Word.ARTICLE else ClauseKind.CHAPTER
        last = part.last.get(count.family)
        later = last is None or count.passes(last) or count.first
        if not later or not self._is_label(at, mark, strict=True):
            return False
        above = (tree.nearest(ClauseKind.CHAPTER) if kind is ClauseKind.ARTICLE else None) or part
        part.body = True
        node = self._add(kind, above, self.passages[at], mark=mark, count=count)
        part.last[count.family] = count
        self._set_heading(node, at, mark)
        return True

    def _opens_section(self, at: int, mark: Mark) -> bool:
        tree = self.tree
        part, count = tree.part(), mark.counts[0]
        above, last = self._above_section(count)
        if above is None or not self._is_label(at, mark, strict=last is None or not count.follows(last)):
            return False
        if part is tree.root and ClauseKind.FILING_ITEM in part.holds:
            return False
        part.body = True
        node = self._add(ClauseKind.SECTION, above, self.passages[at], mark=mark, count=count)
        self._set_heading(node, at, mark)
        self._open_within(node, at)
        return True

    def _above_section(self, count: Count) -> tuple[Node | None, Count | None]:
        """Return the open clause that a section with this number stands below, and the last section there."""
        tree = self.tree
        part = tree.part()
        if len(count.place) == 1:
            division = tree.nearest(ClauseKind.ARTICLE) or tree.nearest(ClauseKind.CHAPTER) or part
            last = division.last.get(count.family) or part.last.get(count.family)
            return (division if last is None or count.passes(last) or count.first else None), last
        above: Node | None = next(
            (
                n
                for n in reversed(tree.open)
                if n.count is not None and n.count.place == count.place[:-1] and n.kind in NUMBERED
            ),
            None,
        )
        if above is not None:
            last = above.last.get(count.family)
            fits = count.passes(last) if last is not None else count.place[-1] <= 2
            return (above if fits else None), last
        if len(count.place) > 2:
            return None, None
        article = tree.nearest(ClauseKind.ARTICLE)
        beside = next((n for n in reversed(tree.open) if n.count is not None and n.count.family == "decimal"), None)
        if beside is not None and beside.count is not None and count.follows(beside.count):
            return beside.parent or tree.root, beside.count
        missed = article is None or article.count is None or article.count.place[0] < count.place[0]
        if count.first and missed:
            return tree.nearest(ClauseKind.CHAPTER) or part, None
        return None, None

    def _opens_item(self, at: int, mark: Mark) -> bool:
        passage, tree = self.passages[at], self.tree
        place = self._place_of(at, mark)
        if place is None:
            return False
        kind, above, count = place
        if kind is ClauseKind.SECTION:
            tree.part().body = True
        node = self._add(kind, above, passage, mark=mark, count=count)
        self._set_heading(node, at, mark)
        self._open_within(node, at)
        return True

    def _place_of(self, at: int, mark: Mark) -> tuple[ClauseKind, Node, Count | None] | None:
        """Return what a number without a word counts, below what, and how it is to be read; None for a sentence."""
        tree = self.tree
        deepest = tree.deepest()
        while deepest is not None and deepest.kind is ClauseKind.TERM:
            deepest = deepest.parent
        if deepest is not None and deepest.kind is ClauseKind.COVER:
            deepest = deepest.parent
        if mark.bullet:
            while deepest is not None and deepest.kind is ClauseKind.ITEM and deepest.count is None:
                deepest = deepest.parent
            return (ClauseKind.ITEM, deepest, None) if deepest is not None else None
        follows = self._follows(at, mark)
        if follows is not None:
            node, count = follows
            return node.kind, node.parent or tree.root, count
        first = next((count for count in mark.counts if count.first), None)
        if first is None:
            return self._after_gap(at, mark)
        if first.family in _TOP and self._starts_sections(deepest):
            return ClauseKind.SECTION, tree.part(), first
        same = next(
            (n for n in tree.open if n.count is not None and n.count.family == first.family and n.kind in _LISTS), None
        )
        above = (same.parent or tree.root) if same is not None else deepest
        if above is None or above is tree.root:
            return None
        recital = above.kind is ClauseKind.RECITAL and not self.agreed
        return (ClauseKind.RECITAL if recital else ClauseKind.ITEM), above, first

    def _starts_sections(self, deepest: Node | None) -> bool:
        tree = self.tree
        part = tree.part()
        if part.body or (part is tree.root and ClauseKind.FILING_ITEM in part.holds):
            return False
        if part is not tree.root and ClauseKind.PREAMBLE not in part.holds:
            return False
        return deepest is None or deepest.kind is not ClauseKind.RECITAL or self.agreed or deepest.heading is None

    def _follows(self, at: int, mark: Mark) -> tuple[Node, Count] | None:
        """Return the open item that a number comes right after, deepest first, and the reading that does."""
        found: list[tuple[Node, Count]] = []
        for node in reversed(self.tree.open):
            if node.kind in _KINDS.values():
                break
            if node.count is None or node.kind not in _LISTS:
                continue
            found += [(node, count) for count in mark.counts if count.follows(node.count)]
        if not found:
            return None
        first = next((count for count in mark.counts if count.first), None)
        if first is not None and not any(n.count and n.count.family == first.family for n in self.tree.open):
            return None if self._counts_on(at, first) else found[0]
        return found[0]

    def _counts_on(self, at: int, first: Count) -> bool:
        """Tell whether the second number of a list comes before the next number of the other reading."""
        second = Count(first.family, (2,))
        for mark in self.marks[at + 1 : at + 200]:
            if mark is None or mark.word is not None:
                continue
            if second in mark.counts:
                return True
            if any(count.family != first.family and count.place == (10,) for count in mark.counts):
                return False
        return False

    def _after_gap(self, at: int, mark: Mark) -> tuple[ClauseKind, Node, Count | None] | None:
        """Place a number that comes late in an open list whose labels stand in the same column."""
        for node in reversed(self.tree.open):
            if node.kind in _KINDS.values():
                return None
            for count in mark.counts:
                late = (
                    node.count is not None and count.passes(node.count) and count.place[-1] - node.count.place[-1] <= 3
                )
                if late and node.kind in _LISTS and abs(node.indent - self.passages[at].block.indent) <= 1:
                    return node.kind, node.parent or self.tree.root, count
        return None

    # Headings, and what stands inside a paragraph

    def _is_label(self, at: int, mark: Mark, *, strict: bool) -> bool:
        """Tell whether the layout says that a number begins a clause, not a sentence that happens to start so."""
        passage = self.passages[at]
        start = passage.span.start + mark.end
        rest = self.text[start : passage.span.end].lstrip(" .:-–—\n")
        if not rest or is_caption(rest):
            return True
        start = passage.span.end - len(rest)
        if run_in_heading(self.text, start, passage.span.end) is not None:
            return True
        opens = rest[0].isupper() or rest[0] in "\"“‘'([_" or rest[0].isdigit()
        stopped = self.text[passage.span.start : passage.span.start + mark.end].endswith((".", ":"))
        if not strict:
            return opens or mark.word is None
        return opens and (stopped or (mark.word is None and not rest[0].isdigit()))

    def _set_heading(self, node: Node, at: int, mark: Mark) -> None:
        """Find the heading after a label, and where the words after it begin."""
        passage = self.passages[at]
        start, end = passage.span.start + mark.end, passage.span.end
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" .:-–—\n"))
        node.body_start = start
        if start >= end:
            if node.kind is not ClauseKind.ITEM and node.kind is not ClauseKind.RECITAL:
                self.untitled = node
            return
        rest = self.text[start:end]
        listed = node.kind in {ClauseKind.ITEM, ClauseKind.RECITAL}
        alone = is_caption(rest) and not (listed and (rest[-1] in ".;:" or self._labelled_next(at)))
        if not alone and not listed and len(passage.block.pieces) == 1:
            alone = rest[-1] not in ".;:,?" and len(rest.split()) <= 14 and rest[0].isupper()
        if alone:
            node.heading, node.body_start = plain_heading(rest), end
            return
        stop = run_in_heading(self.text, start, end)
        if stop is not None:
            node.heading, node.body_start = plain_heading(self.text[start:stop]), stop

    def _labelled_next(self, at: int) -> bool:
        return at + 1 >= len(self.marks) or self.marks[at + 1] is not None

    def _titles(self, node: Node, at: int) -> bool:
        """Take the passage after a label that stands alone as its heading, where it is set like one."""
        passage, words = self.passages[at], self._words(self.passages[at])
        part = node.kind in _KINDS.values()
        if part and unnumbered.is_note(words) and not is_caption(words):
            self.untitled = node
            self.tree.extend(passage.span.end)
            return True
        plain = passage.block.style is not ParagraphStyle.FIXED and self.marks[at] is None
        if not plain:
            return False
        if is_caption(words) and (
            passage.block.style is ParagraphStyle.CENTERED or not part or self._set_apart(passage)
        ):
            node.heading, node.body_start = plain_heading(words), passage.span.end
            self.tree.extend(passage.span.end)
            return True
        stop = run_in_heading(self.text, passage.span.start, passage.span.end) if not part else None
        if stop is None:
            return False
        node.heading, node.body_start = plain_heading(self.text[passage.span.start : stop]), stop
        self.tree.extend(passage.span.end)
        self._run_in(stop, passage)
        return True

    def _set_apart(self, passage: Passage) -> bool:
        return passage.block.indent >= 4 or len(passage.block.pieces) == 1

    def _open_within(self, node: Node, at: int) -> None:
        """Open the items inside a passage: those that follow its label at once, and those that run in."""
        passage = self.passages[at]
        start, end = node.body_start, passage.span.end
        if node.count is None or start >= end or self.untitled is node:
            return
        while start < end and self.text[start] in " \n":
            start += 1
        mark = parse(self.text[start : min(end, start + 40)])
        if mark is not None and mark.word is None and mark.number is not None and mark.number.startswith("("):
            first = next((count for count in mark.counts if count.first), None)
            opens = self._next_counts(at)
            inside = run_in_items(self.text, start, end, opens=opens)
            if first is not None and not any(item.start == start for item in inside):
                below = self._new(ClauseKind.ITEM, node, start, start + mark.end, end, mark=mark, count=first)
                below.indent, below.hang = passage.block.indent, passage.block.hang
                self._set_inner_heading(below, end)
                self.tree.add(below)
                self._open_within(below, at)
                return
        self._run_in(start, passage, self._next_counts(at))

    def _set_inner_heading(self, node: Node, end: int) -> None:
        while node.body_start < end and self.text[node.body_start] in " \n":
            node.body_start += 1
        stop = run_in_heading(self.text, node.body_start, end)
        if stop is not None:
            node.heading, node.body_start = plain_heading(self.text[node.body_start : stop]), stop

    def _next_counts(self, at: int) -> tuple[Count, ...]:
        after = self.marks[at + 1] if at + 1 < len(self.marks) else None
        return after.counts if after is not None and after.word is None else ()

    def _run_in(self, start: int, passage: Passage, opens: tuple[Count, ...] = ()) -> None:
        above = self.tree.open[-1] if self.tree.open else None
        if above is None:
            return
        nodes: dict[int, Node] = {}
        for item in run_in_items(self.text, start, passage.span.end, opens=opens):
            parent = nodes[id(item.parent)] if item.parent is not None else above
            nodes[id(item)] = self._run_in_node(item, parent, passage)

    def _run_in_node(self, item: RunIn, parent: Node, passage: Passage) -> Node:
        node = Node(ClauseKind.ITEM, parent, item.start, item.body_start, item.end, item.number, item.number)
        node.count, node.run_in = item.count, True
        node.indent, node.hang = passage.block.indent, passage.block.hang
        return self.tree.add(node)

    # Making nodes

    def _words(self, passage: Passage) -> str:
        return passage.span.of(self.text)

    def _new(
        self, kind: ClauseKind, above: Node, start: int, body: int, end: int, *, mark: Mark | None, count: Count | None
    ) -> Node:
        number = mark.number if mark is not None else None
        label = self.text[start : start + mark.end].strip() if mark is not None else ""
        return Node(kind, above, start, body, end, number, label, count=count)

    def _add(
        self,
        kind: ClauseKind,
        above: Node,
        passage: Passage,
        *,
        heading: str | None = None,
        body: int | None = None,
        mark: Mark | None = None,
        count: Count | None = None,
    ) -> Node:
        start, end = passage.span.start, passage.span.end
        node = self._new(kind, above, start, start if body is None else body, end, mark=mark, count=count)
        node.heading = heading
        node.indent, node.hang = passage.block.indent, passage.block.hang
        return self.tree.add(node)
