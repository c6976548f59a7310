"""A clause with its terms expanded in place, what they exclude struck into it, and cycles shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.xray import PieceKind, meaning_of, xray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carveout.agreement.reading import Reading
    from carveout.agreement.xray import XrayPiece

OWN, TERM, MEANING, EXCLUSION, CYCLE, LIMIT = PieceKind


def named(reading: Reading, citation: str) -> int:
    return next(clause.id for clause in reading.outline if clause.citation == citation)


def outline(pieces: Iterable[XrayPiece]) -> list[tuple[int, PieceKind, str]]:
    return [(piece.depth, piece.kind, piece.words) for piece in pieces]


def test_a_term_is_followed_by_what_it_means(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Words. “Closing Date” means July 1.", "1.2 Payment. The price falls due on the Closing Date.")
    assert outline(xray(reading, named(reading, "Section 1.2"))) == [
        (0, OWN, "The price falls due on the "),
        (0, TERM, "Closing Date"),
        (1, MEANING, "July 1"),
        (0, OWN, "."),
    ]


def test_what_a_definition_leaves_out_is_struck_into_the_sentence(sample: Reading) -> None:
    pieces = xray(sample, named(sample, "Section 3.14"))
    (left_out,) = (piece for piece in pieces if piece.kind is EXCLUSION)
    assert left_out.words.startswith("provided, that such term does not include Crosswave Communications, Inc.")
    assert (left_out.depth, left_out.term) == (1, "IIJ Group Companies")


def test_a_sentence_apart_that_narrows_a_term_counts_as_left_out(sample: Reading) -> None:
    pieces = xray(sample, named(sample, "Section 14.2"))
    left_out = [piece for piece in pieces if piece.kind is EXCLUSION]
    assert len(left_out) == 3, "at each of the three uses"
    assert all(piece.words.startswith("provided, however, that the term") for piece in left_out)


def test_a_meaning_that_turns_back_on_itself_is_shown_once(sample: Reading) -> None:
    pieces = xray(sample, named(sample, "Section 3.17"))
    assert {piece.term for piece in pieces if piece.kind is CYCLE} == {"New Issuance", "New Shares"}


def test_a_definition_that_uses_its_own_term_is_a_cycle(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Words. “Affiliate” means any affiliate or an Affiliate of such affiliate.",
        "1.2 Statutes. “Companies Act” means the Companies Act of 2006 and the General Companies Act.",
        "1.3 Sale. Any Affiliate may sell under the Companies Act.",
    )
    pieces = xray(reading, named(reading, "Section 1.3"))
    assert [piece.words for piece in pieces if piece.kind is CYCLE] == ["Affiliate"]


def test_terms_stay_as_they_are_below_the_depth_asked_for(sample: Reading) -> None:
    pieces = xray(sample, named(sample, "Section 3.14"), deepest=1)
    assert max(piece.depth for piece in pieces) == 1
    assert xray(sample, named(sample, "Section 3.14"), deepest=0)[1].kind is TERM


def test_a_company_that_leaves_nothing_out_is_told_once(sample: Reading) -> None:
    pieces = xray(sample, named(sample, "Section 11.2"))
    told = [piece.words for piece in pieces if piece.kind is MEANING and piece.term == "IIJ"]
    assert told == ["Internet Initiative Japan Inc."]


def test_a_list_below_a_definition_belongs_to_its_meaning(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Words. “Permitted Liens” means:\n\n(a) liens for taxes; and\n\n(b) liens of record.",
        "1.2 Title. The assets are subject to no lien but Permitted Liens.",
    )
    words = " ".join(piece.words for piece in xray(reading, named(reading, "Section 1.2")) if piece.kind is MEANING)
    assert words.endswith("(a) liens for taxes; and (b) liens of record.")


def test_the_pieces_of_every_clause_give_its_words_in_order(sample: Reading) -> None:
    for clause in sample.outline:
        own = "".join(piece.words for piece in xray(sample, clause.id) if piece.depth == 0)
        assert own.split() == sample.text[clause.body_start : clause.end].split()


def test_a_text_whose_terms_all_use_each_other_stays_small_and_says_so(deal: Callable[..., Reading]) -> None:
    names = [f"Alpha{first}{second}" for first in "abcdefghij" for second in "klmnopqrst"]
    everything = ", ".join(names)
    reading = deal(*(f"1.{at + 1} “{name}” means {everything}." for at, name in enumerate(names)), f"2. {everything}.")
    pieces = xray(reading, len(reading.outline) - 1, deepest=9)
    assert len(pieces) < 2000
    assert sum(piece.kind is LIMIT for piece in pieces) == 1


def test_the_card_of_a_term_shows_its_meaning_and_the_terms_in_it(sample: Reading) -> None:
    (term,) = (one for one in sample.terms if one.term == "New Issuance")
    assert outline(meaning_of(sample, term)) == [
        (1, MEANING, "issuance of "),
        (1, TERM, "New Shares"),
        (1, MEANING, " by "),
        (1, TERM, "IIJ"),
        (1, MEANING, " pursuant to the terms and conditions set forth in Article 2"),
    ]
