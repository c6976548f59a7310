"""Terms defined without quotation marks.

`For the purposes of this Section 3.17, material information shall mean …` defines words as they stand; in a list of
definitions that set its terms in bold type, `Business Day means …` does, or `Business Day: a day …`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.agreement.terms.definition import Definition, scope_of, statement_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_LOCAL = re.compile(
    r"or (?:the )?(?:limited )?purposes? of this (?:[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|Agreement)\b"
    r"[^,\n]{0,40}, (?:the term )?(?P<term>[^\W\d_][^,.;:“”\"()\n]{1,80}?)"
    r" (?:shall mean|means?|shall have the meaning)\b"
)
_ENTRY = re.compile(
    r"^(?:\(?\w{1,5}[.)] *)?(?P<term>[A-Z][\w’'&/-]*(?: (?:[A-Z(][\w’'&/()-]*|of|and|or|the|to|in|for|by)){0,7}?)"
    r" (?:means|shall mean|has the meaning|shall have the meaning)\b(?! of\b)",
    re.MULTILINE,
)
_COLON_ENTRY = re.compile(
    r"^(?:\(?\w{1,5}[.)] *)?(?P<term>[A-Z][\w’'&/()-]*(?: [\w’'&/()-]+){0,7}?) ?: (?=(?:an?|the|any|each|all|as|in|has"
    r"|means?)\b)",
    re.MULTILINE,
)
_DEFINES = re.compile(r"\b(?:definitions?|interpretation|defined terms|glossary)\b", re.IGNORECASE)
_NO_ENTRY = re.compile(r"each|he|it|neither|none|nothing|she|such|that|they|these|this|those|which|what", re.IGNORECASE)
_MEAN, _COLON = " mean", ": "
_CUES = (" means", " shall mean", " the meaning")


def bare_definitions(text: str, outline: Outline, within: Span) -> Iterator[Definition]:
    """Yield the terms defined without quotation marks in a stretch of text, in order."""
    colons = _entries(_COLON_ENTRY, _COLON, (_COLON,), text, within)
    listed = (match for match in colons if _in_definitions(outline, match.start()))
    means = _entries(_ENTRY, _MEAN, _CUES, text, within)
    for match in (*_matches(_LOCAL, text, within, "purpose"), *means, *listed):
        words = Span(*match.span("term"))
        if _NO_ENTRY.fullmatch(words.of(text)):
            continue
        span = Span(words.start, statement_end(text, outline, match.end()))
        yield Definition(words.of(text), words, span, scope=scope_of(text, outline, words.start))


def _matches(pattern: re.Pattern[str], text: str, within: Span, cue: str) -> Iterator[re.Match[str]]:
    at = text.find(cue, within.start, within.end)
    while at >= 0:
        match = pattern.search(text, max(within.start, at - 24), min(within.end, at + 240))
        if match is not None and match.start() <= at:
            yield match
        at = text.find(cue, at + len(cue), within.end)


def _in_definitions(outline: Outline, at: int) -> bool:
    """Tell whether a place stands under a heading that promises definitions, where a colon is enough to give one."""
    clause = outline.at(at)
    above = () if clause is None else (clause, *outline.ancestors(clause))
    return any(_DEFINES.search(outline[one].heading or "") for one in above)


def _entries(
    pattern: re.Pattern[str], core: str, cues: tuple[str, ...], text: str, within: Span
) -> Iterator[re.Match[str]]:
    """Yield the paragraphs that open with a term and say what it means; every cue holds the `core`."""
    start = within.start
    while (at := text.find(core, start, within.end)) >= 0:
        start = max(start, text.rfind("\n", start, at) + 1)
        line_end = text.find("\n", start, within.end)
        line_end = within.end if line_end < 0 else line_end
        if any(text.find(cue, start, min(line_end, start + 160)) >= 0 for cue in cues):
            match = pattern.match(text, start, line_end)
            if match is not None:
                yield match
        start = line_end + 1
