"""The summary: how far the review has come, in a table of counts, and what stands out, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.content import GapStrength
from carveout.memo.parts.attested import in_words
from carveout.memo.word.pieces import paragraph, run, table, words
from carveout.memo.words import VERDICT_DONE, counted, sentence
from carveout.review.annotation import AnnotationKind, Severity, Status
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.memo import Memo
    from carveout.memo.word.saying import Saying
    from carveout.review.annotation import Annotation


def summary(say: Saying) -> Iterator[str]:
    """Yield the summary."""
    yield say.heading(1, "Summary")
    memo = say.memo
    yield table((2, 1, 5), ("What", "Count", "Of them"), ([words(one) for one in row] for row in _counts(memo)))
    high = [one.annotation.anchor.clause for one in memo.issues if _presses(one.annotation)]
    if high:
        yield paragraph("Normal", run("The high issues concern "), say.citations(tuple(high)), run("."))
    strong = tuple(gap.clause for gap in memo.reading.gaps if gap.strength is GapStrength.STRONG)
    if strong:
        said = "Foremost among the clauses of the same role that stay bare: "
        yield paragraph("Normal", run(said), say.citations(strong), run("."))
    attested = in_words(memo)
    if attested:
        yield paragraph("Normal", run(attested))
    left = [counted(len(memo.unread), "unread representation")] if memo.unread else []
    left += [counted(len(memo.undecided), "undecided carve-out")] if memo.undecided else []
    complete = "Every representation was read and every carve-out decided."
    yield paragraph("Normal", run(sentence(f"the review is not complete: {' and '.join(left)}") if left else complete))


def _presses(issue: Annotation) -> bool:
    return issue.status is Status.OPEN and issue.severity is Severity.HIGH


def _counts(memo: Memo) -> Iterator[tuple[str, str, str]]:
    states = memo.coverage.by_state
    order = (State.CLEARED, State.NOTED, State.READ, State.UNREAD)
    yield "Representations", str(memo.coverage.representations), _of((states[one], one.value) for one in order)
    verdicts = Counter(one.decision.verdict for one in memo.schedule if one.decision is not None)
    decided = [*((verdicts[one], VERDICT_DONE[one]) for one in Verdict), (len(memo.undecided), "undecided")]
    yield "Carve-outs", str(len(memo.schedule)), _of(decided)
    strengths = Counter(gap.strength for gap in memo.reading.gaps)
    yield "Gaps", str(len(memo.reading.gaps)), _of((strengths[one], one.value) for one in GapStrength)
    issues = memo.coverage.open_issues
    yield "Open issues", str(sum(issues.values())), _of((issues[one], one.value) for one in Severity)
    for kind, title in ((AnnotationKind.QUESTION, "Questions"), (AnnotationKind.PROPOSAL, "Proposed wordings")):
        statuses = Counter(one.annotation.status for one in memo.of_kind(kind))
        yield title, str(statuses.total()), _of((statuses[one], one.value) for one in Status)


def _of(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{number} {name}" for number, name in counts if number)
