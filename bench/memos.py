"""The two memos of the documentation, and six of their pages as pictures, the same bytes each time.

    python -m bench.memos DOCS

Sets the memo of the example review, and one of a made agreement of 400 KB with 300 notes: no real merger agreement of
that size may be passed on.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.large import agreement

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.gui.example import example, source_of_example
from carveout.memo.instructions import Audience, Instructions
from carveout.memo.memo import memo_for
from carveout.memo.write import write
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status, Visibility
from carveout.review.log import Role, sealed
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.prepared import edits_of
from carveout.review.review import Review
from carveout.review.thread import Reply
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AT = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
SCALE = 1.4  # pixels of a page for each of its points
NOTES = 300
FIRM = "Example & Partners LLP"
PICTURED = (
    ("memo-example", "memo-page-first", "Memorandum"),
    ("memo-example", "memo-page-representations", "Qualified by"),
    ("memo-example", "memo-page-map", "narrowed by a definition"),
    ("memo-example", "memo-page-redline", "Proposed wordings"),
    ("memo-example", "memo-page-agreement", "No Material Adverse Changes"),
    ("memo-merger", "memo-page-issues", "PROPOSED"),
)
"""A memo, a picture, and words of the page it shows: the first that has them, of the agreement the last."""


CLOSING = """Article 39. Effects and Events

     39.1  Definitions. "Material Adverse Effect" shall mean any event or effect that is
materially adverse to the business, assets or results of operations of the Company,
other than any effect arising from (i) changes in general economic conditions, (ii) acts
of war or terrorism, or (iii) changes in law, except in the case of (i) to the extent
that the Company is affected disproportionately to others in its industry. "Group
Companies" shall mean the Company and its subsidiaries, provided that such term does not
include Gamma Corp.

     39.2  Absence of Changes. Seller represents and warrants to Buyer that since
December 31, 2023 there has been no Material Adverse Effect on the Group Companies,
except for any adverse effects caused by the petition for reorganization by Gamma Corp.
or related thereto.

     39.3  No Proceedings. Seller represents and warrants to Buyer that to its knowledge
no proceeding is threatened against the Group Companies that would have a Material
Adverse Effect, except for the proceedings that may arise in connection with the
petition for reorganization by Gamma Corp.

     39.4  Conduct of Business. Until the Closing Seller shall cause the Company to
carry on its business in the ordinary course, and shall permit no event that would have
a Material Adverse Effect.

Article 40. Conditions and Remedies

     40.1  Conditions. The obligation of Buyer to close is subject to the condition that
the representations and warranties of Seller in this Agreement shall be true and correct
in all material respects on the Closing Date, and that since the date hereof no Material
Adverse Effect shall have occurred, except for any adverse effects caused by the
petition for reorganization by Gamma Corp.

     40.2  Certificate. Seller shall deliver to Buyer at the Closing a certificate that
the representations and warranties of Seller made hereunder are true and correct.

     40.3  Termination. Buyer may terminate this Agreement if any representation or
warranty of Seller in this Agreement is untrue, or if a Material Adverse Effect has
occurred.

     40.4  Indemnification. Seller shall indemnify Buyer against all losses that arise
