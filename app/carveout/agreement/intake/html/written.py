"""A page as its parser writes it out again: every element ended, every attribute quoted, nothing that isn't shown."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_UNSHOWN = ["script", "style", "iframe", "noframes", "noembed", "template", "noscript"]
"""Elements whose text a parser writes out as it stands, and a browser doesn't show."""
_PREFORMATTED = ["pre", "xmp", "listing", "plaintext"]
_STANDING = re.compile(r"<(xmp|plaintext)>(.*?)</\1>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def written(text: str) -> str:
    """Return a page without what isn't shown, its hard spaces as characters.

    Line ends are blanks, unless it holds preformatted text.
    """
    tree = LexborHTMLParser(text)
    odd = tree.css_first(",".join(_UNSHOWN + _PREFORMATTED)) is not None
    if odd:
        tree.strip_tags(_UNSHOWN, recursive=True)
    page = (tree.html or "").replace("&nbsp;", "\xa0")
    if odd:
        page = _STANDING.sub(_escaped, page)
    if "<!--" in page:
        page = _COMMENT.sub("", page)
    if not odd or tree.css_first(",".join(_PREFORMATTED)) is None:
        page = page.replace("\n", " ")
    return page


def shown(text: str) -> str:
    """Return the characters that a written text stands for."""
    if "&" in text:
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text


def _escaped(standing: re.Match[str]) -> str:
    words = standing[2].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{standing[1]}>{words}</{standing[1]}>"
