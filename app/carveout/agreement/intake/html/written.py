"""A page as its parser writes it out again: every element ended, every attribute quoted, nothing that isn't shown."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_UNSHOWN = ["script", "style", "iframe", "noframes", "noembed", "template", "noscript"]
"""Elements whose text a parser writes out as it stands, and a browser doesn't show."""
_PREFORMATTED = ["pre", "xmp", "listing", "plaintext"]
_STANDING = re.compile(r"<(xmp|plaintext)>(.*?)</\1>", re.DOTALL)
_BLANK = re.compile(r"\n[ \t\r]{0,200}\n")
_SET = re.compile(r"<(?:p|br|div|li|td|h[1-6]|pre)\b", re.IGNORECASE)
_LOOKED_AT = 50_000
"""Characters that show whether a page is only a text between two tags."""
_FEWEST = 20
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def written(text: str) -> str:
    """Return a page without what isn't shown, its hard spaces as characters.

    Line ends are blanks, unless it holds preformatted text.
    """
    tree = LexborHTMLParser(f"<pre>{text}" if _is_laid_out(text[:_LOOKED_AT]) else text)
    odd = tree.css_first(",".join(_UNSHOWN + _PREFORMATTED)) is not None
    if odd:
        tree.strip_tags(_UNSHOWN, recursive=True)
    page = (tree.html or "").replace("&nbsp;", "\xa0")
    if odd:
        page = _STANDING.sub(_escaped, page)
    if "!" in page and "<!--" in page:
        page = _COMMENT.sub("", page)
    if not odd or tree.css_first(",".join(_PREFORMATTED)) is None:
        page = page.replace("\n", " ")
    return page


def _is_laid_out(text: str) -> bool:
    """Tell whether a page is a text with blank lines between its paragraphs, and hardly a tag."""
    blank = len(_BLANK.findall(text))
    return blank >= _FEWEST and blank > _FEWEST * len(_SET.findall(text))


def shown(text: str) -> str:
    """Return the characters that a written text stands for."""
    if "&" in text:
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text


def _escaped(standing: re.Match[str]) -> str:
    words = standing[2].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{standing[1]}>{words}</{standing[1]}>"
