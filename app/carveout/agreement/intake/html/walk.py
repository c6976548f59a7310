"""The elements of a web page in order, walked without recursion, and the paragraphs that they mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft, Flow, Turn
from carveout.agreement.intake.html.lists import Listing
from carveout.agreement.intake.html.look import Look, looked
from carveout.agreement.intake.html.setting import BREAK, set_paragraphs
from carveout.agreement.intake.html.tables import Table, arranged
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from carveout.agreement.progress import Course

_INLINE, _BLOCK, _ROW, _CELL, _TABLE, _LIST, _ITEM, _BREAK, _RULE, _PAGE, _SILENT = range(11)
# fmt: off
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "html", "legend", "main", "menu", "nav", "p", "pre", "section", "summary", "xmp", "listing", "plaintext",
    "tbody", "thead", "tfoot", "type", "sequence", "filename", "description",
)
_SILENTS = (
    "head", "title", "script", "style", "template", "ix:header", "ix:hidden", "noframes", "iframe", "object", "svg",
    "colgroup", "-comment", "_comment", "!doctype",
)
# fmt: on
_KINDS = {
    **dict.fromkeys(_BLOCKS, _BLOCK),
    **dict.fromkeys(_SILENTS, _SILENT),
    **dict.fromkeys(("td", "th"), _CELL),
    **dict.fromkeys(("ul", "ol"), _LIST),
    "tr": _ROW,
    "table": _TABLE,
    "li": _ITEM,
    "br": _BREAK,
    "hr": _RULE,
    "page": _PAGE,
}
_TURNING = frozenset({_INLINE, _BLOCK, _ITEM})
"""Kinds that a style may turn into each other."""
_PLAIN = Look()


class Walk:
    """A way through the tree of a page that leaves paragraphs behind."""

    def __init__(self, course: Course) -> None:
        self.flow: Flow = []
        self._course = course
        self._looks: dict[tuple[Look, str, str | None, str | None, bool], Look] = {}
        self._parts: list[str] = []
        self._strong: list[int] = []
        self._worded = False
        self._look = _PLAIN
        self._tables: list[tuple[Table, Flow]] = []
        self._listing = Listing()

    def over(self, root: LexborNode | None) -> None:
        """Walk over an element and all in it."""
        node = root
        look = _PLAIN
        above: list[tuple[Look, Look, int]] = []
        step = self._course.step
        while node is not None:
            step()
            tag = node.tag or ""
            if tag == "-text":
                self._text(node.text_content or "", look)
            elif (entered := self._entered(tag, node, look)) is not None:
                child = node.first_child
                if child is not None:
                    above.append((look, *entered))
                    look, node = entered[0], child
                    continue
                self._close(*entered)
            while (after := node.next) is None:
                parent = node.parent
                if not above or parent is None:
                    self._flush()
                    return
                node = parent
                look, own, kind = above.pop()
                self._close(own, kind)
            node = after

    def _entered(self, tag: str, node: LexborNode, parent: Look) -> tuple[Look, int] | None:
        """Begin an element; return its look and kind, None where nothing of it is shown."""
        kind = _KINDS.get(tag, _INLINE)
        if kind == _SILENT:
            return None
        if kind == _BREAK:
            self._parts.append(BREAK)
            return None
        look = self._seen(parent, tag, node)
        if look.hidden:
            return None
        if kind == _PAGE and look.pre:
            self._parts.append("\n<PAGE>\n")
            return look, _INLINE
        if look.block is not None and kind in _TURNING:
            kind = max(kind, _BLOCK) if look.block else _INLINE
        if kind == _INLINE and look.before | look.after:
            kind = _BLOCK
        if kind != _INLINE:
            self._flush()
            if look.before:
                self.flow.append(Turn(sure=True))
            self._open(kind, look, node)
        return look, kind

    def _seen(self, parent: Look, tag: str, node: LexborNode) -> Look:
        attributes = node.attributes
        key = (parent, tag, attributes.get("style"), attributes.get("align"), "hidden" in attributes)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = looked(parent, tag, attributes)
        return look

    def _text(self, text: str, look: Look) -> None:
        if not self._worded:
            blank = text.isspace()
            if blank and not self._parts and "\xa0" not in text and not look.pre:
                return
            self._look = look
            self._worded = not blank
        if look.strong:
            self._strong.append(len(self._parts))
        self._parts.append(text)

    def _open(self, kind: int, look: Look, node: LexborNode) -> None:
        if kind == _CELL and self._tables:
            self.flow = self._tables[-1][0].open_cell(node.attributes)
        elif kind == _ROW and self._tables:
            self._tables[-1][0].rows.append([])
        elif kind == _TABLE:
            table = Table(look.margin)
            self._tables.append((table, self.flow))
            self.flow = table.stray
        elif kind == _LIST:
            self._listing.open(node.attributes, numbered=node.tag == "ol" and not look.unmarked)
        elif kind == _ITEM:
            self._listing.next(node.attributes)
        elif kind in {_RULE, _PAGE}:
            self.flow.append(Turn(sure=kind == _PAGE))

    def _close(self, look: Look, kind: int) -> None:
        """End an element."""
        if kind == _INLINE:
            return
        self._flush()
        if kind == _CELL and self._tables:
            self.flow = self._tables[-1][0].stray
        elif kind == _TABLE and self._tables:
            table, self.flow = self._tables.pop()
            self.flow += arranged(table)
        elif kind == _LIST:
            self._listing.close()
        if look.after:
            self.flow.append(Turn(sure=True))

    def _flush(self) -> None:
        """End the paragraph that the pieces so far make."""
        parts = self._parts
        if not parts:
            return
        if self._look.pre:
            text = "".join("\n" if part is BREAK else part for part in parts)
            if text.strip():
                self.flow.append(Draft(text.split("\n"), ParagraphStyle.FIXED, 0, 0, laid_out=True))
        else:
            for draft in set_paragraphs(parts, self._strong, self._look):
                self.flow.append(self._listing.labelled(draft) if self._listing.label else draft)
        self._parts = []
        self._strong = []
        self._worded = False
