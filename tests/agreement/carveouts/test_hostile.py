"""Text made to be slow: every pass over it stays linear."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.carveouts import carveouts
from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.content import Representation
from carveout.agreement.qualifiers import qualifiers
from carveout.agreement.representations import representations
from carveout.agreement.terms import defined_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

PREAMBLE = 'This Agreement (the "Agreement") is made by Harbor Trading, Inc. ("Harbor"): '
LENGTH = 120_000
PATIENCE = 6.0
"""Seconds of processor time; each takes well below one on a quiet machine, and minutes where a pass is quadratic."""


@pytest.mark.parametrize(
    "words",
    [
        "except ",
        "excluding any, other than A, ",
        "provided that a; ",
        "Notwithstanding the foregoing, a ",
        "shall not include X ",
        "except (a), (b), ",
        "; (a) other than (b)",
        "“A” or ",
        '"Ab" means ',
        '(the "X ',
        "(",
        "Acme and ",
        "Acme Inc. ",
        "represents and warrants, covenants, ",
        "Harbor represents that ",
        "including Harbor, ",
        "subject to the terms of Section 5, ",
        "nothing herein shall ",
        "exclusive right subject to a, ",
        "disproportionate to the extent ",
        "in all material respects to the knowledge of ",
        "since the date of the ",
        "provided that (a) x; provided (b) y; ",
        '"Ab" means x other than (a) b; (b) disproportionate; ',
        "provided that Ab shall not include (i) a; (ii) underlying facts ",
        "for the purposes of this Section 3, a ",
        "a\n",
    ],
)
def test_a_long_run_of_the_same_words(words: str) -> None:
    text = PREAMBLE + words * (LENGTH // len(words))
    section = Clause(1, None, ClauseKind.SECTION, "1", "1", None, "Section 1", 5, 5, len(text))
    preamble = Clause(0, None, ClauseKind.PREAMBLE, None, "", None, "Preamble", 0, 0, 5)
    outline = Outline((preamble, section))
    started = time.process_time()
    terms = defined_terms(text, outline)
    representations(text, outline, terms)
    found = carveouts(text, outline, terms)
    qualifiers(text, outline, (Representation(1, None),), found)
    assert time.process_time() - started < PATIENCE


def test_a_letter_whose_lower_case_is_longer_moves_no_words(deal: Callable[..., Reading]) -> None:
    reading = deal("1. In İstanbul and İzmir there is no debt except trade debt.")
    assert [one.quote for one in reading.carveouts] == ["except trade debt"]
