"""The words of a definition that can stand in the term's place.

`"Closing Date" means the date …` leaves "the date …", `the Securities and Exchange Commission (the "SEC")` its name.
Where no cut is certain, the whole definition stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Term

_MARKS = ("“", '"', "``", "‘", "'", "")
_CLOSING_MARKS = "”\"'’,. "
_SAYS = re.compile(
    r"(?:,? (?:and|or) [“\"][^”\"\n]{1,120}[”\"])?,?(?: \([^()\n]{1,200}\),?)?"
    r"(?:,? (?:as|when|where|wherever) used (?:herein|in this [\w ]{3,40}?),?)?"
    r"(?P<about>,? (?:with respect to|in respect of|in relation to|as to|of|for|when|as) [^.;:“”\"\n]{1,160}?)?,?"
    r" (?:(?:shall|will|also|each|collectively),? ){0,3}"
    r"(?:(?:means? and includes?|means?|refers? to|denotes?)\b[,:]? ?(?:and includes? )?"
    r"|(?P<kept>(?:is|are|be|includes?|(?:have|has) (?:the |its )?(?:respective |same )?meanings?)\b))"
)
_TERMED = re.compile(r"(?:(?:the )?(?:terms?|words?|expressions?|phrases?) )?", re.IGNORECASE)
_TERM_BEFORE = re.compile(_TERMED.pattern + r"[“\"][^”\"\n]{1,120}[”\"],? ", re.IGNORECASE)
_IN_BRACKET = re.compile(r",? (?:which|that) (?:terms? )?(?:shall |will )?(?:means?|includes?|refers? to) ?")
_CALLED = re.compile(
    r",? (?:(?:and|is|are|be|being|shall|may|each|individually|collectively|together|hereby|herein|hereinafter"
    r"|hereafter|sometimes|also),? ){0,7}(?:referred to|called|known as|designated|defined)\b"
)
_JOINED = re.compile(r"(?:[,;] |(?:and|or)(?: that)? )+")
_ENDS = re.compile(r"(?:[;,:](?: (?:and|or))?|,? (?:and|or))$")
_SHORT_FORM = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Bros|etc|No|seq|al)|\b[A-Za-z])\.$")
_NAME = re.compile(r"(?:[A-Z0-9][\w.&’'-]*|of|and|the|for|in|&)(?: |$)")
_LONGEST_BRACKET = 400
"""Code points."""
_LONGEST = 4_000
"""Code points of a sentence that follows a term."""
_LONGEST_NAME = 12
"""Words."""
_DETERMINER = re.compile(
    r"\b(?:any and all|\w{2,9} \(\d{1,3}\)|the|an?|any|all|each|every|such|its|their|certain|both|[\d,]*\d) ",
    re.IGNORECASE,
)
_BEFORE_HEAD = 70
"""Code points before a noun within which its article stands."""


def meaning(text: str, term: Term) -> tuple[Span, ...]:
    """Return the words that a term stands for, in order; `text` is the canonical text with its line breaks as spaces.

    The full stop or semicolon that ends them isn't theirs.
    """
    whole = term.span
    word, past = _named(text, term)
    if word < 0:
        return (_trimmed(text, whole),)
    if _TERMED.fullmatch(text, whole.start, word):
        found = [*_stated(text, Span(past, whole.end))]
    else:
        bracket = text.rfind("(", max(whole.start, word - _LONGEST_BRACKET), word)
        inside = bracket >= 0 and text.find(")", bracket, word) < 0
        closed = text.find(")", past, whole.end) + 1
        if inside and closed and _TERM_BEFORE.fullmatch(text, whole.start, bracket):
            line_end = text.find("\n", closed, closed + _LONGEST)
            limit = min(len(text), closed + _LONGEST) if line_end < 0 else line_end
            found = [*_stated(text, Span(closed, sentence_end(text, closed, limit)))]
        elif inside:
            found = [_shortened(text, Span(whole.start, bracket), term.term), *_told_in_bracket(text, past, whole.end)]
        else:
            called = _CALLED.search(text, whole.start, word)
            found = [Span(whole.start, called.start() if called else whole.end)]
    trimmed = tuple(span for span in (_trimmed(text, one) for one in found) if len(span) > 0)
    return trimmed or (_trimmed(text, whole),)


def _named(text: str, term: Term) -> tuple[int, int]:
    """Return where the term stands in the words that define it, with its quotation marks; -1 where it doesn't."""
    for mark in _MARKS:
        at = text.find(mark + term.term, term.span.start, term.span.end)
        while at >= 0 and text[at + len(mark + term.term) : at + len(mark + term.term) + 1].isalnum():
            at = text.find(mark + term.term, at + 1, term.span.end)
        if at >= 0:
            past = at + len(mark) + len(term.term)
            while past < term.span.end and text[past] in _CLOSING_MARKS[: -1 if mark else 0]:
                past += 1
            return at, past
    return -1, -1


