"""Where words point: "Sections 12.1 through 12.3", "clause (ii) above", "the third paragraph of Article 6"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.labels.numerals import WORDED, WORDS
from carveout.agreement.prose.places import places
from carveout.agreement.references.numbers import LABEL, Cited, cited_numbers
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_CUES = (
    "section",
    "article",
    "clause",
    "paragraph",
    "exhibit",
    "schedule",
    "annex",
    "appendi",
    "attachment",
    "chapter",
    "part ",
    "parts ",
    "rule ",
    "rules ",
    "item ",
    "items ",
    "title ",
    "recital",
    "§",
    "sec. ",
    "art. ",
)
_WORDS = (
    r"(?P<sub>sub-? ?)?(?P<word>section|article|clause|paragraph|exhibit|schedule|annexure|annexe|annex|appendix"
    r"|appendice|attachment|chapter|part|rule|item|title|recital|§|sec\.|art\.)(?P<plural>e?s|§)?"
)
_WORD = re.compile(_WORDS + r"(?:(?: (?:Nos?\. ?)?(?:[\"“‘'])?)|(?<=§)|(?=\())", re.IGNORECASE)
_NAMES = {
    "annexure": "annex",
    "annexe": "annex",
    "appendice": "appendix",
    "§": "section",
    "sec.": "section",
    "art.": "article",
}
ATTACHMENT_WORDS = frozenset({"exhibit", "schedule", "annex", "appendix", "attachment"})
_CAPITALS = frozenset({"title", "rule"})
_NOT_LETTERED = frozenset({"part", "exhibit", "attachment", "chapter"})
_OPENING_QUOTES = frozenset("\"“‘'")
_CLOSING_QUOTES = frozenset("\"”’'")
_DEEPEST = 4
"""Clauses of clauses beyond which none is named: clause (i) of paragraph (a) of Section 3 of Part 2 of Schedule 1."""
_FORM = re.compile(r"13[DGEdge](?:-\d+)?|14[A-Z](?:-\d+)?|TO(?:-[A-Z])?|K(?:-1)?")
"""What no schedule of an agreement bears: the statements that the SEC and the tax authority call schedules."""
_OF = re.compile(
    r",? (?i:of|in|to|under|from) (?:(?:the )?(?:[a-z]{2,20} ){0,3}(?:sentence|proviso|paragraph|clause)"
    r" (?:of|in|to) )?"
    r"(?i:the |this |such |said )?"
)
_OF_THIS = re.compile(
    r" (?:of|in|to) this (?P<kind>section|article|clause|paragraph|subsection|definition|exhibit|schedule|annex"
    r"|appendix)\b(?! ?[(\dIVX])",
    re.IGNORECASE,
)
_NARROWER = re.compile(r", (?=(?:Paragraph|Item) \d)")
_SIDE = re.compile(
    r",? (?:(?:set forth|set out|mentioned|referred to|described|contained|specified) )?"
    r"(?P<side>above|below|hereinabove|hereinbelow)\b"
)
_ORDINAL = re.compile(rf"(?P<n>{WORDED})\)? $", re.IGNORECASE)
_ORDINAL_OF = re.compile(r"(?:sub-?)?(?:paragraph|clause|item) of (?:the |this )?$", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|the said|said|such) $", re.IGNORECASE)
_AT_SIDE = re.compile(
    r"(?P<labels>\([\w]{1,7}\)(?:(?:,? (?:and|or|through|to) |, )\([\w]{1,7}\)){0,8}) (?P<side>above|below)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name clauses by their numbers.

    `word` says what they count, in small letters; empty where labels stand alone. `cited` are the numbers.
    `within` is the mention that they are said to be part of ("of Section 3.1").
    `side` is "above" or "below" where the words say so. `ordinal` counts paragraphs: the third paragraph of `within`.
    `own` says that "this" stands before.
    """

    word: str
    span: Span
    cited: tuple[Cited, ...]
    within: Mention | None = None
    side: str | None = None
    ordinal: int | None = None
    own: bool = False

    @property
    def outermost(self) -> Mention:
        """The mention that names the widest clause: of "clause (i) of Section 3.1", Section 3.1."""
        return self if self.within is None else self.within.outermost


def mentions(flat: str, lower: str, outline: Outline) -> Iterator[Mention]:
    """Yield the mentions of a text without line breaks, in order; none overlaps another.

    `lower` is the text in small letters.
    """
    whole = Span(0, len(flat))
    starts = sorted(
        {at for cue in _CUES for at in places(lower, cue, whole)} | set(_labels_at_side(flat, lower, whole))
    )
    past = 0
    for at in starts:
        if at < past:
            continue
        found = _alone(flat, at, outline) if flat[at] == "(" else _mention(flat, _with_sub(lower, at), outline)
        if found is not None and found.span.start >= past:
            past = found.span.end
            yield found


