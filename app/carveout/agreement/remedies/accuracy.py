"""Accuracy tests: the statements that turn on representations being true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.prose.places import places
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.remedies.as_of import as_of, window
from carveout.agreement.remedies.certificates import certificate_tests
from carveout.agreement.remedies.lead_ins import lead_in_tests
from carveout.agreement.remedies.perimeter import Perimeters
from carveout.agreement.remedies.predicates import Predicate, predicates, trigger
from carveout.agreement.remedy import REMEDIES, AccuracyTest, RoleKind
from carveout.agreement.roles.actors import Actors
from carveout.agreement.roles.nearest import NearestRoles
from carveout.agreement.roles.standing import led_into
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_SUBJECT = re.compile(
    r"(?<![\w-])(?:(?P<such>(?:(?:any |each )?such|those|the foregoing|these) (?:\w+ )?|that (?=\w+ or"
    r"|representation\b|warranty\b))"
    r"|(?:[\w’']+ )?)(?:representations?\b|warrant(?:y|ies)\b)"
)
_PHRASE_END = re.compile(
    r"[.;]|,? \(\w{1,4}\) |, (?:which|that|if|such that|or any|and any|in each case|provided)\b|\n"
)
_LONGEST = 5_000
_PHRASE = 400
_LABEL = re.compile(r"\(\w{1,4}\)")


def accuracy_tests(reading: Reading) -> tuple[AccuracyTest, ...]:
    """Return the accuracy tests of a reading that has its references and roles, in the order of the text.

    They are the bring-down conditions, the certificates, the rights to terminate and to be indemnified, and the words
    by which a party represents that what follows is true. Words that only take a test up again ("to be so true", "such
    representation") make none.
    """
    found = _Tests(reading)
    tests = [*found.tests(), *lead_in_tests(reading, found.lower)]
    tests += certificate_tests(reading, found.lower, tuple(tests))
    return tuple(sorted(set(tests), key=lambda test: (test.span.start, test.standard.start)))


class _Tests:
    """The tests of one reading that speak of representations."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = unbroken(reading.text)
        self.lower = folded(self._plain)
        self._roles = NearestRoles(reading.outline, reading.roles)
        self._actors = Actors(self._plain, self.lower, reading.terms)
        self._perimeters = Perimeters(reading, self.lower, self._actors)

    def tests(self) -> Iterator[AccuracyTest]:
        """Yield the tests sentence by sentence, in the order of the text."""
        past = 0
        everything = Span(0, len(self.lower))
        for at in sorted(
            (*places(self.lower, "representation", everything), *places(self.lower, "warrant", everything))
        ):
            if at < past:
                continue
            sentence = self._sentence(at)
            past = sentence.end
            clause = self._reading.outline.at(at)
            if clause is not None and self._counts(self._roles.all_of(clause)):
                yield from self._of_sentence(sentence)

    def _counts(self, kinds: tuple[RoleKind, ...]) -> bool:
        return any(kind in REMEDIES or kind is RoleKind.REPRESENTATION for kind in kinds)

    def _sentence(self, at: int) -> Span:
        start = sentence_start(self._plain, at)
        line_end = self._plain.find("\n", at)
        end = min(len(self._plain) if line_end < 0 else line_end, at + _LONGEST)
        return Span(start, sentence_end(self._plain, at, end))

    def _of_sentence(self, sentence: Span) -> Iterator[AccuracyTest]:
        past = sentence.start
        before: Span | None = None
        for predicate in predicates(self.lower, sentence):
            if predicate.start < past or self._aside(sentence, predicate):
                continue
            subject = self._subject(predicate, past, sentence)
            if subject is None and before is not None and _LABEL.search(self.lower, past, predicate.start):
                subject = before
            if subject is not None:
                test = self._test(sentence, predicate, subject)
                if test is not None:
                    before = subject
                    past = max(past, test.span.end)
                    yield test
        if before is None:
            yield from self._listed(sentence)

    def _listed(self, sentence: Span) -> Iterator[AccuracyTest]:
        """Yield the tests of the items that complete a sentence: `The representations of Seller: (i) in … are true`."""
        cue = _SUBJECT.search(self.lower, sentence.start, sentence.end)
        clause = self._reading.outline.at(sentence.start)
        if cue is None or cue["such"] or clause is None:
            return
        subject = Span(cue.start(), sentence.end)
        for item in led_into(self._plain, self._reading.outline, clause, Span(cue.start(), cue.end())):
            body = self._reading.outline[item].body_start
            own = Span(body, self._sentence(body).end)
            predicate = next((one for one in predicates(self.lower, own) if not one.nominal), None)
            if predicate is not None:
                test = self._test(own, predicate, Span(own.start, predicate.start), led_by=subject)
                if test is not None:
                    yield test

    def _aside(self, sentence: Span, predicate: Predicate) -> bool:
        """Tell whether words stand in brackets, or after "provided", where they only limit a test."""
        lead = self.lower[sentence.start : predicate.start]
        if lead.count("(") - sum(1 for _ in re.finditer(r"\(\w{1,4}\)", lead)) > lead.count(")") - sum(
            1 for _ in re.finditer(r"\(\w{1,4}\)", lead)
        ):
            return True
        clause = self._reading.outline.at(predicate.start)
        remedy = clause is not None and self._roles.of(clause) in REMEDIES
        return remedy and "provided" in lead

    def _subject(self, predicate: Predicate, floor: int, sentence: Span) -> Span | None:
        """Return the words that say which representations a predicate is about, None where it is about others."""
        if predicate.nominal:
            cue = _SUBJECT.search(self.lower, predicate.standard.end, min(sentence.end, predicate.standard.end + 160))
            if cue is None or cue["such"]:
                return None
            limit = min(sentence.end, cue.end() + _PHRASE)
            stop = _PHRASE_END.search(self.lower, cue.end(), limit)
            return Span(cue.start(), limit if stop is None else stop.start())
        cue = _SUBJECT.search(self.lower, floor, predicate.start)
        if cue is None or cue["such"]:
            return None
        return Span(cue.start(), predicate.start)

    def _test(
        self, sentence: Span, predicate: Predicate, subject: Span, led_by: Span | None = None
    ) -> AccuracyTest | None:
        clause = self._reading.outline.at(predicate.standard.start)
        if clause is None or predicate.standard.start < self._reading.outline[clause].body_start:
            return None
        role = self._roles.of(clause)
        if role not in REMEDIES and (role is not RoleKind.REPRESENTATION or predicate.nominal):
            return None
        speaker = next(iter(self._actors.within(Span(sentence.start, predicate.start))), None)
        if led_by is not None:
            speaker = next(iter(self._actors.within(led_by)), speaker)
        perimeter = self._perimeters.of(clause, subject, speaker if _own(self.lower, subject) or led_by else None)
        lasts = as_of(self.lower, predicate.standard.end, sentence.end) or self._window(clause)
        sets_off = trigger(self.lower, sentence, predicate)
        inside = [subject, predicate.standard, *(one for one in (lasts, sets_off) if one and sentence.holds(one))]
        return AccuracyTest(
            clause=clause,
            span=Span(min(one.start for one in inside), max(one.end for one in inside)),
            role=role,
            by=perimeter.by,
            perimeter=perimeter.words,
            covers=perimeter.covers,
            standard=predicate.standard,
            as_of=lasts,
            trigger=sets_off,
        )

    def _window(self, clause: int) -> Span | None:
        """Return the window that the clause above opens for what it leads into."""
        above = self._reading.outline[clause].parent
        if above is None or self._roles.of(clause) is RoleKind.CERTIFICATE:
            return None
        own = self._reading.outline.own(above)
        if not own:
            return None
        return window(self.lower, Span(self._reading.outline[above].body_start, max(own[0].end, own[0].start)))


def _own(lower: str, subject: Span) -> bool:
    return re.match(r"(?:its|their|his|her) ", lower[subject.start : subject.start + 8]) is not None
