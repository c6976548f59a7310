"""What a partner would not sign: parted pictures and citations, long words in narrow columns, rules on their own."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bench.large import agreement
from bench.memos import CLOSING
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import Carveout, CarveoutKind
from carveout.agreement.read import read
from carveout.agreement.siblings.drift import subjects
from carveout.agreement.span import Span
from carveout.memo.annexed import annexed_by
from carveout.memo.instructions import Instructions, Part
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.parts.chart import chart
from carveout.memo.parts.composer import Column, Composer, unparted
from carveout.memo.parts.picture import picture_rows
from carveout.memo.parts.remarks import remarks
from carveout.memo.parts.table import closed
from carveout.memo.typesetting.glyphs import Glyphs
from carveout.memo.typesetting.pages import LEFT, RIGHT, ROOM, paginated
from carveout.memo.typesetting.rows import Row, gap
from carveout.memo.typesetting.style import CELL, CHART_LABEL
from carveout.memo.typesetting.text import Run
from carveout.memo.write import write
from carveout.review.anchoring import on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity
from carveout.review.mark import Decision, Verdict
from carveout.review.review import Review

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfReader
    from tests.memo.conftest import Annotating, Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)


@pytest.fixture
def composer(memo: Memo) -> Composer:
    return Composer(memo, annexed_by(memo), Glyphs())


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("above", range(0, round(ROOM), 60))
def test_the_picture_of_a_subject_stands_on_one_page(sample: Reading, above: int) -> None:
    reading = read_closely(sample)
    memo = memo_of(reading, Review(), heading_of(reading, Review(), AT.date()))
    composer = Composer(memo, annexed_by(memo), Glyphs())
    drawn = list(picture_rows(composer, subjects(reading)[0]))
    pages = list(paginated([*(Row(10) for _ in range(above // 10)), *drawn, Row(10)]))
    assert sum(row.height for row in drawn) < ROOM
    assert len([page for page in pages if any(row in drawn and not row.gap for _, row in page.rows)]) == 1


@pytest.mark.parametrize("above", range(0, round(ROOM), 7))
def test_no_page_begins_with_the_rule_that_closes_a_row(composer: Composer, above: int) -> None:
    entry = list(closed(composer.table_row([Column(LEFT, 60, [[Run("word " * 60, CELL)]])], CELL)))
    pages = list(paginated([gap(1), Row(float(above + 1)), *entry]))
    assert all(page.rows[0][1] is not entry[-1] for page in pages)


@pytest.mark.parametrize(
    ("cited", "parts"),
    [
        ("p. 19, ll. 1044–1047", ["p.\u00a019,", "ll.\u00a01044–1047"]),
        ("Section 3.16(ii)", ["Section\u00a03.16(ii)"]),
        ("Exhibit 2, Preamble", ["Exhibit\u00a02,", "Preamble"]),
        ("Item 5(a) (Schedule 13D)", ["Item\u00a05(a)", "(Schedule\u00a013D)"]),
        ("Signatures", ["Signatures"]),
    ],
)
def test_a_citation_is_not_parted_from_its_number(cited: str, parts: list[str]) -> None:
    assert unparted(cited).split(" ") == parts


def test_the_names_of_all_parts_stand_below_each_other(memo: Memo, written: Written, tmp_path: Path) -> None:
    long = replace(memo, reading=read_closely(memo.reading))
    written(long)
    with closing(PdfDocument(tmp_path / "memo.pdf")) as document:
        page = document[0].get_textpage()
        lefts = set()
        for part in Part:
            at = (page.search(part.called, match_case=True).get_next() or (-1,))[0]
            if part is not Part.CONTENTS and at >= 0:
                lefts.add(round(page.get_charbox(at, loose=True)[0], 1))
    assert len(lefts) == 1


def test_words_on_the_bars_are_told_apart_from_them(composer: Composer) -> None:
    for row in list(chart(composer))[1:]:
        for line in row.lines[1:]:
            behind = [box for box in row.boxes if box.x <= line.fragments[0].x < box.x + box.width]
            ink = line.fragments[0].run.style.colour
            assert all(contrast(ink, box.colour) >= 4.5 for box in behind)
    assert CHART_LABEL.size > 7


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return how much two colours differ in light, as WCAG 2.1 counts it."""

    def light(colour: tuple[float, float, float]) -> float:
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_long_proposal_stands_whole_in_its_own_part_and_shortened_in_the_table(
    reading: Reading, annotate: Annotating, written: Written
) -> None:
    anchor = on_span(reading, Span(reading.text.index("The <Company>"), reading.text.index("There are no")))
    long = " ".join(f"word{number}" for number in range(200))
    made: list[Annotation] = [
        annotate(anchor, AnnotationKind.ISSUE, "Too long.", "i", severity=Severity.LOW),
        annotate(anchor, AnnotationKind.PROPOSAL, "Shorter.", "p", proposed=long),
    ]
    review = Review({one.id: one for one in made})
    heading = heading_of(reading, review, AT.date())
    assert text(written(memo_of(reading, review, heading))).count("word100 ") == 1
    alone = Instructions(parts=frozenset(Part) - {Part.REMARKS})
    assert text(written(memo_of(reading, review, heading, instructions=alone))).count("word100 ") == 1


