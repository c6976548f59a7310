"""Words that are written like a defined term{times}, and that nothing defines."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import stems
from carveout.agreement.proofread.term_words import HEADS, SINGLE, STOCK
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "undefined-term",
    "Written like a term, defined nowhere",
    "Words are capitalised as only defined terms are, and no definition of them is found in the agreement. Their"
    " meaning is open, however carefully the rest is drafted.",
    "Drafting practice: capitals promise a definition (K. Adams, A Manual of Style for Contract Drafting, on defined"
    " terms).",
    FindingSeverity.WARNING,
)
_WORD = r"[A-Z][a-zA-Z]*[a-z]\w*(?:-\w+)*"
_PHRASE = re.compile(rf"{_WORD}(?: (?:of |for |in )?{_WORD})*")
_OPENS = re.compile(
    r"(?:(?:A|An|Any|All|As|At|Each|Every|For|From|If|In|No|Of|On|Such|That|The|This|To|Upon|When|With) ){1,4}(?=[A-Z])"
)
_MID_SENTENCE = re.compile(r"[a-z,)’'] $")
_QUOTED = re.compile(r"[“\"‘]([^“”\"\n]{2,100})[”\"’]")
_ELSEWHERE = re.compile(
    r"\b(?:capitali[sz]ed|defined) (?:terms?|words?)\b[^.;\n]{0,120}?\b(?:not|without|unless|otherwise)\b[^.;\n]{0,80}?"
    r"\bdefin[^.;\n]{0,160}?\b(?:meaning|defined)\b(?P<where>[^.;\n]{0,90})"
    r"|\bterms? used[^.;\n]{0,60}? not (?:otherwise )?defined\b[^.;\n]{0,120}?\bmeaning(?P<there>[^.;\n]{0,90})"
    r"|\bcapitali[sz]ed terms?[^.;\n]{0,60}? ha(?:ve|s) [^.;\n]{0,60}?\bmeanings?\b(?P<all>[^.;\n]{0,90})"
)
_HERE = re.compile(r"\b(?:article|section|clause|annex|exhibit|schedule|appendix|this agreement|herein|hereto)\b")
_NAMED = re.compile(
    r",? (?:Inc|LLC|LLP|Corp|Ltd|Limited|L\.P|L\.L\.C|Company|Co\.|N\.A|plc|GmbH)\b|,? \([“\"]|,? dated\b| of \d{4}"
    r"| on (?:Form|Schedule)\b| No\.| [A-Z0-9]|’s [A-Z]"
)
_OFFICIAL = re.compile(
    r"\b(?:Federal|International|National|Internal|Social|United|European|State|Code|Rules?|Act|Regulations?|Fair|Uniform"
    r"|Generally|General|American|New|Department|Ministry|Office|Bureau)\b"
)
_EXPLAINED = re.compile(
    r",? \(?(?:as|within|each,? as|such term)\b[^)\n]{0,60}?\b(?:defined|meaning|stated|described)\b"
    r"|,? (?:under|of|in|pursuant to) (?:the|that|an?) (?:[A-Z]\w* ){0,4}"
    r"(?:Agreement|Indenture|Plan|Act|Code|Lease|Law)\b"
)
_MADE_ONE = re.compile(r"\b(?:constitut(?:e|es|ing)|deemed(?: to be)?|considered|shall be|each),? (?:an?|the) $")
_LISTED = re.compile(
    r"(?:\(?\w{1,5}[.)] *)?(?P<term>[A-Z][\w’'&/-]*(?: [\w’'&/-]+){0,6}?)"
    r"(?:[.:] | ?$| [-–—] | \{| (?:of (?:any|an?) [A-Z]\w+ )?(?:means?|shall mean|is defined)\b)"
)
_BEFORE_MEANS = re.compile(r"(?P<term>[A-Z][\w-]*(?: (?:of |and |or )?[A-Z][\w-]*){0,5}) (?:shall )?$")
_DEFINITIONS = re.compile(r"definitions?|defined terms|interpretation|key terms", re.IGNORECASE)
_COVER = "cover page"
"""A paper that standard terms lean on: what they leave open is filled in there."""
_OFTEN = 3
_OPENING = 120


class _Vocabulary(NamedTuple):
    """What an agreement defines or quotes, how that begins and ends, and what the filing around it defines."""

    known: frozenset[tuple[str, ...]]
    beginnings: frozenset[tuple[str, ...]]
    endings: frozenset[tuple[str, ...]]
    around: dict[tuple[str, ...], str]


def undefined_terms(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for each phrase that an agreement uses like a term of its own and doesn't define.

    The evidence is a word that definitions end in, and either use after use in the middle of sentences, or a phrase
    that agreements hardly use undefined. Agreements that take their terms from another paper are left alone.
    """
    for instrument in ground.instruments:
        if not instrument.operative or ground.amends(instrument) or _defined_elsewhere(ground, instrument):
            continue
        vocabulary = _vocabulary(ground, instrument)
        for phrase, places in _phrases(ground, instrument, vocabulary).items():
            if len(places) >= _needed(phrase, vocabulary):
                yield _finding(ground, places, vocabulary.around.get(phrase))


def _needed(phrase: tuple[str, ...], vocabulary: _Vocabulary) -> int:
    """Return how many uses show that a phrase is meant as a term."""
    if phrase in vocabulary.around or (phrase in STOCK and phrase not in vocabulary.endings):
        return 1
    return 2 if phrase in STOCK or len(phrase) == 1 else _OFTEN


def _defined_elsewhere(ground: Ground, instrument: Instrument) -> bool:
    """Tell whether an agreement says that terms which it doesn't define have their meaning in another paper."""
    if sum(ground.lower.count(_COVER, span.start, span.end) for span in instrument.spans) >= _OFTEN:
        return True
    return any(
        _HERE.search(match["where"] or match["there"] or match["all"] or "") is None
        for span in instrument.spans
        for match in _ELSEWHERE.finditer(ground.lower, span.start, span.end)
    )


