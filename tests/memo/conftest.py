"""A deal small enough to know by heart, a review of it, and the sample with a review such as counsel would make."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from pypdf import PdfReader

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.content import Carveout, CarveoutKind, Qualifier, QualifierKind, Representation
from carveout.agreement.read import read
from carveout.agreement.reading import Paragraph, ParagraphStyle, Party, Place, Reading, Source
from carveout.agreement.span import Span
from carveout.memo.memo import Memo, heading_of, memo_of
from carveout.memo.write import write
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review
from carveout.review.reviewer import Reviewer
from carveout.review.thread import Reply

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"
DAY = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)

DUE = dt.date(2026, 12, 24)
HOSTILE = (
    '=HYPERLINK("http://example.org")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\tTAB",
    "\rCR",
    "＝1+1",
    "<w:p/>&amp;<script>]]>",
    "\"quoted\" 'text'",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85",
    "\ud800 alone \udfff",
    "\ufffe\uffff",
    "\u202eright to left\u2066\u2069\u200f",
    "𠮷野家 \U0001f4a9 Ω мир",
    "_x0041_ and _x00E9_",
    "line\u2028separator\u2029",
    "C:\\Users\\me\\deal.docx",
    "",
    "  leading and trailing  ",
)
"""What a note may hold that a file's format would take for its own."""

Annotating: TypeAlias = Callable[..., Annotation]
Written: TypeAlias = Callable[[Memo], PdfReader]

K = ClauseKind
CLAUSES: tuple[tuple[int, ClauseKind, str | None, str, str | None, str, str], ...] = (
    (0, K.FILING_ITEM, "1", "ITEM 1.", "Security and Issuer", "Item 1", "This statement relates to common shares."),
    (0, K.EXHIBIT, "1", "EXHIBIT 1", "Purchase Agreement", "Exhibit 1", ""),
    (1, K.ARTICLE, "3", "Article 3.", "Representations", "Article 3", "The Seller represents and warrants:"),
    (2, K.SECTION, "3.1", "3.1", "Organization", "Section 3.1", "To its knowledge, each Group Company exists."),
    (
        *(2, K.SECTION, "3.2", "3.2", "Statements", "Section 3.2"),
        "The <Company> & its accounts are true, except for effects of the Petition by Alpha, Inc. or related thereto.",
    ),
    (2, K.SECTION, "3.3", "3.3", "No Lawsuits", "Section 3.3", "There are no lawsuits."),
    (3, K.ITEM, "(i)", "(i)", None, "Section 3.3(i)", "None is pending, except for those from the Petition."),
    (1, K.ARTICLE, "4", "Article 4.", "Covenants", "Article 4", "The Seller shall carry on its business."),
    (
        *(1, K.SIGNATURE, None, "", None, "Signatures"),
        "SELLER:    Alpha, Inc.      1,000\nBUYER:     Beta K.K.        2,000",
    ),
)


