"""Terms defined between quotation marks.

- In brackets after what they stand for: `(the "Company")`, `(hereinafter referred to as "NewCo")`, `(each, a "Lender"
  and collectively the "Lenders")`.
- In running words: `referred to herein as the "Parties" and each individually as a "Party"`.
- By a sentence of their own: `"Closing Date" means …`, `The term "Affiliate", as used herein, shall mean …`, `"Losses"
  has the meaning set forth in Section 9.2`.

Quoted words that nothing of this kind defines, such as the title of a list or a mere use, are no terms.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.prose.names import company_before, names_company
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.span import Span
from carveout.agreement.terms.definition import Definition, scope_of, statement_end
from carveout.agreement.terms.quotations import Quotation, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline


class _Meaning(NamedTuple):
    """Where the words that introduce the meaning of a quotation end, and whether they only point elsewhere."""

    end: int
    pointer: bool


_LEAD = re.compile(
    r"(?:^|[\s,:])(?:the|an?|this|these|such|each|as|or|and|collectively|individually|together|singly|jointly|severally"
    r"|hereinafter|hereafter|herein|called|termed|being|is|are)[,:]?\s*$",
    re.IGNORECASE,
)
_NO_LEAD = re.compile(
    r"\b(?:such as|defined in|meaning of|see|(?:en)?titled|captioned|marked|labell?ed|so-called|words?|phrase|legend"
    r"|heading|including)\b[^“\"]{0,40}$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:referr?ed to|(?:hereinafter|hereafter|herein|be|are|is|collectively|individually),? called"
    r"|(?:hereinafter|hereafter|herein|collectively|individually|together),? (?:known|designated|described|defined))\b"
    r"(?: [\w,-]{1,20}){0,7} ?$",
    re.IGNORECASE,
)
_NAMED_TOO = re.compile(
    r"^,? (?:and|or),?(?: (?:each|individually|collectively|jointly|severally|together|sometimes|of them|both|is|are"
    r"|also|referred to|hereinafter|herein),?)*(?: as)?(?: the| an?)?,? $",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"^(?: ?\([^()]{0,80})?,?(?: ?(?:and|or|and/or))?,?(?: (?:the|terms?|each|correlative|related|its),?){0,3} ?$",
    re.IGNORECASE,
)
_APART = (
    r"(?:,? ?\([^()\n]{0,160}\)){0,2}"
    r"(?:,? (?:as|when|where|whenever|wherever|in|with|for|of|or any|if|unless|used)\b[^.;:“”\"()\n]{0,160}?)?,?"
)
_MEANS = re.compile(
    _APART + r" (?:(?:shall|will|also|each|hereby|have|has|both),? ){0,3}"
    r"(?:(?P<pointer>(?:the |its |their )?(?:respective |same )?meanings? (?:[a-z]+ ){0,6}?(?:in|by)\b)"
    r"|(?:the |its |their )?(?:respective |same )?meanings?\b|means?\b|refers? to\b|denotes?\b"
    r"|signif(?:y|ies)\b|(?P<defined>(?:is|are|be) defined (?:in|by)\b))"
)
_SAYS = re.compile(
    _APART + r" (?:shall |will )?(?:be deemed to )?(?:includes?|be|is|are)\b(?! (?:deemed|not|being|defined)\b)"
    r"| ?[:–—] ?(?=\S)"
)
_OPENS = re.compile(r"(?:^|\n|[.;] |[.;][”\"] )(?:\(?\w{1,5}[.)] *|[•·*-] *)?$")
_TERMED = re.compile(r"\b(?:terms?|expressions?) $", re.IGNORECASE)
_NO_MEANING = re.compile(r"\b(?:not|nor|no|cannot|as (?:such|that|the|those) terms?)\b", re.IGNORECASE)
_INTERPRETED = re.compile(
    r"\$|\.?pdf|A or B.*|and|any|and/or|days?|dollars|either|from|here(?:by|in|of|to|under)|includ(?:e|es|ing)"
    r"|including,? without limitation|may|months?|or|shall|since|such as|there(?:of|to|under)|to|to the extent|until"
    r"|will|without limitation|years?|(?i:as available|as is|where is|with all faults)"
)
"""Quoted words that an agreement explains, but that name nothing."""
_BRACKET = re.compile(r"[()\n]")
_LONGEST_BRACKET = 400
_MOST_WORDS = 14


def quoted_definitions(text: str, outline: Outline, within: Span) -> Iterator[Definition]:
    """Yield the terms defined between quotation marks in a stretch of text, in order."""
    for paragraph in quotations(text, within):
        yield from _of_paragraph(text, outline, paragraph)


def _of_paragraph(text: str, outline: Outline, paragraph: list[Quotation]) -> Iterator[Definition]:
    floor = text.rfind("\n", 0, paragraph[0].start) + 1
    starts = (quotation.start for quotation in paragraph)
    opened = [start for start in starts if _OPENS.search(text, max(0, start - 24), start)]
    named = False
    before: Quotation | None = None
    antecedent: Span | None = None
    for quotation, meaning in zip(paragraph, _meanings(text, paragraph), strict=True):
        bracketed = _bracketed(text, quotation)
        shared = before is not None and _shares_words(text, before, quotation)
        named = (
            bracketed or (named and shared) or _NAMED.search(text, quotation.start - 120, quotation.start) is not None
        )
        before = quotation
        if not _could_be_term(text, quotation):
            continue
        if meaning is not None and not bracketed:
            position = bisect_left(opened, meaning.end)
            after = opened[position] if position < len(opened) else None
            yield _stated(text, outline, quotation, meaning, after)
        elif named:
            if antecedent is None or not shared:
                antecedent = _antecedent(text, outline, quotation, floor)
            floor = _closing(text, quotation) if bracketed else quotation.end
            yield _shortened(text, outline, quotation, Span(antecedent.start, floor), antecedent)


def _shares_words(text: str, before: Quotation, quotation: Quotation) -> bool:
    """Tell whether two quotations are short names of the same words: in one bracket, or joined by "and"."""
    if quotation.bracket is not None:
        return quotation.bracket == before.bracket
    return _NAMED_TOO.match(text[before.end : quotation.start]) is not None


def _could_be_term(text: str, quotation: Quotation) -> bool:
    words = text[quotation.first : quotation.last]
    return not _INTERPRETED.fullmatch(words) and words.count(" ") < _MOST_WORDS and any(map(str.isalpha, words))


def _bracketed(text: str, quotation: Quotation) -> bool:
    """Tell whether brackets around the quotation give it as the short name of the words before them."""
    if quotation.bracket is None or quotation.start - quotation.bracket > _LONGEST_BRACKET:
        return False
    lead = text[quotation.bracket + 1 : quotation.start]
    if not lead.strip():
        return text[quotation.first].isupper() or text[quotation.end : quotation.end + 1] == ")"
    leads = lead.rstrip().endswith(",") or _LEAD.search(lead) is not None
    return leads and _NO_LEAD.search(lead) is None


def _closing(text: str, quotation: Quotation) -> int:
    """Return the offset after the bracket that closes around the quotation, or after the quotation where none does."""
    depth = 0
    for match in _BRACKET.finditer(text, quotation.end):
        if match[0] == "\n":
            break
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            return match.end()
    return quotation.end


def _meanings(text: str, paragraph: list[Quotation]) -> list[_Meaning | None]:
    """Return the words after each quotation that say what it means; joined quotations share them."""
    joined = [_SHARED.match(text[one.end : after.start]) is not None for one, after in pairwise(paragraph)]
    opening: list[bool] = []
    for position, quotation in enumerate(paragraph):
        opening.append(_opens(text, quotation) or (position > 0 and joined[position - 1] and opening[-1]))
    found: list[_Meaning | None] = []
    for position in reversed(range(len(paragraph))):
        meaning = _meaning(text, paragraph[position].end, opens=opening[position])
        if meaning is None and found and joined[position]:
            meaning = found[-1]
        found.append(meaning)
    return found[::-1]


def _opens(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation opens its sentence, or "the term" announces it."""
    before = text[max(0, quotation.start - 24) : quotation.start]
    return _OPENS.search(before) is not None or _TERMED.search(before) is not None


