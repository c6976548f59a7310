"""EDGAR submissions: several documents in one file, each with its header."""

from __future__ import annotations

import pytest

from carveout.agreement.intake.submission import Form, chosen, submitted, without_data
from carveout.agreement.manuscript import NotReadableError

AGREEMENT = "This Credit Agreement is made by and between the Borrower and the Lender."


def document(kind: str, sequence: str, body: str, *, filename: str = "", description: str = "") -> str:
    header = f"<TYPE>{kind}\n<SEQUENCE>{sequence}\n"
    header += f"<FILENAME>{filename}\n" if filename else ""
    header += f"<DESCRIPTION>{description}\n" if description else ""
    return f"<DOCUMENT>\n{header}<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n"


def submission(*documents: str) -> bytes:
    return ("<SEC-DOCUMENT>0000000000-20-000001.txt\n" + "".join(documents) + "</SEC-DOCUMENT>\n").encode()


PAGE = "<html><body><p>{}</p></body></html>"
MIXED = submission(
    document("8-K", "1", PAGE.format("Item 1.01 Entry into an agreement"), filename="form8k.htm"),
    document("EX-10.1", "2", PAGE.format(AGREEMENT), filename="ex101.htm", description="CREDIT AGREEMENT"),
    document("EX-99.1", "3", PAGE.format("The company announces its results."), filename="ex991.htm"),
    document("GRAPHIC", "4", "begin 644 logo.jpg\nM_]C_X  02D9)\nend", filename="logo.jpg"),
)


def test_each_document_is_told_by_its_header() -> None:
    found = submitted(MIXED)
    assert [(one.type, one.sequence, one.filename) for one in found] == [
        ("8-K", 1, "form8k.htm"),
        ("EX-10.1", 2, "ex101.htm"),
        ("EX-99.1", 3, "ex991.htm"),
        ("GRAPHIC", 4, "logo.jpg"),
    ]
    assert [one.description for one in found] == [None, "CREDIT AGREEMENT", None, None]


def test_its_words_stand_between_the_marks_of_its_text() -> None:
    assert [MIXED[one.start : one.end].decode().strip() for one in submitted(MIXED)][:2] == [
        PAGE.format("Item 1.01 Entry into an agreement"),
        PAGE.format(AGREEMENT),
    ]


def test_pages_texts_and_data_are_told_apart() -> None:
    assert [one.form for one in submitted(MIXED)] == [Form.HTML, Form.HTML, Form.HTML, Form.OTHER]
    plain = submission(document("EX-2", "1", AGREEMENT), document("EX-101.INS", "2", "<XBRL>\n<?xml version='1.0'?>"))
    assert [one.form for one in submitted(plain)] == [Form.TEXT, Form.OTHER]


def test_a_page_with_data_in_it_is_a_page() -> None:
    body = "<XBRL>\n<?xml version='1.0' encoding='ASCII'?>\n<html xmlns:ix='x'><body><p>Item 1.01</p></body></html>"
    assert [one.form for one in submitted(submission(document("8-K", "1", body)))] == [Form.HTML]


def test_an_agreement_is_told_by_its_type_and_its_words() -> None:
    assert [one.agreement for one in submitted(MIXED)] == [False, True, False, False]


def test_a_file_without_documents_is_no_submission() -> None:
    assert submitted(AGREEMENT.encode()) == ()
    assert chosen((), None) is None


def test_a_submission_cut_short_keeps_what_it_has() -> None:
    whole = submission(document("EX-10.1", "1", AGREEMENT))
    (found,) = submitted(whole[: whole.index(b"the Lender")])
    assert whole[found.start : found.end].strip().endswith(b"the Borrower and")


def test_of_pages_the_first_that_holds_an_agreement_is_read() -> None:
    found = submitted(MIXED)
    assert chosen(found, None) == found[1]
    assert chosen(found, 2) == found[2]


def test_where_no_page_holds_an_agreement_the_first_is_read() -> None:
    found = submitted(submission(document("8-K", "1", PAGE.format("one")), document("EX-99", "2", PAGE.format("two"))))
    assert chosen(found, None) == found[0]


def test_plain_text_is_read_whole_unless_one_document_is_asked_for() -> None:
    found = submitted(submission(document("8-K", "1", "Item 1"), document("EX-10", "2", AGREEMENT)))
    assert chosen(found, None) is None
    assert chosen(found, 1) == found[1]


@pytest.mark.parametrize(("asked", "said"), [(3, "picture or data"), (4, "no such document"), (-1, "no such document")])
def test_what_can_not_be_read_is_refused(asked: int, said: str) -> None:
    with pytest.raises(NotReadableError, match=said):
        chosen(submitted(MIXED), asked)


def test_pictures_leave_blank_lines() -> None:
    found = submitted(MIXED)
    left = without_data(MIXED, found)
    assert b"begin 644" not in left
    assert left.count(b"\n") == MIXED.count(b"\n")
