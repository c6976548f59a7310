"""The clause tree as Akoma Ntoso: valid by its schema, with every word of every clause in its order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.clauses import NAMESPACE, clauses_xml
from carveout.memo.papers.markup import fit
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

SCHEMA = Path(__file__).parent / "schema" / "akomantoso30.xsd"


@cache
def schema() -> Any:  # noqa: ANN401  (lxml has no types)
    return etree.XMLSchema(etree.parse(SCHEMA))


def parsed(reading: Reading) -> Any:  # noqa: ANN401
    """Return a reading's clauses as a tree that the schema has passed."""
    memo = memo_of(reading, Review(), heading_of(reading, Review(), dt.date(2026, 11, 22)))
    tree = etree.fromstring(clauses_xml(memo), etree.XMLParser(huge_tree=True))
    schema().assertValid(tree)
    return tree


def words(element: Any) -> list[str]:  # noqa: ANN401
    """Return the words of an element, as they are parted by white space or by where another element begins."""
    return " ".join(element.itertext()).split()


def body(tree: Any) -> Any:  # noqa: ANN401
    return tree.find(f"{{{NAMESPACE}}}doc/{{{NAMESPACE}}}mainBody")


def joined(text: str) -> str:
    """Return text without white space: a number may stand in its heading's first word."""
    return "".join(text.split())


@pytest.mark.parametrize("name", ["reading", "sample"])
def test_it_is_valid_and_holds_every_word_in_order(name: str, request: pytest.FixtureRequest) -> None:
    found: Reading = request.getfixturevalue(name)
    assert "".join(words(body(parsed(found)))) == joined(found.text)


def test_every_clause_is_an_element_with_its_words_and_no_others(sample: Reading) -> None:
    tree = body(parsed(sample))
    elements = [one for one in tree.iter() if one.get("eId") and one.get("name") != "between"]
    assert len(elements) == len(sample.outline)
    for clause, element in zip(sample.outline, elements, strict=True):
        assert "".join(words(element)) == joined(clause.span.of(sample.text))


def test_an_element_is_named_by_where_it_stands(reading: Reading) -> None:
    tree = body(parsed(reading))
    by_id = {one.get("eId"): one for one in tree.iter() if one.get("eId")}
    section = by_id["hcontainer_1_n2__art_3__sec_3.3"]
    assert [etree.QName(one).localname for one in section] == ["num", "heading", "intro", "paragraph"]
    assert section[0].text == "3.3"
    assert section[1].text == "No Lawsuits"
    item = by_id["hcontainer_1_n2__art_3__sec_3.3__para_i"]
    assert item[0].text == "(i)"
    assert "".join(item[1].itertext()) == "None is pending, except for those from the Petition."


def test_a_reference_to_one_clause_leads_to_its_element(sample: Reading) -> None:
    closely = read_closely(sample)
    tree = body(parsed(closely))
    elements = [one for one in tree.iter() if one.get("eId") and one.get("name") != "between"]
    clauses = {f"#{one.get('eId')}": clause.id for clause, one in zip(closely.outline, elements, strict=True)}
    links = [(one.get("href"), joined("".join(one.itertext()))) for one in tree.iter(f"{{{NAMESPACE}}}ref")]
    single = [(one.targets[0], joined(one.quote)) for one in closely.references if len(one.targets) == 1]
    assert len(links) > 0.95 * len(single) > 40
    assert {(clauses[href], said) for href, said in links} <= set(single)


def test_it_names_the_document_by_its_hash_and_the_parties_by_their_names(sample: Reading) -> None:
    meta = parsed(sample).find(f"{{{NAMESPACE}}}doc/{{{NAMESPACE}}}meta")
    work = meta.find(f".//{{{NAMESPACE}}}FRBRWork")
    assert work.find(f"{{{NAMESPACE}}}FRBRuri").get("value").endswith(sample.source.sha256)
    assert work.find(f"{{{NAMESPACE}}}FRBRdate").get("date") == "2003-09-16"
    shown = [one.get("showAs") for one in meta.iter(f"{{{NAMESPACE}}}TLCOrganization")]
    assert shown == ["Carveout", "The parties", *(one.alias or one.name for one in sample.parties)]


def test_words_between_and_after_the_items_stay_where_they_stand() -> None:
    text = (
        "Article 1. Sale\n\nThe Seller shall (a) sell the shares;\n\n(b) deliver them;\n\nand nothing else is sold.\n"
    )
    found = read(text.encode(), "sale.txt")
    assert "".join(words(body(parsed(found)))) == joined(found.text)


def test_a_document_without_a_word_is_valid(reading: Reading) -> None:
    bare = replace(reading, representations=(), carveouts=(), qualifiers=(), text="", paragraphs=(), places=())
    assert words(body(parsed(replace(bare, outline=Outline(()))))) == []


def test_a_tree_of_any_depth_is_written(reading: Reading) -> None:
    depth = 400
    text = " ".join(f"({at}) deeper" for at in range(depth))
    starts = [text.index(f"({at})") for at in range(depth)]
    clauses = tuple(
        Clause(at, at - 1 if at else None, ClauseKind.ITEM, f"({at})", f"({at})", None, "", start, start + 4, len(text))
        for at, start in enumerate(starts)
    )
    deep = replace(reading, text=text, outline=Outline(clauses), representations=(), carveouts=(), qualifiers=())
    assert "".join(words(body(parsed(deep)))) == joined(text)


def test_what_xml_cant_hold_is_shown(memo: Memo) -> None:
    hostile = memo.reading.text.replace("accounts", "acc\x00\ud800nts").replace("knowledge", "kno\u202e\uffff\x1bdge")
    found = replace(memo.reading, text=hostile)
    assert "".join(words(body(parsed(found)))) == joined(fit(hostile))