def test_the_long_words_of_a_carve_out_are_set_across_the_page_and_once(reading: Reading, written: Written) -> None:
    length = 900
    long = replace(
        reading,
        text=reading.text + "\n" + "except " + " ".join(f"w{number}" for number in range(length)),
        carveouts=(),
        gaps=(),
    )
    span = Span(len(reading.text) + 1, len(long.text))
    carveout = Carveout(4, span, span.of(long.text), CarveoutKind.EXCEPTION, None, (4,))
    found = replace(long, carveouts=(carveout,))
    reader = written(memo_of(found, Review(), heading_of(found, Review(), AT.date())))
    words = text(reader)
    assert re.search(rf"“except w0 .* w{length - 1}”", words)
    assert words.count(f" w{length - 1}”") == 1
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    across = [line for line in lines if " w500 " in f" {line} "]
    assert all(len(line.split()) > 14 for line in across)


def test_the_same_memo_gives_the_same_bytes(memo: Memo, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(memo, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_picture_of_very_many_clauses_leaves_out_those_that_show_nothing() -> None:
    made = read_closely(read(f"{agreement(0.05)}\n{CLOSING}".encode(), "made.txt"))
    memo = memo_of(made, Review(), heading_of(made, Review(), AT.date()))
    composer = Composer(memo, annexed_by(memo), Glyphs())
    rows = list(picture_rows(composer, subjects(made)[0]))
    words = [fragment.text for row in rows for line in row.lines for fragment in line.fragments]
    assert any(re.fullmatch(r"Representations: \d of \d+ concerned \(the others are not drawn\)", one) for one in words)
    assert sum(row.height for row in rows) < ROOM / 2


def test_a_picture_of_few_clauses_draws_them_all(sample: Reading) -> None:
    reading = read_closely(sample)
    memo = memo_of(reading, Review(), heading_of(reading, Review(), AT.date()))
    rows = list(picture_rows(Composer(memo, annexed_by(memo), Glyphs()), subjects(reading)[0]))
    words = [fragment.text for row in rows for line in row.lines for fragment in line.fragments]
    assert {"3.3", "16.2"} <= set(words)
    assert not any("not drawn" in one for one in words)


@pytest.mark.parametrize("above", range(0, round(ROOM), 31))
def test_what_a_note_says_begins_on_the_page_of_the_words_it_is_about(composer: Composer, above: int) -> None:
    (proposal,) = composer.memo.of_kind(AnnotationKind.PROPOSAL)
    pages = paginated([Row(float(above + 1)), *remarks(composer, 6)])
    for page in pages:
        words = " ".join(f.text for _, row in page.rows for line in row.lines for f in line.fragments)
        assert ("Close it." in words) is (f"[{proposal.number}]" in words)
        assert ("Defined where?" in words) is ("“Group Company”" in words)


@pytest.mark.parametrize("each", [1, 7, 65, 640, 6400])
def test_the_numbers_beside_the_bars_stay_within_the_page(composer: Composer, memo: Memo, each: int) -> None:
    verdicts = list(Verdict)
    schedule = tuple(
        replace(memo.schedule[0], decision=Decision(verdicts[at % 4], "", "A", AT) if at % 4 < 3 else None)
        for at in range(4 * each)
    )
    for row in chart(replace(composer, memo=replace(memo, schedule=schedule))):
        assert all(line.width <= RIGHT for line in row.lines)
