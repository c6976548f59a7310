"""Tracked changes, read as accepted and kept beside the words, and comments on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Read = Callable[..., Manuscript]
    Write = Callable[..., str]

BY = 'w:id="7" w:author="Ana" w:date="2026-03-01T10:00:00Z"'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(words: str, name: str = "ins") -> str:
    return f"<w:{name} {BY}>{run(words)}</w:{name}>"


def deleted(words: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def beside(made: Manuscript) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return what is kept beside the words: its kind, the words it stands at, what it says, by whom and when."""
    return [
        (one.kind.value, made.lines[one.line].text[one.start : one.end], one.text, one.author, one.at)
        for one in made.besides
    ]


def test_inserted_words_stand_in_the_text_and_are_marked(manuscript: Read, p: Write) -> None:
    made = manuscript(p(run("No liability") + inserted(" known") + inserted(" to Seller") + run(" exists.")))
    assert made.lines[0].text == "No liability known to Seller exists."
    assert beside(made) == [
        ("insertion", " known to Seller", "known to Seller", "Ana", "2026-03-01T10:00:00Z"),
    ]


def test_deleted_words_are_kept_beside_the_place_they_stood_at(manuscript: Read, p: Write) -> None:
    made = manuscript(p(run("No ") + deleted("material ") + run("liability")))
    assert made.lines[0].text == "No liability"
    assert beside(made) == [("deletion", "", "material ", "Ana", "2026-03-01T10:00:00Z")]
    assert made.besides[0].start == 3


def test_moved_words_are_read_where_they_went(manuscript: Read, p: Write) -> None:
    made = manuscript(p(run("a") + inserted(" moved", "moveFrom")) + p(run("b") + inserted(" moved", "moveTo")))
    assert [line.text for line in made.lines] == ["a", "b moved"]
    assert [one.kind.value for one in made.besides] == ["deletion", "insertion"]


def test_words_inserted_and_deleted_again_are_not_in_the_text(manuscript: Read, p: Write) -> None:
    made = manuscript(p(run("a") + f"<w:ins {BY}>{deleted(' b')}</w:ins>" + run(" c")))
    assert made.lines[0].text == "a c"
    assert [one.kind.value for one in made.besides] == ["deletion"]


def test_a_deleted_end_joins_two_paragraphs(manuscript: Read, p: Write) -> None:
    made = manuscript(p("Seller sells ", f"<w:rPr><w:del {BY}/></w:rPr>") + p("the Shares.", '<w:jc w:val="center"/>'))
    assert [line.text for line in made.lines] == ["Seller sells the Shares."]
    assert made.paragraphs is not None
    assert made.paragraphs[0].style == "centered"


def test_an_inserted_end_parts_two_paragraphs(manuscript: Read, p: Write) -> None:
    made = manuscript(p("one", f"<w:rPr><w:ins {BY}/></w:rPr>") + p("two"))
    assert [line.text for line in made.lines] == ["one", "two"]


def test_a_paragraph_deleted_whole_is_kept_beside_the_next(manuscript: Read, p: Write) -> None:
    made = manuscript(p(deleted("gone"), f"<w:rPr><w:del {BY}/></w:rPr>") + p("stays"))
    assert [line.text for line in made.lines] == ["stays"]
    assert beside(made) == [("deletion", "", "gone", "Ana", "2026-03-01T10:00:00Z")]


def test_a_deleted_row_is_not_read(manuscript: Read, p: Write) -> None:
    gone = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p(deleted('gone'))}</w:tc></w:tr>"
    made = manuscript(f"<w:tbl>{gone}<w:tr><w:tc>{p('stays')}</w:tc></w:tr></w:tbl>")
    assert [line.text for line in made.lines if line.text] == ["stays"]


def comment(key: int, words: str, author: str = "Bo") -> str:
    body = f'<w:p w14:paraId="P{key}"><w:r><w:annotationRef/></w:r>{run(words)}</w:p>'
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="2026-03-02T09:00:00Z">{body}</w:comment>'


