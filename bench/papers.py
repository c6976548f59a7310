"""Hand in every paper of a review full of hostile notes, and read all of it back: by other libraries, and LibreOffice.

    python -m bench.papers [--notes 300] [--long 10] [FILE …]

Each of the agreements (the sample and one of 400 KB, or the files named) gets so many notes with replies, of characters
that formats take for their own, and one note of so many megabytes. Counts comments, replies, resolved ones and rows
with python-docx and openpyxl, validates the clauses by the schema of Akoma Ntoso, and compares every text with what
went in. Where LibreOffice is installed, it opens the Word documents and the workbook of the same review too, the long
note of them cut to 20 KB: it takes minutes to lay out more in a margin. Exit status 0 where all is there.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.large import agreement
from bench.reviewer import SAMPLE
from bench.scratch import scratch
from docx import Document
from lxml import etree  # type: ignore[import-untyped]
from openpyxl import load_workbook  # type: ignore[import-untyped]

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.memo.annexed import annexed_by
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.annotations import annotations_jsonld
from carveout.memo.papers.clauses import clauses_xml
from carveout.memo.papers.comma import issues_csv
from carveout.memo.papers.markup import fit, paired
from carveout.memo.papers.spreadsheet import issues_xlsx
from carveout.memo.word.memorandum import memo_docx
from carveout.memo.word.whole_agreement import agreement_docx
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.review import Review
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

SCHEMA = Path(__file__).parents[1] / "tests" / "memo" / "papers" / "schema" / "akomantoso30.xsd"
AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)
WORDS = (
    *(
        "=SUM(1)",
        "+1",
        "-1",
        "@x",
        "\t",
        "\r",
        "\n",
        "<w:p/>",
        "&amp;",
        "]]>",
        '"',
        "'",
        "\x00",
        "\x08",
        "\x1f",
        "\x7f",
    ),
    *("\ud800", "\udfff", "\uffff", "\u202e", "\u2066", "\u200f", "𠮷野家", "\U0001f4a9", "Ω", "株式会社", "_x0041_"),
    *("material", "adverse", "effect", "the Seller", "shall", "not"),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHORT = 20_000
PATIENCE = 300


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--notes", type=int, default=300)
    options.add_argument("--long", type=float, default=10)
    options.add_argument("files", nargs="*", type=Path)
    chosen = options.parse_args()
    sources = [(path.name, path.read_bytes()) for path in chosen.files or [SAMPLE]]
    if not chosen.files:
        sources.append(("large.txt", agreement(0.4).encode()))
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed here: what it makes of the files is not looked at.")
    wrong = 0
    for name, data in sources:
        reading = read_closely(read(data, name))
        review = reviewed(reading, chosen.notes, round(chosen.long * 1_000_000))
        memo = memo_of(reading, review, heading_of(reading, review, AT.date(), author="Counsel"))
        print(f"{name}: {len(reading.outline):,} clauses, {len(memo.notes):,} notes, {len(review.replies):,} replies")
        with scratch() as folder:
            checks = [*checked(memo, review)]
            if office is not None:
                shorter = reviewed(reading, chosen.notes, _SHORT)
                checks += shown(memo_of(reading, shorter, memo.heading), shorter, folder, office)
            for what, told in checks:
                wrong += bool(told)
                print(f"  {what}: {told or 'as it should be'}", flush=True)
    return 1 if wrong else 0


def reviewed(reading: Reading, notes: int, long: int) -> Review:
    """Return a review of random hostile notes all over a reading, every third of them answered, and one long one."""
    rng = random.Random(reading.source.sha256)
    annotations, replies = {}, {}
    for number in range(notes):
        anchor = on_clause(reading, rng.randrange(len(reading.outline)))
        if reading.carveouts and number % 2:
            anchor = on_carveout(reading, rng.choice(reading.carveouts))
        kind = rng.choice(list(AnnotationKind))
        one = Annotation(
            f"{number:032x}",
            kind,
            anchor,
            said(rng) if number else "long 𠮷 " * (long // 7),
            f"Reader {said(rng)}",
            AT + dt.timedelta(minutes=number),
            rng.choice(list(Severity)) if kind is AnnotationKind.ISSUE else None,
            said(rng) if kind is AnnotationKind.PROPOSAL else "",
            rng.choice(list(Status)),
            (said(rng),),
        )
        annotations[one.id] = one
        if number % 3 == 0:
            replies[f"r{number}"] = Reply(f"r{number}", one.id, said(rng), one.author, one.at)
    return Review(annotations, replies=replies)


def said(rng: random.Random) -> str:
    """Return some words, hostile and plain."""
    return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(1, 12)))


def checked(memo: Memo, review: Review) -> Iterator[tuple[str, str]]:
    """Yield each check with what is wrong, empty where nothing is."""
    made = {}
    for name, make in (("agreement.docx", agreement_docx), ("memo.docx", memo_docx), ("issues.xlsx", issues_xlsx)):
        began = time.perf_counter()
        made[name] = make(memo, review)
        print(f"  {name}: {len(made[name]):,} bytes in {time.perf_counter() - began:.2f} s")
    yield "the clauses, by their schema and word for word", clauses(memo)
    yield "comments of the agreement, by python-docx", comments(memo, review, made["agreement.docx"])
    yield "paragraphs of the agreement, by python-docx", paragraphs(memo, made["agreement.docx"])
    yield "notes of the memo, by python-docx", notes(memo, made["memo.docx"])
    yield "rows of the workbook, by openpyxl", rows(memo, made["issues.xlsx"])
    yield "rows of the CSV", table(memo, review)
    yield "annotations as JSON-LD", linked(memo, review)


def shown(memo: Memo, review: Review, folder: Path, office: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the papers in LibreOffice, empty where nothing is."""
    for name, make in (("agreement.docx", agreement_docx), ("memo.docx", memo_docx)):
        (folder / name).write_bytes(make(memo, review))
        yield f"{name} in LibreOffice", in_writer(memo, review, folder, office, name)
    (folder / "issues.xlsx").write_bytes(issues_xlsx(memo, review))
    yield "issues.xlsx in LibreOffice", in_calc(memo, folder, office)