from any breach of the representations and warranties of Seller made hereunder, as
provided in Section 41.2.
"""
"""What gives the made agreement a subject, definitions with exceptions, and remedies that test its representations."""

_COMMENTS = {
    AnnotationKind.ISSUE: (
        "The exception names a letter that Buyer has not seen. Ask for it, or limit the exception to what it lists.",
        "Flat, where its neighbours are limited to knowledge. Seller will ask for the same here; do not offer it.",
        "No bring-down: the statement speaks as of signing only, and the gap to the Closing is three months.",
    ),
    AnnotationKind.QUESTION: (
        "Does “this kind” take in proceedings before an arbitrator? The heading suggests it, the sentence does not.",
        "Who kept the books before the carve-out of the business, and may we rely on that person’s word?",
        "Is the letter of this day the one that was sent on Friday, or another?",
    ),
    AnnotationKind.PROPOSAL: (
        "A schedule that is attached can be read by whoever claims under this section; a letter can’t.",
        "Says by when the proceedings must have been begun.",
        "Takes the exception back to what has been disclosed.",
    ),
    AnnotationKind.NOTE: (
        "In line with what the parties agreed in the term sheet, paragraph 7.",
        "The insurance adviser reviews this section; nothing to add from us.",
        "Same words as in the agreement of 2021, where they were never tested.",
    ),
}
_PROPOSED = (
    "except for the proceedings listed in Schedule 4",
    "except for the proceedings begun before the date hereof and listed in the letter of this day",
    "except for the proceedings fairly disclosed in the letter of this day",
)


def main() -> None:
    """Set the memos and picture the pages."""
    docs = Path(sys.argv[1])
    paper = Instructions(firm=FIRM, recipient="The deal team")
    reading, review = of_example()
    write(memo_for(reading, review, paper, AT.date()), docs / "memo-example.pdf")
    merger = read_closely(read(f"{agreement(0.4)}\n{CLOSING}".encode(), "merger-agreement.txt"))
    client = replace(paper, audience=Audience.CLIENT, recipient="The client")
    write(memo_for(merger, _notes(merger), client, AT.date()), docs / "memo-merger.pdf")
    _picture(docs)


def of_example() -> tuple[Reading, Review]:
    """Return the sample, read closely, and the review that is shipped with it."""
    source = source_of_example()
    content = source.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.carveout"
        create_matter(path, read(content, source.name), content).close()
        with open_matter(path) as matter:
            for number, edit in enumerate(edits_of(example(), matter.reading, AT)):
                name = uuid.UUID(int=number).hex
                logged = matter.corrected.logged(edit)
                by = example().reviewer
                matter.append(sealed(matter.head, id=name, at=AT, author=by, role=Role.EDIT, of=None, edit=logged))
            return read_closely(matter.reading), _named(matter.review)


def _named(review: Review) -> Review:
    """Return the review with annotations named by their place in it: their own ids are made at random."""
    found = (replace(one, id=f"example-{number}") for number, one in enumerate(review.in_order()))
    return replace(review, annotations={one.id: one for one in found})


def _notes(reading: Reading) -> Review:
    """Return a review with notes of every kind, shared, on clauses and carve-outs from one end to the other."""
    kinds, severities = list(AnnotationKind), list(Severity)
    made = {}
    for number in range(NOTES):
        kind, at = kinds[number % len(kinds)], number - number % len(kinds)
        anchor = (
            on_carveout(reading, reading.carveouts[at * len(reading.carveouts) // NOTES])
            if number % 2 and reading.carveouts
            else on_clause(reading, reading.representations[at * len(reading.representations) // NOTES].clause)
        )
        name = f"n{number:03}"
        made[name] = Annotation(
            name,
            kind,
            anchor,
            _COMMENTS[kind][number // len(kinds) // 2 % len(_COMMENTS[kind])],
            "Second reader" if number % 3 == 0 else "First reader",
            AT,
            severities[number // len(kinds) % 3] if kind is AnnotationKind.ISSUE else None,
            _PROPOSED[number // len(kinds) % len(_PROPOSED)] if kind is AnnotationKind.PROPOSAL else "",
            Status.RESOLVED if number % 7 == 0 else Status.OPEN,
            visibility=Visibility.SHARED,
        )
    marks = {
        one.clause: tuple(Mark(State.CLEARED, by, AT) for by in ("First reader", "Second reader")[: 1 + number % 2])
        for number, one in enumerate(reading.representations)
        if number % 4
    }
    verdicts = list(Verdict)
    decisions = {
        one.span: Decision(verdicts[number % 3], "Limit it to what is listed.", "First reader", AT)
        for number, one in enumerate(reading.carveouts)
        if number % 2
    }
    replies = {
        f"r{n}": Reply(f"r{n}", f"n{n * 10:03}", "Agreed; asked on Monday.", "Second reader", AT) for n in range(9)
    }
    return Review(made, marks, decisions, replies=replies)


def _picture(docs: Path) -> None:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  (for developers only)

    for memo, name, words in PICTURED:
        pages = pypdfium2.PdfDocument(docs / f"{memo}.pdf")
        texts = [page.get_textpage().get_text_range() for page in pages]
        found = [number for number, text in enumerate(texts) if words in text] or [0]
        number = found[-1] if name.endswith("agreement") else found[0]
        shown = pages[number].render(scale=SCALE).to_pil().convert("RGB").quantize(256, dither=0)
        shown.save(docs / f"{name}.png", optimize=True)
        print(f"{name}: page {number + 1} of {memo}.pdf")


if __name__ == "__main__":
    main()
