"""An agreement's title is the one that stands over its first words, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def test_a_title_that_says_agreement_goes_before_one_that_says_terms(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                              Cloud Service Agreement

                                  Framework Terms

        This Agreement is made by and between Alpha Inc. ("Provider") and Beta Ltd. ("Customer").

        1. Service. Provider serves.
        """)
    assert reading.title == "Cloud Service Agreement"


def test_a_title_that_breaks_off_goes_on_in_the_next_paragraph(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                       AGREEMENT FOR THE PURCHASE OF ALL OF THE

                            SHARES OF ALPHA INC.

        This Agreement is made by and between Gamma Inc. ("Seller") and Beta Ltd. ("Buyer").

        1. Sale. Seller sells.
        """)
    assert reading.title == "AGREEMENT FOR THE PURCHASE OF ALL OF THE SHARES OF ALPHA INC."
