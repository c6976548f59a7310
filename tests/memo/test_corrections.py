"""The corrections of the outline, as the memo tells them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act, Change
from carveout.memo.memo import heading_of, memo_of
from carveout.review.corrected import Corrected
from carveout.review.correction import Correction

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

    Written = Callable[[Memo], PdfReader]

DAY = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)


def corrected(reading: Reading, review: Review) -> Memo:
    """Return the memo after a clause was demoted, one renamed, one split off and one joined."""
    starts = {clause.citation: clause.start for clause in reading.outline}
    made = [
        Correction("c1", Change(Act.DEMOTE, starts["Section 3.2"]), "Section 3.2", "First reader", AT),
        Correction(
            "c2",
            Change(Act.RENAME, starts["Section 3.3"], "3.4", "3.4", "No <Suits>"),
            "Section 3.3",
            "Third reader",
            AT,
        ),
        Correction("c3", Change(Act.SPLIT, reading.text.index("carry on")), "Article 4", "First reader", AT),
        Correction("c4", Change(Act.JOIN, starts["Section 3.3(i)"]), "Section 3.4(i)", "First reader", AT),
    ]
    on = Corrected(reading, replace(review, corrections={one.id: one for one in made}))
    return memo_of(on.reading, on.review, heading_of(on.reading, on.review, DAY))


def test_each_correction_has_a_line_with_what_became_of_its_clause(
    reading: Reading, review: Review, written: Written
) -> None:
    text = " ".join(" ".join(page.extract_text() for page in written(corrected(reading, review)).pages).split())
    part = text[text.rindex("Open points", 0, text.rindex("Annotated agreement The words")) :]
    assert "The outline was corrected by hand in four places." in part
    assert "Section 3.2 demoted, now Section 3.2 Statements below Section 3.1" in part
    assert "Section 3.3 renamed, now Section 3.4 No <Suits>" in part
    assert "Article 4 split, from “carry on its business.”, now Paragraph" in part
    assert "Section 3.4(i) joined with the clause before it, now Section 3.4 No <Suits>" in part
    assert "Third reader, 22 November 2026" in part


def test_who_only_corrected_the_outline_counts_among_the_reviewers(reading: Reading, review: Review) -> None:
    assert corrected(reading, review).heading.author == "First reader, Second reader, Third reader"


def test_an_outline_that_nobody_corrected_is_not_mentioned(memo: Memo, written: Written) -> None:
    assert "corrected by hand" not in " ".join(page.extract_text() for page in written(memo).pages)
