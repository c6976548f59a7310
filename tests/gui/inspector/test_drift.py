from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import Carveout, CarveoutKind
from carveout.agreement.span import Span
from carveout.gui.inspector.drift import comparable, drift_of

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def carveout(quote: str, subject: str | None = "Acme", start: int = 0) -> Carveout:
    return Carveout(0, Span(start, start + len(quote)), quote, CarveoutKind.EXCEPTION, subject, (0,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("except for effects\n  of Acme", "except for effects of Acme"),
        ("Except for effects of Acme,", "except for effects of Acme"),
        ("except for Acme Communications, Inc. (“Acme”) and its subsidiaries", "except for Acme and its subsidiaries"),
        ('except for Acme Ltd. (hereinafter "Acme") only', "except for Acme only"),
    ],
)
def test_line_breaks_case_and_the_subjects_own_definition_make_no_difference(one: str, other: str) -> None:
    assert comparable(carveout(one)) == comparable(carveout(other))


def test_other_words_make_a_difference() -> None:
    assert comparable(carveout("except for effects of Acme")) != comparable(carveout("except for suits against Acme"))


def test_a_bracket_full_of_brackets_is_compared_in_no_time() -> None:
    assert "acme" in comparable(carveout("except " + "(" * 20_000 + " Acme"))


def test_siblings_are_told_apart_in_the_order_of_the_text(sample_reading: Reading) -> None:
    by_clause = {sample_reading.outline[c.clause].citation: c for c in sample_reading.carveouts if c.subject}
    drift = drift_of(sample_reading, by_clause["Section 3.10"])
    assert [sample_reading.outline[c.clause].citation for c in drift.same] == [
        "Section 3.14",
        "Section 3.18",
        "Section 5.3",
    ]
    assert "Section 3.16(ii)" in [sample_reading.outline[c.clause].citation for c in drift.differs]


def test_without_a_subject_there_is_nothing_to_compare(sample_reading: Reading) -> None:
    lonely = next(c for c in sample_reading.carveouts if c.subject is None)
    drift = drift_of(sample_reading, lonely)
    assert not drift.same
    assert not drift.differs
