"""Who cleared the representations, and who read them a second time: what the reviewers put their names to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.memo.typesetting.style import BODY
from carveout.memo.typesetting.text import Run
from carveout.memo.words import sentence, series
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.memo import Memo
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row
    from carveout.review.mark import Mark


def attested(composer: Composer) -> Iterator[Row]:
    """Yield who cleared how many, and which of them no second reader has, where there is one at all."""
    memo = composer.memo
    said = in_words(memo)
    if not said:
        return
    runs = [Run(f"{said} ", BODY)]
    once = [e for e in memo.representations if e.state is State.CLEARED and e.signed_off is None]
    if once and memo.coverage.signed_off:
        runs.append(Run("Not second-read: ", BODY))
        for number, entry in enumerate(once):
            runs += [Run(", ", BODY)] if number else []
            runs.append(composer.citation(entry.representation.clause, BODY))
        runs.append(Run(".", BODY))
    yield from composer.paragraph(runs)


def in_words(memo: Memo) -> str:
    """Return who cleared and who second-read the representations, empty where nobody cleared any."""
    total = memo.coverage.representations
    cleared = [entry.mark for entry in memo.representations if entry.mark and entry.state is State.CLEARED]
    if not cleared:
        return ""
    signed_off = [entry.signed_off for entry in memo.representations if entry.signed_off]
    first = f"{len(cleared):,} of {total:,} representations cleared{_by(cleared)}"
    return sentence(f"{first}; {len(signed_off):,} second-read{_by(signed_off)}" if signed_off else first)


def _by(marks: Iterable[Mark]) -> str:
    counts = Counter(mark.by for mark in marks)
    if len(counts) == 1:
        return f" by {next(iter(counts))}"
    return f" ({series([f'{count:,} by {by}' for by, count in counts.most_common()])})"
