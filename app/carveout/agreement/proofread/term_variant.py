"""Words that nearly are a defined term."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.labels.numerals import CARDINALS
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import WORD, stem, stems
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "term-variant",
    "Nearly a defined term",
    "Words differ from a defined term by a letter, a hyphen, a number or their capitals. A reader must guess whether"
    " the defined meaning is meant; a court may hold that other words mean something else.",
    "Drafting practice: a defined term is always written alike (K. Adams, A Manual of Style for Contract Drafting, on"
    " using defined terms).",
    FindingSeverity.WARNING,
)


_BETWEEN = re.compile(r" ?- ?| ")
_CAPITAL = re.compile(r"[A-Z][A-Za-z]+")
_CUES = (" the ", " such ", ") ")
_THE = re.compile(r"\b(?:the|such) $")
_ALL_THE = re.compile(r"\ball (?:of )?the $")
_COUNTED = re.compile(rf"\b(?:\w+ \(\d+\)|\d+|{'|'.join(CARDINALS)}) $")
_SPANS_OF_TIME = frozenset({"day", "month", "quarter", "year"})
_GENERIC = re.compile(r" of (?:any|an?|each|such|every|all|its|their)\b")
_Terms = dict[tuple[str, str], list[tuple[tuple[str, ...], "Defined"]]]
_LINKS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def term_variants(ground: Ground) -> Iterator[Finding]:
    """Yield a finding at the first place of each variant of a term of two words or more."""
    for instrument in ground.instruments:
        terms = _by_stems([one for one in ground.defined if one.instrument is instrument])
        if terms:
            yield from _of_instrument(ground, instrument, terms)


def _by_stems(definitions: list[Defined]) -> _Terms:
    """Return the terms that can have variants by their first two words, the longest first; none that stands twice."""
    found: _Terms = {}
    often = Counter(one.name for one in definitions)
    for one in definitions:
        key = stems(one.name)
        if one.firm and often[one.name] == 1 and len(key) > 1 and one.name[0].isupper() and _capitalised(one.name):
            found.setdefault((key[0], key[1]), []).append((key, one))
    for terms in found.values():
        terms.sort(key=lambda pair: -len(pair[0]))
    return found


def _capitalised(words: str) -> bool:
    return all(word[0].isupper() or word in _LINKS for word in WORD.findall(words))


def _of_instrument(ground: Ground, instrument: Instrument, terms: _Terms) -> Iterator[Finding]:
    taken = ground.used_at
    told: set[tuple[str, str]] = set()
    for span in instrument.spans:
        past = span.start
        for start in _candidates(ground, span, terms):
            if start < past or start in taken:
                continue
            for key, one in terms.get(_pair(ground, start), ()):
                end = _follow(ground, start, key)
                if end is None:
                    continue
                past, found = end, Span(start, end)
                said = found.of(ground.text)
                form = one.name.lower() if said.islower() else said
                if (one.name, form) not in told:
                    severity = _severity(ground, one, found)
                    if severity is not None:
                        told.add((one.name, form))
                        yield _finding(ground, one, found, severity)
                break


def _candidates(ground: Ground, span: Span, terms: _Terms) -> Iterator[int]:
    """Yield where a variant can begin: at a capital, or in small letters after a word that points to one thing."""
    forms = _forms({first for first, _ in terms})
    found = [
        match.start() for match in _CAPITAL.finditer(ground.text, span.start, span.end) if match[0].lower() in forms
    ]
    for cue in _CUES:
        for at in places(ground.lower, cue, span):
            start = at + len(cue)
            if _word_at(ground, start) in forms:
                found.append(start)
    yield from sorted(set(found))


def _forms(terms: Collection[str]) -> frozenset[str]:
    """Return the words by which terms can begin, in both numbers."""
    found = set(terms)
    for word in terms:
        found.update((word + "s", word + "es", word.removesuffix("y") + "ies"))
    return frozenset(found)


def _pair(ground: Ground, start: int) -> tuple[str, str]:
    """Return the stems of the two words that begin at a place."""
    first = _word_at(ground, start)
    between = _BETWEEN.match(ground.text, start + len(first))
    return stem(first), stem(_word_at(ground, between.end())) if between is not None else ""


def _word_at(ground: Ground, start: int) -> str:
    match = WORD.match(ground.lower, start)
    return match[0] if match is not None else ""


def _follow(ground: Ground, start: int, key: tuple[str, ...]) -> int | None:
    """Return the end of the words with these stems that begin at a place, None where others stand there."""
    at = start
    for position, stemmed in enumerate(key):
        if position:
            between = _BETWEEN.match(ground.text, at)
            if between is None:
                return None
            at = between.end()
        match = WORD.match(ground.lower, at)
        if match is None or stem(match[0]) != stemmed:
            return None
        at = match.end()
    return at


def _severity(ground: Ground, one: Defined, found: Span) -> FindingSeverity | None:
    """Return how wrong a variant is; None where the words are no variant but a name, a heading or common words."""
    said = found.of(ground.text)
    if said.upper() == said or ground.in_heading(found.start) or ground.in_contents(found.start):
        return None
    if _capitalised(said):
        known = _same(said, one.name) or _in_name(ground.text, found)
        return None if known else FindingSeverity.WARNING
    if not said.islower() or _at_home(ground, one, found):
        return None
    before = ground.text[max(0, found.start - 24) : found.start]
    if _COUNTED.search(before):
        return FindingSeverity.NOTE if stems(said)[-1] in _SPANS_OF_TIME else None
    meant = _THE.search(before) and not _ALL_THE.search(before) and not _GENERIC.match(ground.text, found.end)
    return FindingSeverity.NOTE if meant else None


def _same(said: str, name: str) -> bool:
    """Tell whether words are a term but for its number, or for a space that a line break brought in."""
    one, other = (WORD.findall(words) for words in (said, name))
    return (
        "".join(said.split()) == "".join(name.split())
        or one[-1] != other[-1]
        or (" of " in name and one[0] != other[0])
    )


def _in_name(text: str, found: Span) -> bool:
    """Tell whether words are part of a longer capitalised name, or stand in quotation marks."""
    before, after = text[max(0, found.start - 30) : found.start], text[found.end : found.end + 2]
    if before.endswith(("“", '"', "‘", "-", "/")) or after[:1] in ("”", '"', "-", "/"):
        return True
    last = before.rstrip(" ").rpartition(" ")[2]
    return (before.endswith(" ") and last[:1].isupper()) or (after[:1] == " " and after[1:2].isupper())


def _at_home(ground: Ground, one: Defined, found: Span) -> bool:
    """Tell whether words stand where a term is defined: there they may say what they mean."""
    outline = ground.reading.outline
    clause = outline.at(found.start)
    if clause is None or ground.apart(clause) or ground.in_definition(found.start):
        return True
    return one.term.clause in (clause, *outline.ancestors(clause))


def _finding(ground: Ground, one: Defined, found: Span, severity: FindingSeverity) -> Finding:
    said = found.in_line(ground.text)
    where = ground.reading.outline[one.term.clause].citation
    if severity is FindingSeverity.NOTE:
        message = f"“{said}” stands in lower case; “{one.name}” is defined in {where}. Is the same meant?"
    else:
        message = f"“{said}” is no defined term; “{one.name}” is, in {where}."
    return ground.finding(RULE, found, severity, message)