@pytest.fixture(scope="session")
def reading() -> Reading:
    """A filing item, and an agreement with three representations, two exceptions and a table; ten lines a page."""
    text = ""
    paragraphs: list[Paragraph] = []
    places: list[Place] = []
    clauses: list[Clause] = []
    parents: dict[int, int] = {}
    for depth, kind, number, label, heading, citation, words in CLAUSES:
        start = len(text)
        caption = " ".join(part for part in (label, heading) if part)
        if heading:
            paragraphs.append(Paragraph(Span(len(text), len(text) + len(caption)), ParagraphStyle.HEADING))
            text += caption + "\n"
        body = len(text) if heading else start + (len(label) + 1 if label else 0)
        if words:
            line = words if heading or not label else f"{label} {words}"
            style = ParagraphStyle.FIXED if kind is K.SIGNATURE else ParagraphStyle.BODY
            paragraphs.append(Paragraph(Span(len(text), len(text) + len(line)), style))
            text += line + "\n"
        parents[depth] = len(clauses)
        above = parents.get(depth - 1)
        clauses.append(Clause(len(clauses), above, kind, number, label, heading, citation, start, body, len(text) - 1))
    for child in reversed(clauses):
        if child.parent is not None:
            parent = clauses[child.parent]
            clauses[child.parent] = replace(parent, end=max(parent.end, clauses[child.id].end))
    for count, match in enumerate(re.finditer(r"[^\n]+", text), start=1):
        places.append(Place(match.start(), (count - 1) // 10 + 1, count))
    found = Reading(
        source=Source("purchase.txt", "0" * 64, "edgar-text", 2),
        title="Purchase Agreement",
        date=dt.date(2003, 9, 16),
        parties=(Party("Alpha, Inc.", "Alpha"), Party("Beta K.K.", "Beta")),
        text=text[:-1],
        paragraphs=tuple(paragraphs),
        places=tuple(places),
        outline=Outline(tuple(clauses)),
    )
    carveouts = tuple(
        Carveout(clause, words, words.of(text), CarveoutKind.EXCEPTION, "Alpha", (clause,))
        for clause, words in (
            (4, span_of(found, "except for effects of the Petition by Alpha, Inc. or related thereto")),
            (6, span_of(found, "except for those from the Petition")),
        )
    )
    knowledge = Qualifier(3, span_of(found, "To its knowledge"), QualifierKind.KNOWLEDGE)
    representations = tuple(Representation(clause, "Alpha") for clause in (3, 4, 5))
    return replace(found, representations=representations, carveouts=carveouts, qualifiers=(knowledge,))


@pytest.fixture(scope="session")
def review(reading: Reading) -> Review:
    """An issue on an exception with a proposal on the same words, a question, a note elsewhere; one decision."""
    first, second = reading.carveouts
    made = (
        annotated(on_carveout(reading, first), AnnotationKind.ISSUE, "No limit in time.", severity=Severity.HIGH),
        annotated(
            on_carveout(reading, first), AnnotationKind.PROPOSAL, "Close it.", "a2", proposed="except for the Petition"
        ),
        annotated(on_span(reading, span_of(reading, "Group Company")), AnnotationKind.QUESTION, "Defined where?", "a3"),
        annotated(on_clause(reading, 0), AnnotationKind.NOTE, "The filing says less.", "a4", author="Second reader"),
        annotated(
            on_clause(reading, 7), AnnotationKind.ISSUE, "Settled.", "a5", severity=Severity.LOW, status=Status.RESOLVED
        ),
    )
    return Review(
        {annotation.id: annotation for annotation in made},
        {3: (Mark(State.CLEARED, "First reader", AT),)},
        {second.span: Decision(Verdict.STRIKE, "Nothing is pending.", "Second reader", AT)},
    )


@pytest.fixture(scope="session")
def memo(reading: Reading, review: Review) -> Memo:
    """The memo of the small deal."""
    return memo_of(reading, review, heading_of(reading, review, DAY))


@pytest.fixture(scope="session")
def discussed(review: Review) -> Review:
    """The review of the small deal with a thread of two replies on its issue, a tag, an assignee and a day."""
    issue = replace(review.annotations["a1"], tags=("exposure", "timing"), assignee="Third reader", due=DUE)
    replies = (
        Reply("r1", "a1", "Agreed.\nSix months?", "Second reader", AT + dt.timedelta(hours=1)),
        Reply("r2", "a1", "=SUM(1, 2) is no formula.", "First reader", AT + dt.timedelta(hours=2)),
    )
    return replace(
        review,
        annotations={**review.annotations, "a1": issue},
        replies={reply.id: reply for reply in replies},
        reviewers={"Second reader": Reviewer("Second reader", "2R", "blue")},
    )


@pytest.fixture(scope="session")
def discussed_memo(reading: Reading, discussed: Review) -> Memo:
    """The memo of that review."""
    return memo_of(reading, discussed, heading_of(reading, discussed, DAY))


@pytest.fixture
def hostile(reading: Reading) -> tuple[Memo, Review]:
    """A review with every hostile text as a note, its author, its tag, its proposed wording and a reply to it."""
    made = [
        replace(
            annotated(
                on_clause(reading, 3),
                AnnotationKind.PROPOSAL,
                text,
                f"h{at:02}",
                author=text or "Nobody",
                proposed=text,
            ),
            tags=(text,) if text else (),
            assignee=text,
        )
        for at, text in enumerate(HOSTILE)
    ]
    replies = [Reply(f"r{at:02}", one.id, one.comment, one.author, AT) for at, one in enumerate(made)]
    found = Review({one.id: one for one in made}, replies={reply.id: reply for reply in replies})
    return memo_of(reading, found, heading_of(reading, found, DAY)), found


@pytest.fixture(scope="session")
def sample() -> Reading:
    """The sample's reading."""
    return read(SAMPLE.read_bytes(), SAMPLE.name)


@pytest.fixture(scope="session")
def sample_memo(sample: Reading) -> Memo:
    """The sample's memo: a note on every representation, an issue on every carve-out, half of them decided."""
    made = [
        annotated(on_clause(sample, r.clause), AnnotationKind.NOTE, f"Note on clause {r.clause}.", f"n{r.clause}")
        for r in sample.representations
    ]
    made += [
        annotated(on_carveout(sample, c), AnnotationKind.ISSUE, f"Issue {i}.", f"i{i}", severity=list(Severity)[i % 3])
        for i, c in enumerate(sample.carveouts)
    ]
    decisions = {c.span: Decision(Verdict.NARROW, "Too wide.", "First reader", AT) for c in sample.carveouts[::2]}
    review = Review({annotation.id: annotation for annotation in made}, {}, decisions)
    return memo_of(sample, review, heading_of(sample, review, DAY))


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a memo and open it."""

    def written(memo: Memo) -> PdfReader:
        target = tmp_path / "memo.pdf"
        write(memo, target)
        return PdfReader(target)

    return written


@pytest.fixture
def annotate() -> Annotating:
    """Make an annotation."""
    return annotated


def annotated(
    anchor: Anchor,
    kind: AnnotationKind,
    comment: str,
    name: str = "a1",
    *,
    author: str = "First reader",
    severity: Severity | None = None,
    status: Status = Status.OPEN,
    proposed: str = "",
) -> Annotation:
    """Return an annotation made at the fixed time."""
    return Annotation(name, kind, anchor, comment, author, AT, severity, proposed, status)


def span_of(reading: Reading, words: str) -> Span:
    """Return where the words first stand."""
    start = reading.text.index(words)
    return Span(start, start + len(words))