def _labels_at_side(flat: str, lower: str, whole: Span) -> Iterator[int]:
    """Yield where labels begin that stand alone before "above" or "below"."""
    for cue in (") above", ") below"):
        for at in places(lower, cue, whole):
            floor = max(0, at - 80)
            for label in LABEL.finditer(flat, floor, at + 1):
                if not (flat[label.start() - 1].isalnum() or flat[label.start() - 1] == ")") and _AT_SIDE.match(
                    flat, label.start()
                ):
                    yield label.start()
                    break


def _with_sub(lower: str, at: int) -> int:
    for sub in ("sub-", "sub", "sub "):
        if lower.startswith(sub, at - len(sub)):
            return at - len(sub)
    return at


def _alone(flat: str, at: int, outline: Outline) -> Mention | None:
    cited = cited_numbers(flat, at, outline, plural=True, headed=False)
    side = _SIDE.match(flat, cited[-1].end) if cited else None
    if side is None:
        return None
    return Mention("", Span(at, side.end()), cited, side=side["side"][-5:])


def _mention(flat: str, at: int, outline: Outline, depth: int = 0) -> Mention | None:
    """Return the mention whose word stands at an offset; `depth` counts those that are said to be part of it."""
    if at and flat[at - 1].isalnum():
        return None
    match = _WORD.match(flat, at)
    if match is None:
        return None
    word = match["word"].lower()
    word = _NAMES.get(word, word)
    lettered = flat[match.end() : match.end() + 1].isalpha()
    if match["word"][0].islower() and (word in _CAPITALS or (word in _NOT_LETTERED and lettered)):
        return None
    plural = match["plural"] is not None
    cited = cited_numbers(flat, match.end(), outline, plural=plural, worded=word in {"article", "chapter", "part"})
    if not cited or not _plausible(word, match["word"], cited[0]):
        return None
    end = cited[-1].end
    if flat[match.end() - 1] in _OPENING_QUOTES and flat[end : end + 1] in _CLOSING_QUOTES:
        end += 1
    own = _THIS.search(flat, max(0, at - 9), at)
    found = Mention(word, Span(own.start() if own else at, end), cited, own=own is not None)
    found = _narrowed(flat, _with_rest(flat, found, outline, depth), outline, depth)
    return found if depth or own else _counted_within(flat, found)


def _plausible(word: str, printed: str, first: Cited) -> bool:
    """Tell whether a number can be one of what the word counts: "Schedule A", but not "Schedule 13D"."""
    if word == "schedule" and first.head is not None and _FORM.fullmatch(first.head):
        return False
    if printed[-1] == "." and (first.head is None or not (first.head[0].isdigit() or len(first.head) > 1)):
        return False
    if first.head is None:
        return word not in ATTACHMENT_WORDS | {"rule", "title", "chapter"}
    if first.head[0].isalpha() and printed[0].islower():
        return word in ATTACHMENT_WORDS and len(first.head) == 1 and first.head != "I"
    return True


def _with_rest(flat: str, found: Mention, outline: Outline, depth: int) -> Mention:
    """Add what the words after the numbers say: "above", "of Section 3.1"."""
    side = _SIDE.match(flat, found.span.end)
    if side is not None:
        return replace(found, span=Span(found.span.start, side.end()), side=side["side"][-5:])
    this = _OF_THIS.match(flat, found.span.end)
    if this is not None:
        around = Mention(this["kind"].lower(), Span(this.start("kind"), this.end()), (), own=True)
        return replace(found, span=Span(found.span.start, this.end()), within=around)
    link = _OF.match(flat, found.span.end)
    if link is None or depth == _DEEPEST:
        return found
    within = _mention(flat, link.end(), outline, depth + 1)
    if within is None or (within.word == "item" and found.word != "item"):
        return found
    return replace(found, span=Span(found.span.start, within.span.end), within=within)


def _narrowed(flat: str, found: Mention, outline: Outline, depth: int) -> Mention:
    """Read the narrower words after a comma, as translations set them: Article 4, Paragraph 2, Item 1."""
    if depth == _DEEPEST or found.side is not None or len(found.cited) != 1:
        return found
    comma = _NARROWER.match(flat, found.span.end)
    inner = _mention(flat, comma.end(), outline, depth + 1) if comma else None
    if inner is None or inner.outermost.word not in {"paragraph", "item"}:
        return found
    return _inside(inner, found)


def _inside(inner: Mention, outer: Mention) -> Mention:
    """Return a mention that is said to be part of another, which stands before it."""
    within = outer if inner.within is None else _inside(inner.within, outer)
    return replace(inner, span=Span(outer.span.start, inner.span.end), within=within)


def _counted_within(flat: str, found: Mention) -> Mention:
    """Read "the third paragraph of" before a mention."""
    floor = max(0, found.span.start - 60)
    of = _ORDINAL_OF.search(flat, floor, found.span.start)
    ordinal = _ORDINAL.search(flat, floor, of.start()) if of else None
    if ordinal is None:
        return found
    return Mention(
        "paragraph",
        Span(ordinal.start(), found.span.end),
        (),
        within=found,
        ordinal=WORDS[ordinal["n"].lower()],
    )
