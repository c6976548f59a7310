"""An outline corrected: what each change does to it, and what stays as it was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.agreement.clause import Outline
from carveout.agreement.content import Representation
from carveout.agreement.correction import corrected
from carveout.agreement.correction.carried import carried
from carveout.agreement.correction.change import Act, Change
from carveout.agreement.correction.draft import Draft
from carveout.agreement.correction.original import Original

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading

    Named = Callable[[Reading, str], Clause]
    After = Callable[..., Reading]
    Drawn = Callable[[Reading], list[str]]

AS_READ = [
    "Preamble",
    "Article 1",
    "..Section 1.1",
    "Article 2",
    "..Section 2.1",
    "..Section 2.2",
    "....Section 2.2(a)",
    "....Section 2.2(b)",
    "....Section 2.2(c)",
    "..Section 2.3",
    "..Section 2.4",
]


def test_the_deal_is_read_as_these_tests_take_it(deal: Reading, drawn: Drawn) -> None:
    assert drawn(deal) == AS_READ


def test_a_promoted_clause_stands_beside_its_holder_and_takes_along_what_followed(
    deal: Reading, after: After, drawn: Drawn
) -> None:
    now = after(deal, (Act.PROMOTE, "Section 2.2(b)"))
    assert drawn(now)[5:9] == ["..Section 2.2", "....Section 2.2(a)", "..Section (b)", "....Section (b)(c)"]


def test_a_demoted_clause_stands_below_the_one_before_it_with_its_children(
    deal: Reading, after: After, drawn: Drawn
) -> None:
    now = after(deal, (Act.DEMOTE, "Section 2.2"))
    assert drawn(now)[4:8] == ["..Section 2.1", "....Section 2.2", "......Section 2.2(a)", "......Section 2.2(b)"]


def test_a_demoted_item_is_cited_below_the_one_before_it(deal: Reading, after: After, drawn: Drawn) -> None:
    now = after(deal, (Act.DEMOTE, "Section 2.2(b)"))
    assert drawn(now)[6:9] == ["....Section 2.2(a)", "......Section 2.2(a)(b)", "....Section 2.2(c)"]


def test_demoting_what_was_promoted_alone_gives_the_outline_back(deal: Reading, after: After) -> None:
    assert after(deal, (Act.PROMOTE, "Section 2.2(c)"), (Act.DEMOTE, "Section (c)")) == deal


def test_a_joined_clause_gives_its_words_and_its_children_to_the_one_before_it(
    deal: Reading, after: After, drawn: Drawn, named: Named
) -> None:
    now = after(deal, (Act.JOIN, "Section 2.2"))
    assert drawn(now)[4:6] == ["..Section 2.1", "....Section 2.1(a)"]
    assert "2.2 Taxes." in named(now, "Section 2.1").span.of(now.text)


def test_the_first_clause_of_a_list_is_joined_with_the_one_that_holds_it(
    deal: Reading, after: After, drawn: Drawn
) -> None:
    assert drawn(after(deal, (Act.JOIN, "Section 2.2(a)")))[5:7] == ["..Section 2.2", "....Section 2.2(b)"]


def test_splitting_where_a_clause_was_joined_gives_the_outline_back(deal: Reading, named: Named) -> None:
    contracts = named(deal, "Section 2.4")
    joined = Change(Act.JOIN, contracts.start)
    again = corrected(deal, [joined, Change(Act.SPLIT, contracts.start)])
    assert len(corrected(deal, [joined]).outline) == len(deal.outline) - 1
    assert again == deal


def test_words_with_the_label_of_a_list_are_split_off_below_a_section(
    deal: Reading, named: Named, drawn: Drawn
) -> None:
    at = deal.text.index("(a) They follow")
    now = corrected(deal, [Change(Act.SPLIT, at)])
    assert drawn(now)[9:12] == ["..Section 2.3", "....Section 2.3(a)", "..Section 2.4"]
    assert named(now, "Section 2.3(a)").span.of(now.text) == "(a) They follow the law."


def test_words_with_a_label_like_that_of_a_clause_around_stand_beside_it(drawn: Drawn, deal: Reading) -> None:
    joined = [Change(Act.JOIN, deal.outline[9].start), Change(Act.DEMOTE, deal.outline[10].start)]
    now = corrected(deal, [*joined, Change(Act.SPLIT, deal.outline[9].start)])
    assert drawn(now)[9].endswith("..Section 2.3")
    assert now.outline.depth(9) == deal.outline.depth(9)


def test_words_without_a_label_are_split_off_beside_the_clause(deal: Reading, drawn: Drawn, named: Named) -> None:
    at = deal.text.index("The accounts are true")
    now = corrected(deal, [Change(Act.SPLIT, at)])
    assert drawn(now)[9:12] == ["..Section 2.3", "..Paragraph 4", "..Section 2.4"]
    assert named(now, "Section 2.3").span.of(now.text) == "2.3 Accounts."


def test_a_renamed_clause_is_cited_by_its_new_number_with_all_below_it(deal: Reading, named: Named) -> None:
    taxes = named(deal, "Section 2.2")
    now = corrected(deal, [Change(Act.RENAME, taxes.start, "2.7", "2.7", "Tax Returns")])
    assert named(now, "Section 2.7").heading == "Tax Returns"
    assert named(now, "Section 2.7(a)").start == named(deal, "Section 2.2(a)").start
    assert (now.text, len(now.outline)) == (deal.text, len(deal.outline))


def test_representations_follow_the_outline(deal: Reading, after: After) -> None:
    assert {deal.outline[one.clause].citation for one in deal.representations} == {
        *("Section 2.1", "Section 2.2", "Section 2.3", "Section 2.4")
    }
    now = after(deal, (Act.JOIN, "Section 2.4"))
    assert {now.outline[one.clause].citation for one in now.representations} == {
        *("Section 2.1", "Section 2.2", "Section 2.3")
    }


def test_a_representation_that_was_read_stays_one_whatever_found_it(deal: Reading) -> None:
    """An earlier version may have found others than this one would."""
    terms = next(clause.id for clause in deal.outline if clause.citation == "Section 1.1")
    read = replace(deal, representations=(Representation(terms, "Buyer"), *deal.representations[1:]))
    now = corrected(read, [Change(Act.JOIN, deal.outline[10].start)])
    assert now.representations == (Representation(terms, "Buyer"), *deal.representations[1:-1])


def test_carve_outs_keep_their_words_and_reach_what_they_narrow_now(deal: Reading, after: After) -> None:
    (schedule,) = [one for one in deal.carveouts if "Schedule 2.2" in one.quote]
    assert [deal.outline[one].citation for one in schedule.reaches] == [
        *("Section 2.2", "Section 2.2(a)", "Section 2.2(b)", "Section 2.2(c)")
    ]
    now = after(deal, (Act.PROMOTE, "Section 2.2(c)"))
    (same,) = [one for one in now.carveouts if one.span == schedule.span]
    assert [now.outline[one].citation for one in same.reaches] == ["Section 2.2", "Section 2.2(a)", "Section 2.2(b)"]
    assert [one.span for one in now.carveouts] == [one.span for one in deal.carveouts]


def test_what_a_definition_leaves_out_reaches_the_uses_in_a_clause_that_was_split_off(deal: Reading) -> None:
    (shares,) = [one for one in deal.carveouts if "Retained" in one.quote]
    at = deal.text.index("The accounts are true")
    now = corrected(deal, [Change(Act.SPLIT, at)])
    (same,) = [one for one in now.carveouts if one.span == shares.span]
    made = now.outline.beginning(at)
    assert made in same.reaches
    assert len(same.reaches) == len(shares.reaches)


def test_no_change_is_the_very_reading(deal: Reading, sample: Reading) -> None:
    for reading in (deal, sample):
        assert corrected(reading, []) is reading
        assert carried(Original(reading), Draft(reading).outline()) == reading


def test_clauses_that_no_change_touches_keep_the_names_that_they_were_read_with(deal: Reading) -> None:
    outline = Outline(tuple(replace(clause, citation=f"No. {clause.id}") for clause in deal.outline))
    taxes = deal.outline[5]
    now = corrected(replace(deal, outline=outline), [Change(Act.RENAME, taxes.start, "2.7", "2.7", "Taxes")])
    assert [clause.citation for clause in now.outline] == [
        *("No. 0", "No. 1", "No. 2", "No. 3", "No. 4"),
        *("Section 2.7", "Section 2.7(a)", "Section 2.7(b)", "Section 2.7(c)"),
        *("No. 9", "No. 10"),
    ]


def test_a_change_without_its_clause_changes_nothing(deal: Reading) -> None:
    inside, beyond = deal.text.index("ARTICLE 2") + 1, len(deal.text) + 5
    for act in Act:
        assert corrected(deal, [Change(act, inside)]) == deal
        assert corrected(deal, [Change(act, beyond)]) == deal


def test_a_sample_is_corrected_and_its_filing_keeps_its_names(sample: Reading) -> None:
    section = next(clause for clause in sample.outline if clause.citation == "Section 3.10")
    now = corrected(sample, [Change(Act.DEMOTE, section.start)])
    before = [clause.citation for clause in sample.outline]
    assert [clause.citation for clause in now.outline] == before
    above = now.outline[section.id].parent
    assert above is not None
    assert now.outline[above].citation == "Section 3.9"


@given(st.lists(st.tuples(st.sampled_from(Act), st.integers(0, 10**6)), max_size=12))
@settings(deadline=None, max_examples=150)
def test_whatever_is_corrected_the_outline_stays_one(deal: Reading, wanted: list[tuple[Act, int]]) -> None:
    changes: list[Change] = []
    for act, number in wanted:
        clauses = corrected(deal, changes).outline
        start = number % len(deal.text) if act is Act.SPLIT else clauses[number % len(clauses)].start
        changes.append(Change(act, start, "(x)", "(x)", "Named"))
    now = corrected(deal, changes)
    outline = now.outline
    assert [clause.start for clause in outline] == sorted({clause.start for clause in outline})
    for clause in outline:
        assert clause.start <= clause.body_start <= clause.end <= len(now.text)
        assert clause.start < clause.end
        if clause.parent is not None:
            assert clause.parent < clause.id
            assert outline[clause.parent].span.holds(clause.span)
    for parent in (None, *range(len(outline))):
        ends = [outline[child].end for child in outline.children(parent)]
        starts = [outline[child].start for child in outline.children(parent)]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert [one.span for one in now.terms] == [one.span for one in deal.terms]
    assert corrected(corrected(deal, changes[:3]), changes[3:]).outline == outline
