"""A term that is defined and never used: left over from another draft, or from another deal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import standing, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "unused-term",
    "Defined and never used",
    "A term is defined, and no clause uses it. Either the clause that needed it is gone, or it says the same thing in"
    " other words, which then mean something else.",
    "Drafting practice: each definition is searched for before signing (K. Adams, A Manual of Style for Contract"
    " Drafting, on defined terms).",
    FindingSeverity.NOTE,
)
_LINKS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_JOINED_AFTER = re.compile(r"[“”\"]{1,2},? (?:and|or) (?:the )?[“\"]")
_JOINED_BEFORE = re.compile(r"[“”\"],? (?:and|or) (?:the )?[“\"]$")
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_MOST = 200
"""Terms beyond which a text that uses none of them is no agreement, and searching it for each takes long."""
_MARKS = '“”"‘’'


def unused_terms(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each definition whose term stands nowhere else, neither in the singular nor in the plural."""
    tried = 0
    used = {(one.instrument.root, stems(one.name)) for one in ground.defined if _used(one)}
    for one in ground.defined:
        if not one.firm or _used(one) or (one.instrument.root, stems(one.name)) in used:
            continue
        tried += 1
        if tried <= _MOST and not _stands(ground, one) and not _explained(ground, one):
            yield ground.finding(RULE, one.words, RULE.severity, _message(ground, one))


def _used(one: Defined) -> bool:
    return any(not one.term.span.holds(use) for use in one.term.uses)


def _stands(ground: Ground, one: Defined) -> bool:
    """Tell whether the term stands outside its definition and outside quotation marks, in whatever way it is spaced."""
    forms = {one.name, one.name.upper(), one.name.replace(" ", "")}
    if any(_beyond(ground, one, place) for form in forms for place in standing(ground.text, form)):
        return True
    if _RUN_TOGETHER.search(one.name) is None:
        return False
    letters = re.compile(" ?".join(re.escape(letter) for letter in one.name if not letter.isspace()))
    return any(_beyond(ground, one, match.start()) for match in letters.finditer(ground.text))


def _beyond(ground: Ground, one: Defined, place: int) -> bool:
    return not one.term.span.start <= place < one.term.span.end and ground.text[place - 1] not in _MARKS


def _explained(ground: Ground, one: Defined) -> bool:
    """Tell whether the words only explain others.

    A single word does beside another term ("Dollars" and "$"), and so does a sentence that opens with words which stand
    elsewhere in lower case.
    """
    words = one.name.split()
    joined = _JOINED_AFTER.match(ground.text, one.words.end)
    if joined is None:
        joined = _JOINED_BEFORE.search(ground.text, max(0, one.words.start - 24), one.words.start)
    if joined is not None and len(words) == 1:
        return True
    sentence_case = len(words) > 1 and any(word[0].islower() and word not in _LINKS for word in words[1:])
    return sentence_case and one.name[0].isupper() and ground.lower.count(one.name.lower()) > 1


def _message(ground: Ground, one: Defined) -> str:
    said = f"“{one.name}” is defined here and used nowhere else."
    other = _otherwise(ground, one)
    return f"{said} {other}" if other else said


def _otherwise(ground: Ground, one: Defined) -> str:
    """Say where the words stand in another form, which may be a use that the drafter meant."""
    forms = [one.name.lower()] if len(one.name) > 5 else []
    if one.name[:-1].isupper() and one.name.endswith("s"):
        forms.insert(0, one.name[:-1])
    for form in forms:
        for place in standing(ground.lower if form.islower() else ground.text, form):
            clause = ground.reading.outline.at(place)
            if clause is None or ground.instrument_of(clause) is not one.instrument:
                continue
            if _beyond(ground, one, place):
                said = ground.text[place : place + len(form)]
                return f"“{said}” stands in {ground.reading.outline[clause].citation}."
    return ""
