"""The memo: what counsel hands in, as a frozen snapshot of one reading and its review."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.deal import deal_name
from carveout.memo.instructions import RECIPIENT, Audience, Instructions
from carveout.memo.words import long_date
from carveout.review.annotation import AnnotationKind, Severity, Status
from carveout.review.coverage import coverage_of, state_of
from carveout.review.dismissal import dismissal_of
from carveout.review.for_client import for_client
from carveout.review.mark import State, furthest, second
from carveout.review.ranking import in_own_order
from carveout.review.thread import replies_to

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from carveout.agreement.content import Carveout, Finding, Qualifier, Representation
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.conflict import Conflict
    from carveout.review.correction import Correction
    from carveout.review.coverage import Coverage
    from carveout.review.dismissal import Dismissal
    from carveout.review.mark import Decision, Mark
    from carveout.review.review import Review
    from carveout.review.supposing import Judgement, Question, Supposed
    from carveout.review.thread import Reply


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading block. `deal` is what the foot of every page calls the deal."""

    to: str
    author: str
    date: dt.date
    re: str
    deal: str


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation with its number in the memo, counted from 1 in the order of the text."""

    number: int
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class ScheduledCarveout:
    """A carve-out with its number in the schedule, counted from 1 in the order of the text, and its decision."""

    number: int
    carveout: Carveout
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class RepresentationEntry:
    """All that the memo says of one representation. `signed_off` is the clearance of a second reader."""

    representation: Representation
    state: State
    mark: Mark | None
    qualifiers: tuple[Qualifier, ...]
    carveouts: tuple[ScheduledCarveout, ...]
    notes: tuple[Note, ...]
    signed_off: Mark | None = None


@dataclass(frozen=True)
class Memo:
    """A snapshot of a reading and its review, numbered and sorted as the memo prints it.

    `findings` are those that stand, `dismissed` the others with why they don't. `replies` are those to each note, by
    its annotation's id, and `ranks` those of the annotations that counsel put in an order of their own. `head` is the
    last hash of the log that the review is the fold of, where it is known.
    """

    heading: Heading
    reading: Reading
    coverage: Coverage
    notes: tuple[Note, ...]
    schedule: tuple[ScheduledCarveout, ...]
    representations: tuple[RepresentationEntry, ...]
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
    scenarios: Mapping[str, Supposed] = field(default_factory=dict)
    judgements: Mapping[Question, Judgement] = field(default_factory=dict)
    replies: Mapping[str, tuple[Reply, ...]] = field(default_factory=dict)
    ranks: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    instructions: Instructions = field(default_factory=Instructions)
    head: str = ""

    @cached_property
    def issues(self) -> tuple[Note, ...]:
        """The issues: open before resolved, worst first, then in counsel's own order, which is the text's at first."""
        severities = list(Severity)

        def gravity(note: Note) -> tuple[bool, int]:
            severity = note.annotation.severity or Severity.LOW
            return note.annotation.status is Status.RESOLVED, severities.index(severity)

        issues = (note for note in self.in_own_order if note.annotation.kind is AnnotationKind.ISSUE)
        return tuple(sorted(issues, key=gravity))

    @cached_property
    def in_own_order(self) -> tuple[Note, ...]:
        """The notes in counsel's own order, with the numbers that the text's gives them."""
        found = {note.annotation.id: note for note in self.notes}
        ordered = in_own_order((note.annotation for note in self.notes), self.ranks)
        return tuple(found[annotation.id] for annotation in ordered)

    @cached_property
    def proposals_for(self) -> dict[int, tuple[Note, ...]]:
        """The proposed wordings by the number of the issue they answer.

        A proposal answers the issue on the same words, or else the first one on the same clause.
        """
        by_span = {note.annotation.anchor.span: note.number for note in reversed(self.issues)}
        by_clause = {note.annotation.anchor.clause: note.number for note in reversed(self.issues)}
        found: dict[int, list[Note]] = {}
        for note in self.of_kind(AnnotationKind.PROPOSAL):
            anchor = note.annotation.anchor
            issue = by_span.get(anchor.span, by_clause.get(anchor.clause))
            if issue is not None:
                found.setdefault(issue, []).append(note)
        return {issue: tuple(notes) for issue, notes in found.items()}

    @cached_property
    def unread(self) -> tuple[RepresentationEntry, ...]:
        """The representations that nobody has read."""
        return tuple(entry for entry in self.representations if entry.state is State.UNREAD)

    @cached_property
    def undecided(self) -> tuple[ScheduledCarveout, ...]:
        """The carve-outs about which nothing is decided."""
        return tuple(entry for entry in self.schedule if entry.decision is None)

    def of_kind(self, kind: AnnotationKind) -> tuple[Note, ...]:
        """Return the notes of one kind, in the order of the text."""
        return tuple(note for note in self.notes if note.annotation.kind is kind)


def heading_of(reading: Reading, review: Review, date: dt.date, *, to: str = RECIPIENT, author: str = "") -> Heading:
    """Return the heading block that the reading suggests. The author defaults to whoever annotated or marked."""
    deal = deal_name(reading) or reading.source.name
    day = f" of {long_date(reading.date)}" if reading.date else ""
    return Heading(
        to=to,
        author=author or ", ".join(_reviewers(review)),
        date=date,
        re=f"{deal}{day}: representations, warranties and carve-outs",
        deal=deal,
    )


def memo_for(reading: Reading, review: Review, instructions: Instructions, date: dt.date, *, head: str = "") -> Memo:
    """Return the memo that the instructions ask for.

    For the client, what is internal goes from the review before anything is made of it.
    """
    if instructions.audience is Audience.CLIENT:
        review = for_client(reading, review)
    heading = heading_of(reading, review, date, to=instructions.recipient)
    return memo_of(reading, review, heading, instructions=instructions, head=head)


def memo_of(
    reading: Reading, review: Review, heading: Heading, *, instructions: Instructions | None = None, head: str = ""
) -> Memo:
    """Return the memo of a review as it stands. It numbers the annotations and the carve-outs in the text's order."""
    notes = tuple(Note(number, a) for number, a in enumerate(review.in_order(), start=1))
    carveouts = sorted(reading.carveouts, key=lambda carveout: carveout.span)
    schedule = tuple(
        ScheduledCarveout(number, carveout, review.decisions.get(carveout.span))
        for number, carveout in enumerate(carveouts, start=1)
    )
    note_spans = [note.annotation.anchor.span for note in notes]
    carveout_spans = [entry.carveout.span for entry in schedule]
    qualifiers = sorted(reading.qualifiers, key=lambda qualifier: qualifier.span)
    qualifier_spans = [qualifier.span for qualifier in qualifiers]

    def entry(representation: Representation) -> RepresentationEntry:
        span = reading.outline[representation.clause].span
        return RepresentationEntry(
            representation,
            state_of(reading, review, representation.clause),
            furthest(review.marks.get(representation.clause, ())),
            tuple(qualifiers[i] for i in _inside(qualifier_spans, span)),
            tuple(schedule[i] for i in _inside(carveout_spans, span)),
            tuple(notes[i] for i in _inside(note_spans, span)),
            second(review.marks.get(representation.clause, ())),
        )

    entries = tuple(entry(representation) for representation in reading.representations)
    put_aside = [(one, dismissal_of(review, reading.text, one)) for one in reading.findings]
    return Memo(
        heading,
        reading,
        coverage_of(reading, review),
        notes,
        schedule,
        entries,
        tuple(review.corrections.values()),
        tuple(finding for finding, why in put_aside if why is None),
        tuple((finding, why[1]) for finding, why in put_aside if why is not None),
        review.scenarios,
        review.judgements,
        {note.annotation.id: replies_to(review, note.annotation.id) for note in notes} if review.replies else {},
        review.ranks,
        review.conflicts,
        instructions or Instructions(),
        head,
    )


def _inside(spans: list[Span], span: Span) -> list[int]:
    """Return the positions of the sorted spans that lie inside another."""
    first = bisect_left(spans, span.start, key=lambda other: other.start)
    last = bisect_right(spans, span.end, key=lambda other: other.start)
    return [i for i in range(first, last) if span.holds(spans[i])]


def _reviewers(review: Review) -> list[str]:
    made = [(a.at, a.author) for a in review.annotations.values()]
    made += [(mark.at, mark.by) for marks in review.marks.values() for mark in marks]
    made += [(reply.at, reply.author) for reply in review.replies.values()]
    made += [(decision.at, decision.by) for decision in review.decisions.values()]
    made += [(correction.at, correction.by) for correction in review.corrections.values()]
    return list(dict.fromkeys(author for _, author in sorted(made)))