def clauses(memo: Memo) -> str:
    """Validate the clauses, and compare their words with the text."""
    tree = etree.fromstring(clauses_xml(memo), etree.XMLParser(huge_tree=True))
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    if not schema.validate(tree):
        return str(schema.error_log[0].message)[:200]
    found = "".join("".join(tree.find(".//{*}mainBody").itertext()).split())
    return "" if found == "".join(fit(memo.reading.text).split()) else "words differ"


def comments(memo: Memo, review: Review, data: bytes) -> str:
    """Compare every comment with its annotation or reply."""
    found = list(Document(io.BytesIO(data)).comments)
    if len(found) != len(review.annotations) + len(review.replies):
        return f"{len(found)} comments"
    answers = {reply.annotation: reply for reply in review.replies.values()}
    position = 0
    for note in memo.notes:
        one = note.annotation
        if in_word(one.comment) not in found[position].text or found[position].author != fit(one.author)[:255]:
            return f"comment {position} differs"
        position += 1
        if one.id in answers:
            if found[position].text != in_word(answers[one.id].comment):
                return f"reply {position} differs"
            position += 1
    return ""


def in_word(text: str) -> str:
    """Return a text as Word keeps it."""
    return fit(text).replace("\r", "\n")


def paragraphs(memo: Memo, data: bytes) -> str:
    """Compare every paragraph with the text."""
    found = [one.text for one in Document(io.BytesIO(data)).paragraphs]
    return "" if found == [fit(one.span.of(memo.reading.text)) for one in annexed_by(memo).paragraphs] else "differ"


