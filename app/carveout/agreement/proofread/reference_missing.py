"""A reference to a clause that isn't there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import standing
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Finding, Reference
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "reference-missing",
    "Reference to a clause that isn’t there",
    "A clause refers to a section or an article that the agreement doesn’t have. What hangs on it, an exception, a"
    " condition or a remedy, hangs on nothing.",
    "Drafting practice: references are checked once more after the last renumbering.",
    FindingSeverity.ERROR,
)
_CLAUSE = re.compile(
    r"(?:this |these |such |said )?(?P<word>sections?|articles?|clauses?|paragraphs?|chapters?|subsections?|§§?|parts?)"
    r" ?(?P<number>\d+(?:\.\d+)*|[IVXL]+\b(?!\)))(?P<items>(?: ?\(\w{1,5}\))*)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:disclosure|schedules?|letter|act|code|regulations?|rules?|law|treas|u\.s\.c|c\.f\.r|statute|decree|directive)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"Error! (?:Reference source not found|Bookmark not defined|No bookmark name given)\.")
_OF_ANOTHER = re.compile(r"of (?:the|its|their) (?!Agreement\b)[A-Z]")
_FEW = 3
"""Missing numbers that are told of an agreement with few references; of others a twentieth."""
_PARAGRAPH = re.compile(r", (?:Paragraph|Item)")
"""Translations count paragraphs whose first often prints no number: Article 4, Paragraph 1."""
_STATUTE = re.compile(r"\d{3,}|-\d")
_KINDS = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.CHAPTER})


def missing_references(ground: Ground) -> Iterator[Finding]:
    """Yield an error for each reference to a number that no clause bears, and a warning where only its item is missing.

    Attachments have a rule of their own. A number that another agreement of the document bears may point there.
    """
    for lost in _BROKEN.finditer(ground.text):
        message = "The reference was lost: the word processor didn’t find what it pointed to."
        yield ground.finding(RULE, Span(*lost.span()), FindingSeverity.ERROR, message)
    for instrument in ground.instruments:
        if instrument.operative and not ground.amends(instrument):
            yield from _of_instrument(ground, instrument)


def _of_instrument(ground: Ground, instrument: Instrument) -> Iterator[Finding]:
    """Yield what one agreement lacks; nothing where so much is missing that its numbers may not have been read."""
    own = _numbers(ground, instrument)
    others = {number for other in ground.instruments if other is not instrument for number in _numbers(ground, other)}
    inside = [one for one in ground.reading.references if ground.instrument_of(one.clause) is instrument]
    words = Counter(match["word"].lower().rstrip("s") for one in inside if one.targets for match in _matches(one))
    missing = [
        (one, match)
        for one in inside
        if not one.targets and not one.external and ground.paper_of(one.clause) is None
        for match in _matches(one)
        if words[match["word"].lower().rstrip("s")] and not _elsewhere(ground, one)
    ]
    starts = [reference.span.start for reference in ground.reading.references]
    lost = {match["number"] for _, match in missing if match["number"] not in own}
    if len(lost) > max(_FEW, sum(words.values()) // 20):
        return
    for one, match in missing:
        if _PARAGRAPH.match(one.quote, match.end()):
            continue
        if match["number"] in own:
            yield _item_missing(ground, one, own[match["number"]])
        elif own and match["number"] not in others and not _printed(ground, starts, match["number"]):
            yield _missing(ground, one, match, own)


def _matches(reference: Reference) -> Iterator[re.Match[str]]:
    match = _CLAUSE.match(reference.quote)
    if match is not None:
        yield match


def _printed(ground: Ground, starts: Sequence[int], number: str) -> bool:
    """Tell whether the text holds a number outside references: then some clause bears it that the outline lacks."""
    for place in standing(ground.text, number) if len(number) > 1 else ():
        at = bisect_right(starts, place) - 1
        reference = ground.reading.references[at] if at >= 0 else None
        cited = reference is not None and place < reference.span.end and not _heads(ground.text, reference.span)
        if not cited and not _longer(ground.text, place, number) and not ground.in_contents(place):
            return True
    return False


def _heads(text: str, span: Span) -> bool:
    """Tell whether words head a paragraph as its label does: "Section 3.1 Organization"."""
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return opens and text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper()


def _longer(text: str, place: int, number: str) -> bool:
    """Tell whether a number is part of a longer one: "13.2" in "13.2.1" or in "1.13.2"."""
    after = place + len(number)
    return text[place - 1 : place] == "." or (text[after : after + 1] == "." and text[after + 1 : after + 2].isdigit())


def _numbers(ground: Ground, instrument: Instrument) -> dict[str, int]:
    """Return the clauses that a reference can name by a number of their own."""
    outline = ground.reading.outline
    found: dict[str, int] = {}
    for clause in instrument.clauses:
        if outline[clause].kind in _KINDS and outline[clause].number:
            found.setdefault(str(outline[clause].number), clause)
    return found


def _elsewhere(ground: Ground, reference: Reference) -> bool:
    """Tell whether a reference may be to a law or to a disclosure schedule."""
    if _OUTSIDE.search(reference.quote) or _STATUTE.search(reference.quote):
        return True
    after = ground.text[reference.span.end : reference.span.end + 60].split(".")[0].lstrip(" -,0123456789()")
    if _OF_ANOTHER.match(after):
        return True
    return after.startswith(("of", "to")) and _OUTSIDE.search(after) is not None


def _item_missing(ground: Ground, reference: Reference, clause: int) -> Finding:
    where = ground.reading.outline[clause].citation
    message = f"{where} has no such item: {' '.join(reference.quote.split())} points to nothing."
    return ground.finding(RULE, reference.span, FindingSeverity.WARNING, message)


def _missing(ground: Ground, reference: Reference, match: re.Match[str], own: dict[str, int]) -> Finding:
    number = match["number"]
    named = f"{match['word'].rstrip('sS').capitalize()} {number}"
    above, stop, _ = number.rpartition(".")
    last = [one for one in own if stop and one.rpartition(".")[0] == above]
    message = f"There is no {named} in this agreement."
    if last:
        message += f" The last of that article is {ground.reading.outline[own[last[-1]]].citation}."
    severity = FindingSeverity.ERROR if len(last) > 1 or number == "0" else FindingSeverity.WARNING
    return ground.finding(RULE, reference.span, severity, message)
