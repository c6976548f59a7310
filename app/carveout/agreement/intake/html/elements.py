"""What the elements of a page are to its paragraphs, by their tags."""

from __future__ import annotations

INLINE, APART, BLOCK, ITEM, LIST, TABLE, ROW, CELL, PAGE, BREAK, RULE, EMPTY, SILENT = range(13)
"""What begins and ends with an element: plain numbers, for they are asked for at every tag.

What is INLINE only runs along in a paragraph, and what stands APART in one has blanks around it. From BREAK to EMPTY
they hold nothing and have no end. What is SILENT isn't shown.
"""

# fmt: off
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "html", "legend", "main", "menu", "nav", "p", "pre", "section", "summary", "xmp", "listing", "plaintext",
    "tbody", "thead", "tfoot", "type", "sequence", "filename", "description",
)
_EMPTY = (
    "area", "base", "basefont", "bgsound", "col", "embed", "frame", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
)
_SILENT = (
    "head", "title", "script", "style", "template", "ix:header", "ix:hidden", "noframes", "noembed", "iframe",
    "object", "svg",
)
# fmt: on
KINDS = {
    **dict.fromkeys(_BLOCKS, BLOCK),
    **dict.fromkeys(_EMPTY, EMPTY),
    **dict.fromkeys(_SILENT, SILENT),
    **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(("ul", "ol"), LIST),
    "tr": ROW,
    "table": TABLE,
    "li": ITEM,
    "br": BREAK,
    "hr": RULE,
    "page": PAGE,
}