def _vocabulary(ground: Ground, instrument: Instrument) -> _Vocabulary:
    reading = ground.reading
    known: set[tuple[str, ...]] = set()
    around: dict[tuple[str, ...], str] = {}
    for term in reading.terms:
        other = ground.instrument_of(term.clause)
        if other is instrument or other.operative:
            known.add(stems(term.term))
        elif len(stems(term.term)) > 1:
            around.setdefault(stems(term.term), reading.outline[term.clause].citation)
    for span in instrument.spans:
        known.update(stems(match[1]) for match in _QUOTED.finditer(ground.text, span.start, span.end))
    known.update(_listed(ground, instrument))
    known.update(_meant(ground, instrument))
    titled = stems(reading.title or "")
    return _Vocabulary(
        frozenset(known),
        frozenset(key[:end] for key in known for end in range(2, len(key))),
        frozenset(key[at:] for key in known for at in range(1, len(key) - 1)),
        {key: where for key, where in around.items() if key not in known and not set(key) <= set(titled)},
    )


def _listed(ground: Ground, instrument: Instrument) -> Iterator[tuple[str, ...]]:
    """Yield what opens the paragraphs of definitions and cover pages: terms set without quotation marks, and labels."""
    outline = ground.reading.outline
    for paragraph in ground.reading.paragraphs:
        clause = outline.at(paragraph.span.start)
        if clause is None or ground.instrument_of(clause) is not instrument:
            continue
        end = min(paragraph.span.end, paragraph.span.start + _OPENING)
        match = _LISTED.match(ground.text, paragraph.span.start, end)
        if match is None or ground.in_heading(paragraph.span.start):
            continue
        if match.end() == paragraph.span.end or _lists_terms(ground, clause):
            yield stems(match["term"])


def _meant(ground: Ground, instrument: Instrument) -> Iterator[tuple[str, ...]]:
    """Yield what a sentence says the meaning of without quotation marks ("Confidential Information means …")."""
    for span in instrument.spans:
        for at in places(ground.lower, " mean", span):
            match = _BEFORE_MEANS.search(ground.text, max(span.start, at - _OPENING), at + 1)
            if match is not None:
                yield stems(match["term"])


def _lists_terms(ground: Ground, clause: int) -> bool:
    outline = ground.reading.outline
    if outline[clause].kind in {ClauseKind.COVER, ClauseKind.TERM}:
        return True
    return any(_DEFINITIONS.search(outline[one].heading or "") for one in (clause, *outline.ancestors(clause)))


def _phrases(ground: Ground, instrument: Instrument, vocabulary: _Vocabulary) -> dict[tuple[str, ...], list[Span]]:
    """Return where each phrase stands that could be an undefined term; none that is explained in brackets."""
    found: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    explained = set()
    for span in instrument.spans:
        for match in _PHRASE.finditer(ground.text, span.start, span.end):
            opening = _OPENS.match(match[0])
            start = match.start() + (opening.end() if opening is not None else 0)
            words = stems(ground.text[start : match.end()])
            if (words[-1] not in HEADS and words not in STOCK) or (len(words) == 1 and words[0] not in SINGLE):
                continue
            here = Span(start, match.end())
            if not _is_known(ground, here, words, vocabulary) and _reads_as_term(ground, here, words, vocabulary):
                found[words].append(here)
                before = _MADE_ONE.search(ground.text, max(0, here.start - 24), here.start)
                if before is not None or _EXPLAINED.match(ground.text, here.end):
                    explained.add(words)
    return {words: places for words, places in found.items() if words not in explained}


def _is_known(ground: Ground, here: Span, words: tuple[str, ...], vocabulary: _Vocabulary) -> bool:
    """Tell whether words or the last of them are a term ("Company Material Contracts"), or end one."""
    if any(words[at:] in vocabulary.known for at in range(len(words))):
        return True
    if words in vocabulary.beginnings and ground.text.startswith((" and ", " or "), here.end):
        return True
    if words in vocabulary.endings and (words not in STOCK or here.of(ground.text).endswith("s")):
        return True
    before = stems(ground.text[max(0, here.start - 24) : here.start])
    longer = (*before[-1:], *words)
    return longer in vocabulary.known or longer in vocabulary.endings


def _reads_as_term(ground: Ground, here: Span, words: tuple[str, ...], vocabulary: _Vocabulary) -> bool:
    text = ground.text
    if _MID_SENTENCE.search(text, max(0, here.start - 2), here.start) is None or ground.in_term(here):
        return False
    if ground.in_contents(here.start) or (
        ground.in_heading(here.start) and not _titles(ground, here, words, vocabulary)
    ):
        return False
    return _NAMED.match(text, here.end) is None and (words in STOCK or _OFFICIAL.search(here.of(text)) is None)


def _titles(ground: Ground, here: Span, words: tuple[str, ...], vocabulary: _Vocabulary) -> bool:
    """Tell whether the title of an attachment uses a term that the filing around the agreement defines."""
    clause = ground.reading.outline.at(here.start)
    return words in vocabulary.around and clause is not None and ground.reading.outline[clause].kind in ATTACHMENTS


def _finding(ground: Ground, places: list[Span], around: str | None) -> Finding:
    said = " ".join(places[0].of(ground.text).split())
    times = f" {len(places)} times" if len(places) > 1 else ""
    message = f"“{said}” is written like a defined term{times}, and this agreement doesn’t define it."
    if around is not None:
        message += f" {around} does, but only for the filing around the agreement."
    return ground.finding(RULE, places[0], RULE.severity, message)
