"""What a carve-out takes something out of: a definition, or a statement, by its own words or by a schedule's."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form
from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.span import Span

_REMOVES = r"(?:shall|does|do|will)(?: \w+)? not (?:be deemed to )?include|excludes?\b|shall exclude"
_NAMED = re.compile(
    rf"(?:\bterms? )?[“\"](?P<term>[^”\"\n]{{1,120}})[”\"][^.;]{{0,160}}?\b(?:{_REMOVES})", re.IGNORECASE
)
_SUCH_TERM = re.compile(
    rf"\b(?:such|this|that|the|said) (?:term|definition|expression)s?\b[^.;]{{0,120}}?\b(?:{_REMOVES})", re.IGNORECASE
)
_REMOVAL = re.compile(rf"(?P<subject>[^.;:\n]{{2,160}}?),? (?:{_REMOVES})", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:not|no|none|never|neither|nor|exclud\w+|only)\b", re.IGNORECASE)
_DOCUMENT = (
    r"(?:Schedules?|Exhibits?|Annex(?:es)?|Appendi(?:x|ces)|SCHEDULES?|EXHIBITS?"
    r"|Disclosure (?:Letter|Memorandum|Statement)s?|SEC (?:Reports?|Documents?|Filings?)|[Dd]ata [Rr]oom"
    r"|[Pp]rospectus|[Pp]ublic (?:[Ff]ilings?|[Rr]eports?))\b"
)
_DISCLOSED = re.compile(
    r"\b(?i:disclosed|set forth|set out|described|listed|identified|reflected|specified|contained|shown|scheduled"
    rf"|indicated|provided|noted|stated|detailed|included|referred to)\b[^;:]{{0,300}}?\b{_DOCUMENT}"
)
_POINTED_TO = re.compile(rf"[^,;:]{{0,60}}?\b(?i:on|in|under|per|by) (?i:the |said |its )?(?:\w+ ){{0,2}}{_DOCUMENT}")
_NO_DISCLOSURE = re.compile(
    r"(?:except for|other than) (?:the|those) (?:\w+ ){0,3}(?:representations|warranties)\b|except that\b",
    re.IGNORECASE,
)


class Definitions:
    """The terms by the words that define them."""

    def __init__(self, text: str, outline: Outline, terms: tuple[Term, ...]) -> None:
        """Take the text, its clauses and its terms."""
        self._text = text
        self._by_words = sorted(((_words_end(text, term), term) for term in terms), key=lambda pair: pair[0])
        self._ends = [end for end, _ in self._by_words]
        self._stops = {term: _definition_end(text, outline, term) for term in terms}
        self._longest = max((stop - term.span.start for term, stop in self._stops.items()), default=0)
        self._by_name = {term.term: term for term in terms}

    def around(self, at: int) -> Term | None:
        """Return the term whose definition is going on at `at`, after the term itself; the latest where several are."""
        for position in range(bisect_right(self._ends, at) - 1, -1, -1):
            end, term = self._by_words[position]
            if end + self._longest < at:
                return None
            if at < self._stops[term]:
                return term
        return None

    def before(self, outline: Outline, at: int) -> Term | None:
        """Return the term defined last before `at` in the same clause or one above it."""
        position = bisect_right(self._ends, at) - 1
        clause = outline.at(at)
        if position < 0 or clause is None:
            return None
        term = self._by_words[position][1]
        return term if term.clause in {clause, *outline.ancestors(clause)} else None

    def named(self, words: str) -> Term | None:
        """Return the term of a name, as defined."""
        return self._by_name.get(words.strip(" ,."))


def _words_end(text: str, term: Term) -> int:
    """Return where the term itself ends among the words that define it."""
    for mark in ("“", '"', "``", "‘", ""):
        at = text.find(mark + term.term, term.span.start, term.span.end)
        if at >= 0:
            return at + len(mark) + len(term.term)
    return term.span.end


def _definition_end(text: str, outline: Outline, term: Term) -> int:
    """Return where a definition ends: with its clause, where it leads into the numbered clauses below."""
    below = outline.children(term.clause)
    leads = text[term.span.end - 1] == ":" and below and term.span.end <= outline[below[0]].start
    numbered = leads and outline[below[0]].kind is ClauseKind.SECTION
    return outline[term.clause].end if numbered else term.span.end


def kind_of(
    text: str, outline: Outline, span: Span, form: Form, definitions: Definitions
) -> tuple[CarveoutKind, Term | None]:
    """Return the kind of a carve-out and, where it takes something out of a defined term, that term."""
    words = span.of(text)
    term = taken_out_of(text, outline, span, form, definitions)
    if term is not None:
        return CarveoutKind.DEFINITION, term
    if form is not Form.EXCEPTION:
        return CarveoutKind.PROVISO, None
    if not _NO_DISCLOSURE.match(words) and (_DISCLOSED.search(words) or _POINTED_TO.match(words)):
        return CarveoutKind.DISCLOSURE, None
    return CarveoutKind.EXCEPTION, None


def taken_out_of(text: str, outline: Outline, span: Span, form: Form, definitions: Definitions) -> Term | None:
    """Return the defined term that words take something out of, None where they are about no term."""
    words = span.of(text)
    named = _NAMED.search(words) if "“" in words or '"' in words else None
    if named is not None and (term := definitions.named(named["term"])) is not None:
        return term
    if _SUCH_TERM.search(words) and (term := definitions.before(outline, span.start)) is not None:
        return term
    around = definitions.around(span.start)
    if around is not None:
        return around if form is Form.EXCEPTION or _NEGATIVE.search(words) else None
    if form is Form.REMOVAL and (removal := _REMOVAL.match(words)) is not None:
        return definitions.named(re.sub(r"^(?:The|the)(?: term)? ", "", removal["subject"]))
    return None
