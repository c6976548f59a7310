"""The kinds of highlights are told apart on paper that shows no colour, and the agreement says how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from carveout.memo.memo import memo_of
from carveout.memo.typesetting.signs import DASHES, FLAG, Sign, flag, rule
from carveout.review.annotation import AnnotationKind
from carveout.review.review import Review

if TYPE_CHECKING:
    from pypdf import PdfReader
    from tests.memo.conftest import Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

COLOURS = re.compile(rb"[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)")
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def drawn(reader: PdfReader, kind: str) -> dict[str, tuple[bytes, Any]]:
    """Return what draws each annotation of a kind, without its colours, and the annotation, by its subject."""
    found: dict[str, tuple[bytes, Any]] = {}
    for page in reader.pages:
        for reference in page.get("/Annots", []):
            one = reference.get_object()
            if one["/Subtype"] == kind and "/AP" in one and one["/Contents"]:
                found.setdefault(one["/Subj"].partition(",")[0], (COLOURS.sub(b"", one["/AP"]["/N"].get_data()), one))
    return found


def test_the_flags_of_the_kinds_differ_in_more_than_their_colour(memo: Memo, written: Written) -> None:
    flags = {subject: said for subject, (said, _) in drawn(written(memo), "/Text").items()}
    assert set(flags) == {"Issue", "Question", "Proposed wording", "Note"}
    assert len(set(flags.values())) == 4


def test_the_highlights_of_the_kinds_differ_in_the_rule_above_the_words(memo: Memo, written: Written) -> None:
    rules = {}
    for subject, (said, one) in drawn(written(memo), "/Highlight").items():
        _, _, ruled = said.partition(b"\nf")
        rules[subject] = re.sub(rb"[\d.]+ [\d.]+ [ml]", b"", ruled)
        top = max(float(y) for y in one["/QuadPoints"][1::2])
        heights = [float(y) for y in re.findall(rb"[\d.]+ ([\d.]+) m", ruled)]
        assert all(top < height < float(one["/Rect"][3]) for height in heights[:1])
    assert len(set(rules.values())) == 4
    assert rules["Note"].strip() == b""


def test_the_agreement_tells_the_kinds_that_it_has_and_no_others(
    reading: Reading, memo: Memo, written: Written
) -> None:
    words = ["Issue", "Question", "Proposed wording", "Note"]
    assert legend(written(memo)) == [*words, "Carve-out", "Carve-in"]
    issues = {one.annotation.id: one.annotation for one in memo.of_kind(AnnotationKind.ISSUE)}
    assert legend(written(memo_of(reading, Review(issues), memo.heading))) == ["Issue", "Carve-out", "Carve-in"]


def legend(reader: PdfReader) -> list[str]:
    """Return the words of the line that stands above the agreement."""
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    line = text.partition("leads to the schedule. ")[2].partition("Carve-in")
    return re.findall("Issue|Question|Proposed wording|Note|Carve-out|Carve-in", line[0] + line[1])


@pytest.mark.parametrize("sign", list(Sign))
def test_what_a_sign_draws_stays_within_its_bounds(sign: Sign) -> None:
    coordinates = NUMBERS.findall(flag(sign, (1.0, 1.0, 1.0)))
    assert all(0 <= float(length) <= FLAG for length in coordinates)
    assert bool(rule(sign, 10, 20, 30)) is (DASHES[sign] is not None)
