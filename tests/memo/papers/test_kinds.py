"""Which paper a file is by its ending."""

from __future__ import annotations

import pytest

from carveout.memo.papers.kinds import ENDINGS, NoSuchPaperError, Paper, check, paper_for


def test_every_paper_has_an_ending() -> None:
    assert set(ENDINGS) == set(Paper)


@pytest.mark.parametrize(
    ("ending", "paper"),
    [
        (".pdf", Paper.MEMO),
        (".docx", Paper.MEMO),
        (".xlsx", Paper.ISSUES),
        (".csv", Paper.ISSUES),
        (".jsonld", Paper.ANNOTATIONS),
        (".xml", Paper.CLAUSES),
    ],
)
def test_an_ending_stands_for_the_paper_that_one_expects(ending: str, paper: Paper) -> None:
    assert paper_for(ending) is paper
    check(paper, ending)


def test_an_ending_that_none_has_is_refused_in_one_sentence() -> None:
    with pytest.raises(NoSuchPaperError, match=r"No paper ends in “\.doc”: choose a name that ends in \.pdf, \.docx"):
        paper_for(".doc")
    with pytest.raises(
        NoSuchPaperError, match=r"“agreement” can't end in “\.pdf”: choose a name that ends in \.docx\."
    ):
        check(Paper.AGREEMENT, ".pdf")