def _meaning(text: str, at: int, *, opens: bool) -> _Meaning | None:
    match = _MEANS.match(text, at)
    if match is None and opens:
        match = _SAYS.match(text, at)
    if match is None or _NO_MEANING.search(match[0]):
        return None
    pointer = match.re is _MEANS and bool(match["pointer"] or match["defined"])
    return _Meaning(match.end(), pointer)


def _stated(text: str, outline: Outline, quotation: Quotation, meaning: _Meaning, after: int | None) -> Definition:
    """Return the definition that a sentence gives; it ends where the next one opens, at `after`."""
    end = statement_end(text, outline, meaning.end)
    if after is not None and after < end:
        end = meaning.end + len(text[meaning.end : after].rstrip())
    return Definition(
        text[quotation.first : quotation.last],
        Span(quotation.first, quotation.last),
        Span(quotation.start, end),
        pointer=meaning.pointer,
        scope=scope_of(text, outline, quotation.start),
    )


def _antecedent(text: str, outline: Outline, quotation: Quotation, floor: int) -> Span:
    """Return the words that a short name stands for: a company's name, or else the sentence so far."""
    opening = quotation.start if quotation.bracket is None else quotation.bracket
    company = company_before(text, floor, opening)
    if company is not None and names_company(text[quotation.first : quotation.last], company.of(text)):
        return company
    clause = outline.at(quotation.start)
    body = floor if clause is None else max(floor, outline[clause].body_start)
    return Span(sentence_start(text, opening, min(body, opening)), opening)


def _shortened(text: str, outline: Outline, quotation: Quotation, span: Span, antecedent: Span) -> Definition:
    """Return the definition of a short name by its antecedent and what stands between."""
    term = text[quotation.first : quotation.last]
    company = company_before(text, antecedent.start, antecedent.end)
    return Definition(
        term,
        Span(quotation.first, quotation.last),
        span,
        company=company == antecedent and names_company(term, antecedent.of(text)),
        scope=scope_of(text, outline, quotation.start),
    )
