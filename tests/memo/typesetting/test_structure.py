"""What the file tells whoever doesn't see it: blocks in their order, words for pictures, silence for ornaments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from carveout.agreement.close_reading import read_closely
from carveout.memo.instructions import Instructions
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PageObject
    from pypdf.generic import PdfObject
    from tests.memo.conftest import Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo


def elements(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    """Yield the kind of each element of the structure tree, and itself, in the order in which they are read out."""

    def below(reference: PdfObject) -> Iterator[tuple[str, Any]]:
        one: Any = reference.get_object()
        yield str(one["/S"])[1:], one
        for kid in kids(one):
            found = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(found, DictionaryObject) and "/S" in found:
                assert found["/P"].get_object() == one
                yield from below(kid)

    yield from below(root_of(reader)["/StructTreeRoot"]["/K"])


def root_of(reader: PdfReader) -> Any:  # noqa: ANN401  (pypdf's own)
    """Return what the file begins with."""
    return reader.trailer["/Root"]


def kids(one: Any) -> list[Any]:  # noqa: ANN401  (pypdf's own)
    """Return what stands below an element: others, or the marks of what it holds."""
    return one["/K"] if isinstance(one["/K"], list) else [one["/K"]]


def marked(page: PageObject, reader: PdfReader) -> tuple[dict[int, str], list[str]]:
    """Return the words under each mark of a page, and the words under none: those of artifacts."""
    words: dict[int, str] = {}
    silent: list[str] = []
    open_: list[int | None] = []
    fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
    tables: dict[str, dict[int, str]] = {}
    font = ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"BDC":
                open_.append(int(operands[1]["/MCID"]))
            case b"BMC":
                assert operands[0] == "/Artifact"
                open_.append(None)
            case b"EMC":
                open_.pop()
            case b"Tf":
                font = operands[0]
                if font not in tables:
                    cmap = fonts[font]["/ToUnicode"].get_object().get_data()
                    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>\n", cmap)
                    tables[font] = {int(code, 16): chr(int(character, 16)) for code, character in pairs}
            case b"Tj":
                assert len(open_) == 1, "words stand in one block each"
                said = "".join(tables[font][code] for code in operands[0].original_bytes)
                if open_[0] is None:
                    silent.append(said)
                else:
                    words[open_[0]] = words.get(open_[0], "") + said
            case b"f" | b"s" | b"S" | b"B" | b"Do":
                assert open_, "what is drawn belongs to a block, or only looks"
    assert not open_
    return words, silent


def said(reader: PdfReader) -> list[tuple[str, str]]:
    """Return the kind of each block with its words, or what is said instead of them."""
    pages = {page.indirect_reference.idnum: marked(page, reader)[0] for page in reader.pages}  # type: ignore[union-attr]
    found = []
    for kind, one in elements(reader):
        if kind in {"Document", "Sect"}:
            continue
        words = ""
        for kid in kids(one):
            at = kid if isinstance(kid, int) else int(kid["/MCID"])
            page = one.raw_get("/Pg") if isinstance(kid, int) else kid.raw_get("/Pg")
            words += pages[page.idnum].get(at, "")
        found.append((kind, str(one["/Alt"]) if "/Alt" in one else words))
    return found


@pytest.fixture
def reader(memo: Memo, written: Written) -> PdfReader:
    return written(memo)


def test_the_file_says_that_it_is_tagged_and_in_which_language(reader: PdfReader) -> None:
    root = root_of(reader)
    assert root["/MarkInfo"]["/Marked"] is not None
    assert root["/Lang"] == "en"
    assert [str(page["/StructParents"]) for page in reader.pages] == [str(at) for at in range(len(reader.pages))]


def test_every_word_is_in_a_block_but_for_heads_feet_and_margins(reader: PdfReader, memo: Memo) -> None:
    silent = [words for page in reader.pages for words in marked(page, reader)[1] if words.strip()]
    for words in silent:
        assert (
            words.startswith((memo.heading.deal, "Memorandum", memo.instructions.legend.partition("\u00a0")[0]))
            or re.fullmatch(r"\d+ of \d+|p\. \d+|\d+", words)
            or words.isupper()
        ), words


def test_parts_and_representations_are_headings_and_each_part_is_a_section(reader: PdfReader) -> None:
    kinds = [kind for kind, _ in elements(reader)]
    headings = [(kind, words.replace("\u00a0", " ").strip()) for kind, words in said(reader) if kind[0] == "H"]
    assert headings[0] == ("H1", "Memorandum")
    assert ("H2", "2  Issues by severity") in headings
    assert ("H3", "3.1 Organization") in headings
    assert kinds.count("Sect") == 1 + sum(kind == "H2" for kind in kinds)


def test_a_paragraph_is_read_whole_with_spaces_where_its_lines_end(reader: PdfReader, memo: Memo) -> None:
    blocks = [" ".join(words.split()) for _, words in said(reader)]
    sentence = (
        "The <Company> & its accounts are true, except for effects of the Petition by Alpha, Inc. or related thereto"
    )
    assert any(block.startswith(sentence) for block in blocks)
    assert any(
        block.startswith("The words of the source, with its pages and lines in the margin. ") for block in blocks
    )
    assert sum("No limit in time." in block for block in blocks) >= 2
    assert memo.issues


def test_the_parent_tree_leads_from_each_mark_to_its_block(reader: PdfReader) -> None:
    numbers = root_of(reader)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for at, page in enumerate(reader.pages):
        parents = numbers[2 * at + 1].get_object()
        words, _ = marked(page, reader)
        assert set(words) <= set(range(len(parents)))
        for mark in words:
            block: Any = parents[mark].get_object()
            assert mark in [kid if isinstance(kid, int) else int(kid["/MCID"]) for kid in kids(block)]


def test_pictures_and_severities_are_told_in_words(reader: PdfReader) -> None:
    told = [words for kind, words in said(reader) if kind == "Figure"]
    assert "Severity: high" in told
    assert any(words.startswith("Representations: 1 cleared, ") and "Open issues: 1 high." in words for words in told)


def test_the_map_says_of_each_clause_what_its_tile_shows(sample: Reading, tmp_path: Path) -> None:
    reading = read_closely(sample)
    memo = memo_of(reading, Review(), heading_of(reading, Review(), sample.date))  # type: ignore[arg-type]
    write(memo, tmp_path / "memo.pdf")
    (told,) = [words for kind, words in said(PdfReader(tmp_path / "memo.pdf")) if kind == "Figure" and "bare" in words]
    assert told.startswith("Where Crosswave is carved out, and which clauses stay bare. ")
    assert "Representations: 17 of 24 concerned: 3.1 carved out, narrowed by a definition; " in told
    assert "3.15 carved back in" in told
    assert "18.1(3) bare, strong gap" in told


def test_a_logo_says_whose_it_is(memo: Memo, written: Written) -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(out, "PNG")
    reader = written(replace(memo, instructions=Instructions(firm="Example & Partners", logo=out.getvalue())))
    assert said(reader)[0] == ("Figure", "Logo of Example & Partners")


def test_a_head_that_comes_again_over_the_page_is_said_once(sample: Reading, tmp_path: Path) -> None:
    memo = memo_of(sample, Review(), heading_of(sample, Review(), sample.date))  # type: ignore[arg-type]
    write(memo, tmp_path / "memo.pdf")
    reader = PdfReader(tmp_path / "memo.pdf")
    assert sum(page.extract_text().count("WORDS AND REACH") for page in reader.pages) > 2
    assert [words for _, words in said(reader)].count("WORDS AND REACH") == 1
