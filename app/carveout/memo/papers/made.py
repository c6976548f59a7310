"""Making any paper: its bytes, by what it is and how its file ends."""

from __future__ import annotations

import json
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
    from carveout.agreement.progress import Report
    from carveout.memo.papers.kinds import Handed

_WHOLE = 1000


def made(paper: Paper, ending: str, handed: Handed, report: Report = silent) -> bytes:
    """Return a paper's bytes. Whatever the report raises ends the work.

    Raises NoSuchPaperError where the paper can't have the ending.
    """
    check(paper, ending)
    memo, review = handed.memo, handed.review
    match paper, ending:
        case ((Paper.MEMO | Paper.AUDIT), ".pdf"):
            return _pdf(paper, handed, report)
        case Paper.AUDIT, _:
            return _audit(ending, handed)
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


def _pdf(paper: Paper, handed: Handed, report: Report) -> bytes:
    from carveout.memo.papers.auditing import audit_pdf  # noqa: PLC0415  (only what is set needs reportlab)
    from carveout.memo.write import pdf  # noqa: PLC0415

    return pdf(handed.memo, report) if paper is Paper.MEMO else audit_pdf(handed, report)


def _audit(ending: str, handed: Handed) -> bytes:
    match ending:
        case ".csv":
            return encoded(audit_csv(handed.operations, handed.on, handed.head))
        case ".json":
            return f"{json.dumps(audit_record(handed.operations, handed.on, handed.head), indent=1)}\n".encode()
        case _:
            return paired(audit_text(handed.operations, handed.on, handed.head)).encode()
