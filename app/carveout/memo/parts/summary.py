"""The summary: the state of the review in sentences, and in a picture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind, GapStrength
from carveout.memo.instructions import Part
from carveout.memo.parts.basis import basis
from carveout.memo.parts.chart import chart
from carveout.memo.parts.composer import coloured
from carveout.memo.typesetting.rows import Row, gap
from carveout.memo.typesetting.style import BODY
from carveout.memo.typesetting.text import Run
from carveout.memo.words import VERDICT_DONE, counted, number, sentence, series, times
from carveout.review.annotation import AnnotationKind, Severity, Status
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.memo.memo import Memo
    from carveout.memo.parts.composer import Composer

_NAMED = 3


def summary(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the summary."""
    yield from composer.part(number, Part.SUMMARY.called)
    runs = [Run(" ".join((_representations(composer.memo), *_carveouts(composer.memo), "")), BODY)]
    runs += _gaps(composer)
    runs += _issues(composer)
    runs += _remarks(composer.memo)
    runs += _completeness(composer)
    yield from composer.paragraph(runs)
    yield Row(5, keep=True)
    yield from chart(composer)
    yield gap(6)
    yield from basis(composer)


def _representations(memo: Memo) -> str:
    total = memo.coverage.representations
    if not total:
        return "No representation was found in the document."
    states = memo.coverage.by_state
    order = (State.CLEARED, State.NOTED, State.READ, State.UNREAD)
    present = [state for state in order if states[state]]
    if len(present) == 1:
        return sentence(f"{counted(total, 'representation')} {'was' if total == 1 else 'were'} found, all {present[0]}")
    return sentence(f"{counted(total, 'representation')}: {series([f'{number(states[s])} {s}' for s in present])}")


def _carveouts(memo: Memo) -> Iterator[str]:
    total = len(memo.schedule)
    if not total:
        yield "No carve-out was found."
        return
    verdicts = Counter(entry.decision.verdict for entry in memo.schedule if entry.decision is not None)
    decided = verdicts.total()
    one = "is" if decided == 1 else "are"
    if decided:
        how = series([f"{number(verdicts[v])} {VERDICT_DONE[v]}" for v in Verdict if verdicts[v]])
        rest = total - decided
        left = f", {number(rest)} undecided" if rest else ""
        yield sentence(f"of {counted(total, 'carve-out')}, {number(decided)} {one} decided ({how}){left}")
    else:
        yield sentence(f"{counted(total, 'carve-out')} {'was' if total == 1 else 'were'} found; none is decided yet")
    yield from _subjects(memo)


def _subjects(memo: Memo) -> Iterator[str]:
    out: dict[str, list[str]] = {}
    back: Counter[str] = Counter()
    for entry in memo.schedule:
        subject = entry.carveout.subject
        if subject is None:
            continue
        if entry.carveout.kind is CarveoutKind.INCLUSION:
            back[subject] += 1
        else:
            words = entry.carveout.span.of(memo.reading.text)
            out.setdefault(subject, []).append(" ".join(words.casefold().split()))
    for subject, wordings in sorted(out.items(), key=lambda item: -len(item[1]))[:_NAMED]:
        if len(wordings) > 1:
            different = len(set(wordings))
            how = "in the same words" if different == 1 else f"in {number(different)} wordings"
            again = f", and carved back in {times(back[subject])}" if back[subject] else ""
            yield f"{subject} is carved out {times(len(wordings))} {how}{again}."


def _gaps(composer: Composer) -> list[Run]:
    gaps = composer.memo.reading.gaps
    if not gaps:
        return []
    verb = "stays" if len(gaps) == 1 else "stay"
    strong = [gap.clause for gap in gaps if gap.strength is GapStrength.STRONG]
    start = f"{counted(len(gaps), 'clause')} of the same role {verb} bare"
    if not strong:
        return [Run(f"{sentence(start)} ", BODY)]
    return [Run(f"{sentence(start)[:-1]}; foremost ", BODY), *_named(composer, strong), Run(". ", BODY)]


def _issues(composer: Composer) -> list[Run]:
    notes = [note for note in composer.memo.issues if note.annotation.status is Status.OPEN]
    if not notes:
        return [Run("No issue is open. ", BODY)]
    levels = Counter(note.annotation.severity for note in notes)
    how = series([f"{number(levels[s])} {s}" for s in Severity if levels[s]])
    verb = "is" if len(notes) == 1 else "are"
    high = [note.annotation.anchor.clause for note in notes if note.annotation.severity is Severity.HIGH]
    start = sentence(f"{counted(len(notes), 'issue')} {verb} open: {how}")
    if not high:
        return [Run(f"{start} ", BODY)]
    worst = "The high one concerns " if len(high) == 1 else "The high ones concern "
    return [Run(f"{start} {worst}", BODY), *_named(composer, high), Run(". ", BODY)]


def _named(composer: Composer, clauses: Sequence[int]) -> list[Run]:
    distinct = list(dict.fromkeys(clauses))
    runs = []
    named = distinct[:_NAMED]
    for position, clause in enumerate(named):
        if position:
            last = position == len(named) - 1 and len(distinct) <= _NAMED
            runs.append(Run(" and " if last else ", ", BODY))
        runs.append(composer.citation(clause, BODY))
    if len(distinct) > _NAMED:
        runs.append(Run(f" and {counted(len(distinct) - _NAMED, 'more', 'more')}", BODY))
    return runs


def _remarks(memo: Memo) -> list[Run]:
    questions = [n for n in memo.of_kind(AnnotationKind.QUESTION) if n.annotation.status is Status.OPEN]
    proposals = memo.of_kind(AnnotationKind.PROPOSAL)
    said = []
    if questions:
        said.append(f"{counted(len(questions), 'question')} {'is' if len(questions) == 1 else 'are'} open")
    if proposals:
        said.append(f"{counted(len(proposals), 'wording')} {'is' if len(proposals) == 1 else 'are'} proposed")
    return [Run(f"{sentence(series(said))} ", BODY)] if said else []


def _completeness(composer: Composer) -> list[Run]:
    memo = composer.memo
    left = []
    if memo.unread:
        left.append(counted(len(memo.unread), "unread representation"))
    if memo.undecided:
        left.append(counted(len(memo.undecided), "undecided carve-out"))
    if not left:
        return [Run("Every representation was read and every carve-out decided.", BODY)]
    part = composer.numbers.get(Part.OPEN)
    if part is None:
        return [Run(f"The review is not complete: it leaves {series(left)}.", BODY)]
    link = Run(f"part {part}", coloured(BODY), link=f"part-{part}")
    return [Run("The review is not complete: ", BODY), link, Run(f" lists {series(left)}.", BODY)]
