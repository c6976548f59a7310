"""The representations one by one: where, by whom, how far reviewed, what limits them, what takes something out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.memo.parts.schedule import decided
from carveout.memo.word.pieces import paragraph, run
from carveout.memo.word.saying import signed
from carveout.memo.words import CARVEOUT, KIND, QUALIFIER, clipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.memo import RepresentationEntry
    from carveout.memo.word.saying import Saying

_QUALIFIED, _FIRST_WORDS = 80, 150


def representations(say: Saying) -> Iterator[str]:
    """Yield the entries of all representations, in the order of the text."""
    yield say.heading(1, "Representations")
    if not say.memo.representations:
        yield paragraph("Normal", run("No representation was found in the document."))
    for entry in say.memo.representations:
        yield from _entry(say, entry)


def _entry(say: Saying, entry: RepresentationEntry) -> Iterator[str]:
    reading = say.memo.reading
    clause = reading.outline[entry.representation.clause]
    yield say.heading(2, f"{short(clause)} {say.named(clause.id)}")
    state = entry.state.value
    if entry.mark is not None:
        done = state if entry.mark.state is entry.state else f"{state}, {entry.mark.state.value}"
        state = f"{done} by {signed(entry.mark.by, entry.mark.at)}"
    by = f"by {entry.representation.by}" if entry.representation.by else ""
    more = "".join(f" · {one}" for one in (pages_and_lines(reading.extent(clause.span)), by) if one)
    yield paragraph("Details", run(f"{state} · "), say.citation(clause.id), run(more))
    if entry.qualifiers:
        said = dict.fromkeys(
            f"{QUALIFIER[one.kind]} “{clipped(one.span.of(reading.text), _QUALIFIED)}”" for one in entry.qualifiers
        )
        yield paragraph("Remark", run(f"Qualified by {'; '.join(said)}."))
    for one in entry.carveouts:
        told = " · ".join(x for x in (CARVEOUT[one.carveout.kind], one.carveout.subject, decided(one)) if x)
        yield paragraph(
            "Quote", run(f"“{one.carveout.span.of(reading.text)}” "), run(f"C{one.number} · {told}", bold=True)
        )
    for note in entry.notes:
        annotation = note.annotation
        severity = f", {annotation.severity.value}" if annotation.severity else ""
        what = f"[{note.number}] {KIND[annotation.kind]}{severity}, {annotation.status.value}: "
        first = clipped(annotation.comment or annotation.proposed, _FIRST_WORDS)
        yield paragraph("Remark", run(what, bold=True), run(first))