def notes(memo: Memo, data: bytes) -> str:
    """Look for every note among the lines of the memo."""
    body = Document(io.BytesIO(data)).element.body
    lines = {"".join(one.itertext(f"{W}t")) for one in body.iter(f"{W}p")}
    lost = [
        note.number
        for note in memo.notes
        if note.annotation.kind is not AnnotationKind.ISSUE
        and not {re.sub("[\r\t]", "", fit(line)) for line in note.annotation.comment.split("\n")} <= lines
    ]
    return f"notes {lost[:5]} are not whole" if lost else ""


def rows(memo: Memo, data: bytes) -> str:
    """Count the rows of each sheet; no cell may be a formula."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    counts = {sheet.title: sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book}
    wanted = {"Issues": memo.notes, "Carve-outs": memo.schedule, "Coverage": memo.representations}
    if any(counts[name] != len(entries) for name, entries in wanted.items()):
        return str(counts)
    formulas = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    long = "".join(row[2].value for row in book["Long texts"].iter_rows(min_row=2)) if "Long texts" in counts else ""
    texts = [note.annotation.comment for note in memo.notes if len(note.annotation.comment) > 40_000]
    return f"{formulas} formulas" if formulas else "" if long == "".join(texts) else "a long text differs"


def table(memo: Memo, review: Review) -> str:
    """Read the CSV back."""
    csv.field_size_limit(sys.maxsize)
    found = list(csv.DictReader(io.StringIO(issues_csv(memo, review).decode("utf-8-sig"), newline="")))
    said_ = [paired(note.annotation.comment) for note in memo.notes]
    same = all(row["Note"] in {one, f"'{one}"} for row, one in zip(found, said_, strict=True))
    return "" if same else "a note differs"


def linked(memo: Memo, review: Review) -> str:
    """Read the annotations back."""
    items = json.loads(annotations_jsonld(memo, review))["first"]["items"]
    found = [one["body"][0]["value"] for one in items if one["motivation"] != "replying"]
    return "" if found == [note.annotation.comment for note in memo.notes] else "a note differs"


def converted(folder: Path, office: str, name: str, ending: str) -> Any:  # noqa: ANN401  (lxml has no types)
    """Return what LibreOffice makes of a file, in its own XML."""
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, "--headless", home, "--convert-to", ending, "--outdir", str(folder), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return etree.parse(folder / f"{Path(name).stem}.{ending}", etree.XMLParser(huge_tree=True))


def in_writer(memo: Memo, review: Review, folder: Path, office: str, name: str) -> str:
    """Count the comments and the resolved ones of a Word document, and the tracked changes of the memo."""
    answered = {reply.annotation for reply in review.replies.values()}
    done = [note.annotation.id for note in memo.notes if note.annotation.status is Status.RESOLVED]
    wanted = (len(memo.notes) + len(review.replies), len(done) + sum(one in answered for one in done))
    tree = converted(folder, office, name, "fodt")
    comments_ = tree.findall(".//{*}annotation")
    resolved = sum(value == "true" for one in comments_ for key, value in one.items() if key.endswith("}resolved"))
    if (len(comments_), resolved) != wanted:
        return f"{len(comments_)} comments, {resolved} resolved, not {wanted}"
    changes = tree.findall(".//{*}changed-region")
    return "no tracked change" if name == "memo.docx" and not changes else ""


def in_calc(memo: Memo, folder: Path, office: str) -> str:
    """Count the rows that hold something on each sheet, and look for formulas."""
    tree = converted(folder, office, "issues.xlsx", "fods")
    counts = {
        sheet.get("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}name"): sum(
            1 for row in sheet.findall(".//{*}table-row") if row.find("{*}table-cell/{*}p") is not None
        )
        - 1
        for sheet in tree.findall(".//{*}table")
    }
    wanted = {"Issues": memo.notes, "Carve-outs": memo.schedule, "Coverage": memo.representations}
    if any(counts.get(name) != len(entries) for name, entries in wanted.items()):
        return str(counts)
    formulas = [one for one in tree.iter() if any(str(key).endswith("}formula") for key in one.attrib)]
    return f"{len(formulas)} formulas" if formulas else ""


if __name__ == "__main__":
    raise SystemExit(main())
