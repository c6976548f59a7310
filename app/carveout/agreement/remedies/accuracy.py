"""Accuracy tests: the statements that turn on representations being true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.prose.places import places
from carveout.agreement.remedies.as_of import as_of, window
from carveout.agreement.remedies.certificates import certificate_tests
from carveout.agreement.remedies.lead_ins import lead_in_tests
from carveout.agreement.remedies.perimeter import Perimeters
from carveout.agreement.remedies.predicates import Predicate, predicates, trigger
from carveout.agreement.remedies.speakers import Speakers
from carveout.agreement.remedies.subjects import first_mention, goes_on, labels, masked, only_taken_up, subject_of
from carveout.agreement.remedy import REMEDIES, AccuracyTest, RoleKind
from carveout.agreement.roles.actors import Actors
from carveout.agreement.roles.nearest import NearestRoles
from carveout.agreement.roles.standing import led_into
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_WINDOWED = frozenset({RoleKind.TERMINATION, RoleKind.INDEMNITY})


def accuracy_tests(reading: Reading) -> tuple[AccuracyTest, ...]:
    """Return the accuracy tests of a reading that has its references and roles, in the order of the text.

    They are the bring-down conditions, the certificates, the rights to terminate and to be indemnified, and the words
    by which a party represents that what follows is true. A sentence that asks that representations shall be true is
    one too, though no role of its clause is known. Words that only take a test up again ("to be so true", "such
    representation") make none.
    """
    found = _Tests(reading)
    tests = [*found.tests(), *lead_in_tests(reading, found.lower)]
    tests += certificate_tests(reading, found.lower, tuple(tests))
    by_standard = {test.standard: test for test in reversed(tests)}
    return tuple(sorted(by_standard.values(), key=lambda test: (test.span.start, test.standard.start)))


class _Tests:
    """The tests of one reading that speak of representations."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = unbroken(reading.text)
        self.lower = folded(self._plain)
        self._roles = NearestRoles(reading.outline, reading.roles)
        actors = Actors(self._plain, self.lower, reading.terms)
        self._speakers = Speakers(self.lower, actors)
        self._perimeters = Perimeters(reading, self.lower, actors)

    def tests(self) -> Iterator[AccuracyTest]:
        """Yield the tests sentence by sentence, in the order of the text."""
        past = 0
        all_of_it = Span(0, len(self.lower))
        cues = (*places(self.lower, "representation", all_of_it), *places(self.lower, "warrant", all_of_it))
        for at in sorted(cues):
            if at < past:
                continue
            sentence = self._sentence(at)
            past = sentence.end
            clause = self._reading.outline.at(at)
            if clause is not None:
                yield from self._of_sentence(sentence)

    def _sentence(self, at: int) -> Span:
        return sentence_around(self._plain, Span(at, at))

    def _of_sentence(self, sentence: Span) -> Iterator[AccuracyTest]:
        words = masked(self.lower, sentence)
        floor = 0
        before: Span | None = None
        for predicate in predicates(words):
            if predicate.start < floor or self._limits(sentence, words, predicate):
                continue
            subject = subject_of(words, predicate, floor)
            if subject is None and not only_taken_up(words, predicate, floor):
                subject = self._numbered(sentence, words, predicate, floor)
                if subject is None and goes_on(words, predicate, floor):
                    subject = before
            test = None if subject is None else self._test(sentence, words, predicate, subject)
            if test is not None:
                before = subject
                floor = max(floor, predicate.standard.end, test.span.end - sentence.start)
                yield test
        if before is None:
            yield from self._listed(sentence, words)

    def _numbered(self, sentence: Span, words: str, predicate: Predicate, floor: int) -> Span | None:
        """Return the words between a label and a predicate if they give numbers: `(iv) Section 3.1 shall be true`."""
        label = next(labels(words, floor, predicate.start), None)
        spoken_of = None if label is None else Span(label, predicate.start)
        return spoken_of if spoken_of and self._perimeters.points(_moved(spoken_of, sentence.start)) else None

    def _listed(self, sentence: Span, words: str) -> Iterator[AccuracyTest]:
        """Yield the tests of the items that complete a sentence: `The representations of Seller: (i) in … are true`."""
        cue = first_mention(words)
        clause = self._reading.outline.at(sentence.start)
        if cue is None or clause is None:
            return
        subject = Span(sentence.start + cue.start, sentence.end)
        for item in led_into(self._plain, self._reading.outline, clause, Span(subject.start, subject.start + 1)):
            body = self._reading.outline[item].body_start
            own = Span(body, self._sentence(body).end)
            item_words = masked(self.lower, own)
            predicate = next((one for one in predicates(item_words) if not one.nominal), None)
            if predicate is not None:
                speaker = self._speakers.within(subject)
                test = self._test(own, item_words, predicate, Span(0, predicate.start), speaker)
                if test is not None:
                    yield test

    def _limits(self, sentence: Span, words: str, predicate: Predicate) -> bool:
        """Tell whether a predicate stands after "provided", where it only limits a remedy."""
        clause = self._reading.outline.at(sentence.start + predicate.start)
        return clause is not None and self._roles.of(clause) in REMEDIES and "provided" in words[: predicate.start]

    def _test(
        self, sentence: Span, words: str, predicate: Predicate, subject: Span, speaker: str | None = None
    ) -> AccuracyTest | None:
        standard = _moved(predicate.standard, sentence.start)
        clause = self._reading.outline.at(standard.start)
        if clause is None or standard.start < self._reading.outline[clause].body_start:
            return None
        sets_off = trigger(words, predicate)
        role = self._role(clause, certifying=sets_off is not None and sets_off.certifying)
        if role not in REMEDIES and not (predicate.affirms if role is RoleKind.REPRESENTATION else predicate.demands):
            return None
        spoken_of = _moved(subject, sentence.start)
        by = speaker or self._speakers.of(sentence, spoken_of, standard, nominal=predicate.nominal)
        perimeter = self._perimeters.of(clause, spoken_of, by)
        if role not in REMEDIES and perimeter.words is None:
            return None
        lasts = as_of(self.lower, standard.end, sentence.end)
        if lasts is None and role in _WINDOWED:
            lasts = self._window(clause)
        off = None if sets_off is None else _moved(sets_off.words, sentence.start)
        inside = [spoken_of, standard, *(one for one in (lasts, off) if one is not None and sentence.holds(one))]
        return AccuracyTest(
            clause=clause,
            span=Span(min(one.start for one in inside), max(one.end for one in inside)),
            role=role,
            by=perimeter.by,
            perimeter=perimeter.words,
            covers=perimeter.covers,
            standard=standard,
            as_of=lasts,
            trigger=off,
        )

    def _role(self, clause: int, *, certifying: bool) -> RoleKind | None:
        """Return the role of a test: of a condition that a certificate confirms, that of the words themselves."""
        kinds = self._roles.all_of(clause)
        if certifying and RoleKind.CERTIFICATE in kinds:
            return RoleKind.CERTIFICATE
        return next((kind for kind in kinds if kind is not RoleKind.CERTIFICATE or len(kinds) == 1), None)

    def _window(self, clause: int) -> Span | None:
        """Return the window that the clause above opens for what it leads into."""
        above = self._reading.outline[clause].parent
        own = () if above is None else self._reading.outline.own(above)
        if above is None or not own:
            return None
        body = self._reading.outline[above].body_start
        return window(self.lower, Span(body, max(own[0].end, body)))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
