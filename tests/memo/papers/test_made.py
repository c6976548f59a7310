"""Every paper of a review, and what none of them says: what was left out of the review."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.kinds import ENDINGS, Handed, NoSuchPaperError, Paper
from carveout.memo.papers.made import made
from carveout.review.annotation import Visibility
from carveout.review.corrected import Corrected

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

FORMS = [(paper, ending) for paper, endings in ENDINGS.items() for ending in endings if paper is not Paper.AUDIT]


def words(data: bytes) -> str:
    """Return all that a file says, whatever its format."""
    if data.startswith(b"PK"):
        parts = zipfile.ZipFile(io.BytesIO(data))
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if data.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(data)).pages
        said = [str(one.get_object().get("/Contents", "")) for page in pages for one in page.get("/Annots", ())]
        return "".join([*(page.extract_text() for page in pages), *said])
    return data.decode()


@pytest.fixture
def handed(reading: Reading, discussed: Review, discussed_memo: Memo) -> Handed:
    """What papers are made of; nothing was logged."""
    return Handed(discussed_memo, discussed, (), Corrected(reading, discussed), "")


@pytest.mark.parametrize(("paper", "ending"), FORMS)
def test_a_paper_says_nothing_of_an_internal_note_nor_of_what_was_answered_to_it(
    handed: Handed, paper: Paper, ending: str
) -> None:
    review = handed.review
    internal = replace(review.annotations["a1"], comment="canary one", tags=("canary",), assignee="canary")
    answers = {name: replace(reply, comment=f"canary {name}") for name, reply in review.replies.items()}
    whole = replace(review, annotations={**review.annotations, "a1": internal}, replies=answers)
    shared = replace(whole, annotations={name: one for name, one in whole.annotations.items() if name != "a1"})
    assert internal.visibility is Visibility.INTERNAL
    for given, expected in ((whole, paper is not Paper.CLAUSES), (shared, False)):
        memo = memo_of(handed.memo.reading, given, heading_of(handed.memo.reading, given, handed.memo.heading.date))
        said = words(made(paper, ending, replace(handed, memo=memo, review=given)))
        assert ("canary" in said) is expected


def test_a_paper_in_a_form_that_it_has_not_is_refused(handed: Handed) -> None:
    with pytest.raises(NoSuchPaperError, match=r"“issues” can't end in “\.docx”"):
        made(Paper.ISSUES, ".docx", handed)
