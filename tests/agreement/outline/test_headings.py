"""Which words after a label are a heading."""

from __future__ import annotations

from carveout.agreement.read import read


def test_a_caption_that_leads_into_a_list_of_its_own_is_a_heading_and_a_row_is_none() -> None:
    source = (
        "                    AGREEMENT AND PLAN OF MERGER\n\n"
        "     Section 3.01.  Representations.  The Company represents as follows:\n\n"
        "     (a)  Capital Structure.  (i) The authorized capital stock is 100 shares.\n\n"
        "     (ii) All of them are paid for.\n\n"
        "     (b)  Contracts.\n\n"
        "     (c)  Licenses.\n\n"
    )
    reading = read(source.encode(), "merger.txt")
    headings = {clause.citation: clause.heading for clause in reading.outline}
    assert headings["Section 3.01(a)"] == "Capital Structure"
    assert headings["Section 3.01(a)(i)"] is None
    assert headings["Section 3.01(b)"] is None
