"""Words that are written like a defined term, and that nothing defines."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import stems
from carveout.agreement.proofread.term_words import HEADS, SINGLE, STOCK
from carveout.agreement.proofread.vocabulary import Vocabulary, takes_terms_from_another, vocabulary
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
_WORD = r"[A-Z][a-zA-Z]{0,30}[a-z]\w{0,30}(?:-\w{1,30}){0,3}"
_PHRASE = re.compile(rf"(?<!\w){_WORD}(?: (?:of |for |in )?{_WORD}){{0,9}}")
_OPENS = re.compile(
    r"(?:(?:A|An|Any|All|As|At|Each|Every|For|From|If|In|No|Of|On|Such|That|The|This|To|Upon|When|With) ){1,4}(?=[A-Z])"
)
_MID_SENTENCE = re.compile(r"[a-z,)’'] $")
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
_OFTEN = 3
"""Times that words are written like a term before they are taken for one."""


def undefined_terms(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for each phrase that an agreement uses like a term of its own and doesn't define.

    The evidence is a word that definitions end in, and either use after use in the middle of sentences, or a phrase
    that agreements hardly use undefined. Agreements that take their terms from another paper are left alone.
    """
    for instrument in ground.instruments:
        if not instrument.operative or ground.amends(instrument) or takes_terms_from_another(ground, instrument):
            continue
        words = vocabulary(ground, instrument)
        for phrase, where in _phrases(ground, instrument, words).items():
            if len(where) >= _needed(phrase, words):
                yield _finding(ground, where, words.around.get(phrase))


def _needed(phrase: tuple[str, ...], known: Vocabulary) -> int:
    """Return how many uses show that a phrase is meant as a term."""
    if phrase in known.around or (phrase in STOCK and phrase not in known.endings):
        return 1
    return 2 if phrase in STOCK or len(phrase) == 1 else _OFTEN


def _phrases(ground: Ground, instrument: Instrument, known: Vocabulary) -> dict[tuple[str, ...], list[Span]]:
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
            if not _is_known(ground, here, words, known) and _reads_as_term(ground, here, words, known):
                found[words].append(here)
                before = _MADE_ONE.search(ground.text, max(0, here.start - 24), here.start)
                if before is not None or _EXPLAINED.match(ground.text, here.end):
                    explained.add(words)
    return {words: where for words, where in found.items() if words not in explained}


def _is_known(ground: Ground, here: Span, words: tuple[str, ...], known: Vocabulary) -> bool:
    """Tell whether words or the last of them are a term ("Company Material Contracts"), or end one."""
    if any(words[at:] in known.terms for at in range(len(words))):
        return True
    if words in known.beginnings and ground.text.startswith((" and ", " or "), here.end):
        return True
    if words in known.endings and (words not in STOCK or here.of(ground.text).endswith("s")):
        return True
    before = stems(ground.text[max(0, here.start - 24) : here.start])
    longer = (*before[-1:], *words)
    return longer in known.terms or longer in known.endings


def _reads_as_term(ground: Ground, here: Span, words: tuple[str, ...], known: Vocabulary) -> bool:
    text = ground.text
    if _MID_SENTENCE.search(text, max(0, here.start - 2), here.start) is None or ground.in_term(here):
        return False
    clause = ground.reading.outline.at(here.start)
    if ground.in_contents(here.start) or (clause is not None and ground.apart(clause)):
        return False
    if ground.in_heading(here.start) and not _titles(ground, here, words, known):
        return False
    return _NAMED.match(text, here.end) is None and (words in STOCK or _OFFICIAL.search(here.of(text)) is None)


def _titles(ground: Ground, here: Span, words: tuple[str, ...], known: Vocabulary) -> bool:
    """Tell whether the title of an attachment uses a term that the filing around the agreement defines."""
    clause = ground.reading.outline.at(here.start)
    return words in known.around and clause is not None and ground.reading.outline[clause].kind in ATTACHMENTS


def _finding(ground: Ground, where: list[Span], around: str | None) -> Finding:
    said = where[0].in_line(ground.text)
    times = f" {len(where)} times" if len(where) > 1 else ""
    message = f"“{said}” is written like a defined term{times}, and this agreement doesn’t define it."
    if around is not None:
        message += f" {around} does, but only for the filing around the agreement."
    return ground.finding(RULE, where[0], RULE.severity, message)
