"""What a memo has to say, part by part and column by column, as its review and its reading say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.memo.instructions import Part
from carveout.memo.reach import cited
from carveout.memo.words import CARVEOUT, KIND, QUALIFIER, VERDICT, VERDICT_DONE, clipped, long_date
from carveout.review.annotation import AnnotationKind, Status, Target
from carveout.review.redline import redline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.span import Span
    from carveout.memo.memo import Memo, Note, RepresentationEntry, ScheduledCarveout

SPACE = " \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What a page sets as it likes, as the inside of a character class; other control characters have to be printed."""
_SPACES = re.compile(f"[{SPACE}]+")
_CLIPPED, _REPEATED, _FIRST_WORDS, _QUALIFIED, _TABLED = 300, 500, 150, 80, 180
_ACROSS = 700
_CERTAIN = 8
"""What of the first word of a shortened stretch and of its last is there for certain."""
_TITLES = {
    AnnotationKind.QUESTION: "Questions",
    AnnotationKind.PROPOSAL: "Proposed wordings",
    AnnotationKind.NOTE: "Notes",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that has to be read: what it is, and the pattern of it without white space."""

    what: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a column of a part has to say, in this order. `whole` tells that it must say nothing else."""

    part: Part
    column: str
    said: tuple[Said, ...]
    whole: bool = True


def printed_as(text: str) -> str:
    """Return the pattern of text as it may be printed: each character as itself or as its code point."""
    return "".join(
        re.escape(one) if "!" <= one <= "~" else f"(?:{re.escape(one)}|U\\+{ord(one):04X})"
        for one in _SPACES.sub("", text)
    )


def said_by(memo: Memo) -> list[Saying]:
    """Return what the parts say that quote the agreement, or hold what somebody wrote."""
    found = [Saying(Part.REMARKS, "", tuple(_remarks(memo)))] if memo.notes else []
    if memo.issues:
        columns = {"NO.": _numbers, "CLAUSE": _clauses, "ISSUE": _issues}
        found += [Saying(Part.ISSUES, name, tuple(said(memo))) for name, said in columns.items()]
        if memo.proposals_for:
            found.append(Saying(Part.ISSUES, "PROPOSED", tuple(_proposed(memo))))
    found.append(Saying(Part.REPRESENTATIONS, "", tuple(_representations(memo)), whole=False))
    if memo.schedule:
        columns = {"NO.": _scheduled, "CLAUSE": _of_clause, "WORDS AND REACH": _words, "DECISION": _decided}
        found += [Saying(Part.SCHEDULE, name, tuple(said(memo))) for name, said in columns.items()]
    if memo.reading.gaps:
        found.append(Saying(Part.SCHEDULE, "BARE", tuple(_bare(memo)), whole=False))
    return found


def _plain(what: str, *texts: str) -> Said:
    return Said(what, "".join(map(printed_as, texts)))


def _at(memo: Memo, span: Span) -> str:
    return pages_and_lines(memo.reading.extent(span))


def _cited(memo: Memo, clause: int) -> str:
    return memo.reading.outline[clause].citation


def _remarks(memo: Memo) -> Iterator[Said]:
    for kind, title in _TITLES.items():
        notes = memo.of_kind(kind)
        if notes:
            yield _plain(title, title)
        for note in notes:
            one = note.annotation
            said = (_at(memo, one.anchor.span), f"{one.author}, {long_date(one.at.date())}", one.status.value)
            where = f"[{note.number}]{_cited(memo, one.anchor.clause)}"
            yield _plain(f"citation of note {note.number}", where, *(f"·{part}" for part in said if part))
            if kind is AnnotationKind.PROPOSAL:
                yield Said(f"redline of note {note.number}", _redline(note, None))
            elif one.anchor.target is not Target.CLAUSE:
                yield _plain(f"quotation of note {note.number}", "“", clipped(one.anchor.quote, _CLIPPED), "”")
            yield _plain(f"note {note.number}", one.comment)
            for reply in memo.replies.get(one.id, ()):
                signed = f"{reply.author}, {long_date(reply.at.date())}"
                yield _plain(f"reply to note {note.number}", signed, reply.comment)


def _redline(note: Note, longest: int | None) -> str:
    """Return the pattern of a proposal against the words it is about; of long stretches their beginning and end."""
    one = note.annotation
    runs = [run.words for run in redline(one.anchor.quote, one.proposed)]
    return f"(?:{_stretches(runs, longest)}|{_stretches([one.anchor.quote, one.proposed], longest)})"


def _stretches(runs: Iterable[str], longest: int | None) -> str:
    return "".join(
        printed_as(words)
        if longest is None or len(words) <= longest
        else f"{printed_as(words.split()[0][:_CERTAIN])}.*?….*?{printed_as(words.split()[-1][-_CERTAIN:])}"
        for words in runs
    )


def _numbers(memo: Memo) -> Iterator[Said]:
    for note in memo.issues:
        yield _plain(f"number of issue {note.number}", f"[{note.number}]")


def _clauses(memo: Memo) -> Iterator[Said]:
    for note in memo.issues:
        anchor = note.annotation.anchor
        yield _plain(f"citation of issue {note.number}", _cited(memo, anchor.clause), _at(memo, anchor.span))


def _issues(memo: Memo) -> Iterator[Said]:
    for note in memo.issues:
        one = note.annotation
        said = [one.comment, f"{one.author}, {long_date(one.at.date())}"]
        for reply in memo.replies.get(one.id, ()):
            said += [reply.comment, f"{reply.author}, {long_date(reply.at.date())}"]
        yield _plain(f"issue {note.number}", *said, "Resolved" if one.status is Status.RESOLVED else "")


def _proposed(memo: Memo) -> Iterator[Said]:
    for issue in memo.issues:
        for note in memo.proposals_for.get(issue.number, ()):
            pattern = f"{_redline(note, _TABLED)}{printed_as(f'[{note.number}]')}"
            yield Said(f"wording {note.number} for issue {issue.number}", pattern)


def _representations(memo: Memo) -> Iterator[Said]:
    reading = memo.reading
    for entry in memo.representations:
        clause = reading.outline[entry.representation.clause]
        named = clause.heading or clipped(reading.text[clause.body_start : clause.end], 70)
        yield _plain(f"representation {clause.citation}", short(clause), named)
        yield _plain(f"citation of {clause.citation}", "·", clause.citation, f"·{_at(memo, clause.span)}")
        if entry.qualifiers:
            yield _qualifiers(memo, entry)
        for one in entry.carveouts:
            carveout = one.carveout
            said = (CARVEOUT[carveout.kind], carveout.subject or "", _at(memo, carveout.span), _decision(one))
            quoted = clipped(carveout.span.of(reading.text), _REPEATED)
            yield _plain(f"C{one.number}", f"“{quoted}”C{one.number}", "·".join(part for part in said if part))
        for note in entry.notes:
            yield _first_words(note)


def _qualifiers(memo: Memo, entry: RepresentationEntry) -> Said:
    said: dict[str, list[str]] = {}
    for one in entry.qualifiers:
        place = _at(memo, one.span).rpartition(", ")[2]
        quoted = f"“{clipped(one.span.of(memo.reading.text), _QUALIFIED)}”" + (f"({place})" if place else "")
        there = said.setdefault(QUALIFIER[one.kind], [])
        if quoted not in there:
            there.append(quoted)
    words = ";".join(f"{kind}{','.join(quoted)}" for kind, quoted in said.items())
    return _plain(f"qualifiers of {_cited(memo, entry.representation.clause)}", f"Qualified by {words}.")


def _first_words(note: Note) -> Said:
    one = note.annotation
    kind = f"{KIND[one.kind]}, {one.severity.value}" if one.severity else KIND[one.kind]
    words = clipped(one.comment or one.proposed, _FIRST_WORDS)
    return _plain(f"first words of note {note.number}", f"[{note.number}]{kind}, {one.status.value}:{words}")


def _decision(entry: ScheduledCarveout) -> str:
    return f"{VERDICT_DONE[entry.decision.verdict]} by {entry.decision.by}" if entry.decision else "undecided"


def _scheduled(memo: Memo) -> Iterator[Said]:
    for entry in memo.schedule:
        yield _plain(f"number of C{entry.number}", f"C{entry.number}")


def _of_clause(memo: Memo) -> Iterator[Said]:
    for entry in memo.schedule:
        carveout = entry.carveout
        kind = CARVEOUT[carveout.kind] + (f" for {carveout.subject}" if carveout.subject else "")
        across = _quoted(memo, entry) if len(carveout.span) > _ACROSS else ""
        where = f"{_cited(memo, carveout.clause)}{_at(memo, carveout.span)}"
        yield _plain(f"citation of C{entry.number}", where, kind, across)


def _quoted(memo: Memo, entry: ScheduledCarveout) -> str:
    return f"“{entry.carveout.span.of(memo.reading.text)}”"


def _words(memo: Memo) -> Iterator[Said]:
    for entry in memo.schedule:
        names = [name for name, _ in cited(memo.reading.outline, entry.carveout.reaches)]
        last = " and " if names and names[-1].endswith(" more") else ", "
        reach = f"Reaches {', '.join(names[:-1])}{last if len(names) > 1 else ''}{names[-1]}" if names else ""
        quoted = "" if len(entry.carveout.span) > _ACROSS else _quoted(memo, entry)
        yield _plain(f"words of C{entry.number}", quoted, reach)


def _decided(memo: Memo) -> Iterator[Said]:
    for entry in memo.schedule:
        one = entry.decision
        said = (VERDICT[one.verdict], one.reason, f"{one.by}, {long_date(one.at.date())}") if one else ("Undecided",)
        yield _plain(f"decision of C{entry.number}", *said)


def _bare(memo: Memo) -> Iterator[Said]:
    order = list({gap.strength: None for gap in memo.reading.gaps})
    for gap in sorted(memo.reading.gaps, key=lambda one: (list(type(order[0])).index(one.strength), one.clause)):
        where = _at(memo, gap.words) if gap.words else ""
        yield _plain(f"gap of {_cited(memo, gap.clause)}", _cited(memo, gap.clause), where, gap.strength.value)
