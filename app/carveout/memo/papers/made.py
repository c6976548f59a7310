"""Making any paper: its bytes, by what it is and how its file ends."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

from carveout.agreement.progress import silent
from carveout.memo.papers.annotations import annotations_jsonld
from carveout.memo.papers.clauses import clauses_xml
from carveout.memo.papers.comma import encoded, issues_csv
from carveout.memo.papers.kinds import Paper, check
from carveout.memo.papers.markup import paired
from carveout.memo.papers.spreadsheet import issues_xlsx
from carveout.memo.word.memorandum import memo_docx
from carveout.memo.word.whole_agreement import agreement_docx
from carveout.review.audit import audit_csv, audit_record, audit_text

if TYPE_CHECKING:
    from typing import BinaryIO

    from carveout.agreement.progress import Report
    from carveout.memo.papers.kinds import Handed

_WHOLE = 1000


def made(paper: Paper, ending: str, handed: Handed, report: Report = silent) -> bytes:
    """Return a paper's bytes. Whatever the report raises ends the work.

    Raises NoSuchPaperError where the paper can't have the ending.
    """
    out = BytesIO()
    make(out, paper, ending, handed, report)
    return out.getvalue()


def make(out: BinaryIO, paper: Paper, ending: str, handed: Handed, report: Report = silent) -> None:
    """Write a paper to an open file, a PDF page by page. Whatever the report raises ends the work.

    Raises NoSuchPaperError where the paper can't have the ending.
    """
    check(paper, ending)
    if ending == ".pdf":
        _print(out, paper, handed, report)
    else:
        out.write(_audit(ending, handed) if paper is Paper.AUDIT else _data(paper, ending, handed, report))


def _data(paper: Paper, ending: str, handed: Handed, report: Report) -> bytes:
    memo, review = handed.memo, handed.review
    report(0, _WHOLE, "Writing the file")
    match paper, ending:
        case Paper.MEMO, _:
            data = memo_docx(memo, review)
        case Paper.AGREEMENT, _:
            data = agreement_docx(memo, review)
        case Paper.ISSUES, ".xlsx":
            data = issues_xlsx(memo, review)
        case Paper.ISSUES, _:
            data = issues_csv(memo, review)
        case Paper.ANNOTATIONS, _:
            data = annotations_jsonld(memo, review)
        case _:
            data = clauses_xml(memo)
    report(_WHOLE, _WHOLE, "Writing the file")
    return data


def _print(out: BinaryIO, paper: Paper, handed: Handed, report: Report) -> None:
    from carveout.memo.papers.auditing import print_audit  # noqa: PLC0415  (only what is set needs reportlab)
    from carveout.memo.write import print_to  # noqa: PLC0415

    if paper is Paper.MEMO:
        print_to(out, handed.memo, report)
    else:
        print_audit(out, handed, report)


def _audit(ending: str, handed: Handed) -> bytes:
    match ending:
        case ".csv":
            return encoded(audit_csv(handed.operations, handed.on, handed.head))
        case ".json":
            return f"{json.dumps(audit_record(handed.operations, handed.on, handed.head), indent=1)}\n".encode()
        case _:
            return paired(audit_text(handed.operations, handed.on, handed.head)).encode()
