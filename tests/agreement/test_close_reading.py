"""What holds of every close reading, whatever the words: it stays inside the text, and says the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.agreement.close_reading import read_closely
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.read import read
from carveout.agreement.record.closely import close_to_record, read_closely_from
from carveout.agreement.xray import xray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"
HIDING = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
HEAD = (
    "SHARE PURCHASE AGREEMENT\n\n"
    'This Agreement is made on March 3, 2021 by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").\n\n'
    "ARTICLE I REPRESENTATIONS AND WARRANTIES OF SELLER\n\n"
    "Seller represents and warrants to Buyer as follows:\n\n"
)
WORDS = (
    "\n\n1.1 Organization. ", "\n\n1.2 Litigation. ", "\n\n(a) ", "\n\n(b) ", "\n\nARTICLE II CONDITIONS\n\n",
    "\n\n2.1 Accuracy. ", "\n\nSchedule 1.2\n\n", "Section 1.1(a) and (b)", "Section 9.9, ", "Exhibit B ",
    '"Material Adverse Effect" means a material adverse effect on Seller, except (i) war and (ii) peace. ',
    "Except for the Cinder petition, no event could reasonably be expected to have a Material Adverse Effect. ",
    "The representations in Article I shall be true in all material respects as of the Closing Date. ",
    "Seller shall indemnify Buyer for any breach of Section 1.1. ", "Buyer may terminate this Agreement if ",
    "excluding the Cinder petition", "provided, however, that ", "the the ", "thirty (60) days; ", "\u202e\u200b",
    "(", ")", "“", '"', "\t", " ", ".", ";\r\n", "\u00a0", "Ünïcödé \U0001f4a5 ", "\f",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=80, deadline=None)
def test_what_it_finds_stays_inside_the_text_and_in_its_order(words: list[str]) -> None:
    try:
        reading = read_closely(read((HEAD + "".join(words)).encode(), "deal.txt"))
    except NotReadableError:
        return
    assert all(0 <= span.start < span.end <= len(reading.text) for span in spans(reading))
    carved = {one.span for one in reading.carveouts}
    for test in reading.effect_tests:
        assert set(test.exceptions) <= carved
    for reference in reading.references:
        assert reading.outline[reference.clause].span.holds(reference.span)
        assert reference.quote == reference.span.of(reading.text)
        assert all(0 <= target < len(reading.outline) for target in reference.targets)
    for gap in reading.gaps:
        assert {gap.clause, gap.clause if gap.sibling is None else gap.sibling} <= set(range(len(reading.outline)))
    for finding in reading.findings:
        assert len(finding.message.splitlines()) == 1
        assert not HIDING & set(finding.message)
    places = [(one.span.start if one.span else 0, one.rule) for one in reading.findings]
    assert places == sorted(places)
    starts = [one.span.start for one in reading.references]
    assert starts == sorted(set(starts))
    assert read_closely_from(reading, json.loads(json.dumps(close_to_record(reading)))) == reading


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=40, deadline=None)
def test_an_xray_keeps_the_words_of_its_clause(words: list[str]) -> None:
    try:
        reading = read_closely(read((HEAD + "".join(words)).encode(), "deal.txt"))
    except NotReadableError:
        return
    for clause in reading.outline:
        own = "".join(piece.words for piece in xray(reading, clause.id) if piece.depth == 0)
        assert "".join(own.split()) == "".join(reading.text[clause.body_start : clause.end].split())


def test_it_says_the_same_in_every_process() -> None:
    program = (
        "import json, sys\nfrom pathlib import Path\nfrom carveout.agreement.close_reading import read_closely\n"
        "from carveout.agreement.read import read\nfrom carveout.agreement.record import to_record\n"
        "print(json.dumps(to_record(read_closely(read(Path(sys.argv[1]).read_bytes(), 'x')))))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program, str(SAMPLE)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


def spans(reading: Reading) -> Iterator[Span]:
    """Yield where everything stands that a close reading adds."""
    yield from (one.span for one in reading.references)
    yield from (one.words for one in reading.gaps if one.words is not None)
    yield from (one.span for one in reading.findings if one.span is not None)
    yield from (one.span for one in reading.roles)
    for test in reading.effect_tests:
        yield from (span for span in (test.span, test.standard, test.likelihood, test.objects) if span is not None)
    for accuracy in reading.accuracy_tests:
        found = (accuracy.span, accuracy.standard, accuracy.perimeter, accuracy.as_of, accuracy.trigger)
        yield from (span for span in found if span is not None)