def _stated(text: str, after: Span) -> Iterator[Span]:
    says = _SAYS.match(text, after.start, after.end)
    if says is None:
        yield Span(after.start + (text[after.start : after.start + 1] in ":–—"), after.end)
        return
    if says["about"]:
        yield Span(*says.span("about"))
    yield Span(says.start("kept") if says["kept"] else says.end(), after.end)


def _told_in_bracket(text: str, past: int, end: int) -> Iterator[Span]:
    told = _IN_BRACKET.match(text, past, end)
    if told is not None:
        closed = end - 1 if text[end - 1] == ")" else end
        yield Span(told.end(), closed)


def _shortened(text: str, before: Span, term: str) -> Span:
    """Return the name at the end of some words that the term shortens, or all of them where there is none."""
    end = before.start + len(before.of(text).rstrip(" ,"))
    start = end
    first = None
    for _ in range(_LONGEST_NAME):
        at = max(text.rfind(" ", before.start, start - 1), before.start - 1) + 1
        if _NAME.match(text, at, end) is None or _NAME.fullmatch(text[at:start].rstrip() + " ") is None:
            break
        start = at
        if text[start].isupper() and _shortens(term, text[start:end]):
            first = start
        if start <= before.start:
            break
    return _phrase(text, before, term) if first is None else Span(first, end)


def _phrase(text: str, before: Span, term: str) -> Span:
    """Return the words from the first that the term's last word repeats, with its article, or all where none does.

    `Buyer shall have the right to appoint two (2) observers (the "Observers")` leaves "two (2) observers".
    """
    head = term.rpartition(" ")[2].lower()
    stem = head.removesuffix("ies") if head.endswith("ies") else head.removesuffix("s").removesuffix("y")
    found = re.search(rf"\b{re.escape(stem)}\w{{0,3}}\b", before.of(text), re.IGNORECASE) if len(stem) > 2 else None
    if found is None:
        return before
    at = before.start + found.start()
    floor = max(before.start, at - _BEFORE_HEAD)
    floor = max(floor, *(text.rfind(mark, floor, at) + 1 for mark in ".;:"))
    articles = list(_DETERMINER.finditer(text, floor, at))
    return Span(articles[-1].start(), before.end) if articles else before


def _shortens(term: str, name: str) -> bool:
    """Tell whether a term is made of a name's initials, or of words of it."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name.replace(".", "")) if word[0].isupper())
    return term.removesuffix("s").replace(".", "") == initials or f" {term} " in f" {name} "


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    joined = _JOINED.match(text, start, end)
    start = joined.end() if joined else start
    end = start + len(text[start:end].rstrip())
    stop = _ENDS.search(text, max(start, end - 6), end)
    if stop is not None:
        end = stop.start()
    elif text[end - 1 : end] == "." and not _SHORT_FORM.search(text, max(start, end - 6), end):
        end -= 1
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Span(min(start, end), end)
