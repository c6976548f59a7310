"""Slips in the words themselves: doubled words, double negatives, spaces, and numbers that say two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.amount_mismatch import amount_mismatches
from carveout.agreement.proofread.double_negative import double_negatives
from carveout.agreement.proofread.doubled_word import doubled_words
from carveout.agreement.proofread.ground import Ground
from carveout.agreement.proofread.quotation_mark import quotation_marks
from carveout.agreement.proofread.small_word import small_words
from carveout.agreement.proofread.spacing import spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.proofread.rules import Finder
    from carveout.agreement.reading import Reading


@pytest.fixture
def words(deal: Callable[..., Reading]) -> Callable[[Finder, str], list[str]]:
    """Return the words that a rule finds fault with in a clause."""

    def found(find: Finder, clause: str) -> list[str]:
        reading = deal(f"1.1 Sale. {clause}", "1.2 Price. Buyer pays the price.")
        return [one.span.of(reading.text) for one in find(Ground(reading)) if one.span is not None]

    return found


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        ("Buyer may inspect the the shares.", ["the the"]),
        ("Sale is within the its business purposes.", ["the its"]),
        ("Buyer agrees that that the price is fair.", ["that that"]),
        ("Buyer says that that price is fair.", []),
        ("Seller has had had notice.", []),
        ("Section 3.3, 3.3 and 5 5 stand.", []),
        ("The bank in Walla Walla pays.", []),
        ("Seller acts in in-house matters by itself.", []),
        ("It is so so agreed, by xx xx.", []),
    ],
)
def test_a_word_that_stands_twice(words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]) -> None:
    assert words(doubled_words, clause) == faults


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        (
            "None of Seller (as defined), its agents or any person has not and will not engage in it.",
            ["None of Seller (as defined), its agents or any person has not and will not engage"],
        ),
        ("Neither Seller nor Buyer is not bound.", ["Neither Seller nor Buyer is not bound"]),
        ("None of Seller’s statements that are not in writing binds it.", []),
        ("None of the shares is subject to a lien, and Seller has not sold any.", []),
        ("In the case of none of these events, Buyer shall not act.", []),
        ("Neither party shall act. Buyer shall not either.", []),
        ("The words “neither” and “or” are not exclusive.", []),
    ],
)
def test_negatives_that_undo_each_other(
    words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]
) -> None:
    assert words(double_negatives, clause) == faults


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        ("Buyer agrees with respect its directors.", ["with respect its"]),
        ("It is occupied pursuant the Leases.", ["pursuant the"]),
        ("A penalty is assessed pursuant Section 502 of the law.", ["pursuant Section"]),
        ("It acts by or on behalf the Company.", ["on behalf the"]),
        ("It has an material effect on a asset.", ["an material", "a asset"]),
        ("It acts with respect thereto, in accordance therewith, and on behalf and in the name of Buyer.", []),
        ("Seller is in compliance in all respects, pursuant to the law.", []),
        ("An hour, an honest man, a unit, a European, a one-time fee, a usable form, an SEC form.", []),
        ("Exhibit a applies, and clause (a) all persons.", []),
    ],
)
def test_a_small_word_that_is_missing_or_wrong(
    words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]
) -> None:
    assert words(small_words, clause) == faults


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        ("Buyer bears all losses(including taxes).", ["losses(including"]),
        ("Shares sold over-the- counter count.", ["over-the- counter"]),
        ("Shares,bonds and notes count.", []),
        ("The shares,bonds and notes count.", ["shares,bonds"]),
        ("The price , if any, is due.", ["price ,"]),
        ("The director(s) and person(s) sign, pre- and post-closing.", []),
        ("A short- or long-term loan is due in March , 2004.", []),
        ("See www.example.com,or write to a.b@example.com.", []),
    ],
)
def test_a_space_too_few_or_too_many(words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]) -> None:
    assert words(spacing, clause) == faults


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        ("Anchor Holdings (the “Group) pays.", ["(the “Group)"]),
        ('The act of 1933 (the Securities Act") holds.', ['(the Securities Act")']),
        ("The act of 1933 (the “Securities Act”) holds.", []),
        ("The bond (each a “Bond” and, together with the shares, the “Securities”) is due (the first day).", []),
    ],
)
def test_a_quotation_mark_that_is_missing(
    words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]
) -> None:
    assert words(quotation_marks, clause) == faults


def test_an_article_before_a_name_that_has_none_elsewhere(sample: Reading) -> None:
    (note,) = (one for one in doubled_words(Ground(sample)) if one.severity is FindingSeverity.NOTE)
    assert note.span is not None
    assert note.span.of(sample.text) == "the NTT's"


def test_a_text_that_is_spaced_so_everywhere_is_told_once(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Sale. " + "Buyer bears all losses(including taxes). " * 9)
    (finding,) = spacing(Ground(reading))
    assert finding.message == "A space is missing before the bracket. So it is in 8 other places."
    assert finding.severity is FindingSeverity.NOTE


def test_words_that_are_doubled_all_over_are_told_once(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Sale. " + "Buyer pays the the price on on time. " * 9)
    (finding,) = doubled_words(Ground(reading))
    assert finding.severity is FindingSeverity.NOTE
    assert finding.message == "“the” stands twice. So it is in 17 other places."


@pytest.mark.parametrize(
    ("clause", "faults"),
    [
        ("Notice is given five (4) days before.", ["five (4)"]),
        ("The rate is two percent (3%).", ["two percent (3%)"]),
        ("No later than one hundred ninety (90) days.", ["one hundred ninety (90)"]),
        ("The price is two hundred fifty thousand dollars ($250,000).", []),
        ("Within forty five (45) days, Forty-Five (45) days, or one hundred and five (105) days.", []),
        ("The rate is one and one-half percent (1.5%), or one tenth of one percent (0.1%).", []),
        ("On the fifteenth (15th) day, or in clause one (a).", []),
        ("The price is Ten Million Dollars ($10 million).", []),
        ("The rate is five percent (5,0%).", []),
    ],
)
def test_a_number_in_words_and_in_figures(
    words: Callable[[Finder, str], list[str]], clause: str, faults: list[str]
) -> None:
    assert words(amount_mismatches, clause) == faults