def on(key: int, words: str) -> str:
    ends = f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'
    return f'<w:commentRangeStart w:id="{key}"/>{words}{ends}'


def test_a_comment_stands_at_the_words_it_is_on(manuscript: Read, p: Write) -> None:
    made = manuscript(p(run("All ") + on(1, run("material")) + run(" contracts")), comments=comment(1, "Define?"))
    assert beside(made) == [("comment", "material", "Define?", "Bo", "2026-03-02T09:00:00Z")]


def test_replies_follow_what_they_answer(manuscript: Read, p: Write) -> None:
    made = manuscript(
        p(on(1, on(2, run("material")))),
        comments=comment(2, "Yes.", "Cy") + comment(1, "Define?"),
        commentsExtended='<w15:commentEx w15:paraId="P1"/><w15:commentEx w15:paraId="P2" w15:paraIdParent="P1"/>',
    )
    assert [(words, said, author) for _, words, said, author, _ in beside(made)] == [
        ("material", "Define?", "Bo"),
        ("material", "Yes.", "Cy"),
    ]


def test_replies_in_a_circle_are_comments_all_the_same(manuscript: Read, p: Write) -> None:
    made = manuscript(
        p(on(1, on(2, run("material")))),
        comments=comment(1, "One") + comment(2, "Two"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="P1" w15:paraIdParent="P2"/>'
            '<w15:commentEx w15:paraId="P2" w15:paraIdParent="P1"/>'
        ),
    )
    assert [said for _, _, said, _, _ in beside(made)] == ["One", "Two"]


def test_a_comment_on_several_paragraphs_stands_at_the_first_with_words(manuscript: Read, p: Write) -> None:
    begins = p(run("one ") + '<w:commentRangeStart w:id="1"/>' + run("goes on"))
    made = manuscript(begins + p(run("two") + '<w:commentRangeEnd w:id="1"/>'), comments=comment(1, "Why?"))
    assert [words for _, words, *_ in beside(made)] == ["goes on"]
    begins = p(run("one") + '<w:commentRangeStart w:id="1"/>')
    made = manuscript(begins + p(run("two") + '<w:commentRangeEnd w:id="1"/>'), comments=comment(1, "Why?"))
    assert [words for _, words, *_ in beside(made)] == ["two"]


def test_a_comment_between_paragraphs_is_on_the_next(manuscript: Read, p: Write) -> None:
    body = '<w:commentRangeStart w:id="1"/>' + p("whole") + '<w:commentRangeEnd w:id="1"/>'
    assert [words for _, words, *_ in beside(manuscript(body, comments=comment(1, "Why?")))] == ["whole"]


def test_a_comment_without_words_to_stand_at_stands_where_it_is_referred_to(manuscript: Read, p: Write) -> None:
    body = p(run("All") + '<w:r><w:commentReference w:id="1"/></w:r>')
    assert [(words, said) for _, words, said, *_ in beside(manuscript(body, comments=comment(1, "Why?")))] == [
        ("", "Why?")
    ]


def test_what_stands_beside_a_word_counts_its_label_and_indent(manuscript: Read, p: Write, level: Write) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    properties = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/>'
    made = manuscript(p(run("All ") + inserted("such"), properties), numbering=numbering)
    assert made.lines[0].text == "      1. All such"
    assert [words for _, words, *_ in beside(made)] == ["such"]


def test_what_stands_beside_a_cell_stands_at_its_words(manuscript: Read, p: Write) -> None:
    def row(one: str, other: str) -> str:
        return f"<w:tr><w:tc>{p(one)}</w:tc><w:tc>{p(other)}</w:tc></w:tr>"

    table = f"<w:tbl>{row('Name', 'Shares')}{row('Anchor', on(1, inserted('500')))}</w:tbl>"
    made = manuscript(table, comments=comment(1, "Check."))
    assert [(words, said) for _, words, said, *_ in beside(made)] == [("500", "Check."), ("500", "500")]
