"""Pictures of what comes from elsewhere: a colleague's copy, a marked memo, and the backup of a damaged matter."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from picture import after, front, picture, save, settle
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject
from PySide6.QtCore import QRect

from carveout.gui.folders import backups_folder
from carveout.review.annotation import AnnotationKind, Severity
from carveout.review.edits import Annotate
from carveout.review.log import Role, sealed
from carveout.store.backup import back_up
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from carveout.gui.application import Desk
    from carveout.review.annotation import Annotation
    from carveout.review.edits import Edit
    from carveout.store.matter import Matter

COLLEAGUE, OUTSIDER = "K. Tanaka", "C. Meyer"
_REMARKS = ("Who counts as related? Ask for a list.", "We could live with “directly caused by”.")
_STRIP = 320
"""Pixels of the window's height that a notice is shown with."""


def picture_together(desk: Desk, docs: Path, home: Path) -> None:
    """Picture what a colleague's copy would bring, the conflict that it made, and a sign-off."""
    session, matter = desk.session, _matter(desk)
    issue, question = _first(desk, AnnotationKind.ISSUE), _first(desk, AnnotationKind.QUESTION)
    copy = Path(shutil.copy(matter.path, home / "Subscription agreement, KT.carveout"))
    revise(
        copy,
        Annotate(issue.id, issue, replace(issue, severity=Severity.LOW)),
        _asked(question, "Have the exhibits been updated since the draft of May?"),
    )
    session.rewrite(replace(issue, severity=Severity.MEDIUM))
    desk.window.together.taking_in.offer(copy)
    sheet = after(front)
    picture(sheet, docs / "merge.png")
    sheet.accept()
    desk.place.go(issue.anchor.clause, issue.anchor.span)
    picture(desk.window, docs / "conflict.png")
    cleared = next(one.clause for one in matter.reading.representations if session.review.marks.get(one.clause))
    desk.place.go(cleared)
    session.author, author = COLLEAGUE, session.author
    desk.window.menus.actions["clear"].trigger()
    picture(desk.window.inspector, docs / "sign-off.png")
    session.author = author


def picture_returned(desk: Desk, docs: Path, home: Path) -> None:
    """Picture what a memo would bring that somebody outside marked."""
    memo = home / "memo, CM.pdf"
    written = ("memo", str(_matter(desk).path), "-o", str(memo))
    subprocess.run([sys.executable, "-m", "carveout", *written], check=True)
    mark(memo)
    desk.window.together.taking_in.offer(memo)
    _picture_front(docs / "take-in.png")


def picture_changes(desk: Desk, docs: Path, home: Path) -> None:
    """Picture what changed in a matter, kept where colleagues share it, since it was last looked at."""
    shared = Path(shutil.copy(_matter(desk).path, home / "Subscription agreement, shared.carveout"))
    question = _first(desk, AnnotationKind.QUESTION)
    revise(shared, _asked(question, "Who signs the certificate?"), _asked(question, "Is Exhibit 3-3 final?"))
    desk.open(shared)
    after(lambda: shared if _matter(desk).path == shared else None)
    desk.window.menus.actions["changes_since"].trigger()
    _picture_front(docs / "changes.png")


def picture_damaged(desk: Desk, docs: Path, home: Path) -> None:
    """Picture the notice that offers the backup of a matter which was damaged."""
    damaged = Path(shutil.copy(_matter(desk).path, home / "Subscription agreement.carveout"))
    with open_matter(damaged) as matter:
        back_up(matter, backups_folder())
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    notice = desk.window.notice
    desk.open(damaged)
    after(lambda: notice if notice.isVisible() else None)
    settle()
    save(desk.window.grab(QRect(0, 0, desk.window.width(), _STRIP)), docs / "backup.png")


def revise(path: Path, *edits: Edit) -> None:
    """Make a copy of a matter one in which the colleague made some edits."""
    with open_matter(path) as other:
        for number, edit in enumerate(edits):
            at, head = dt.datetime.now(dt.UTC), other.head
            other.append(
                sealed(head, id=f"{path.stem} {number}", at=at, author=COLLEAGUE, role=Role.EDIT, of=None, edit=edit)
            )


def mark(memo: Path) -> None:
    """Mark two passages of the agreement in a memo that are marked already, as another program does."""
    writer = PdfWriter(clone_from=memo)
    remarks = iter(enumerate(_REMARKS))
    for page in reversed(writer.pages):
        for reference in list(page.get("/Annots", [])):
            one = reference.get_object()
            if one["/Subtype"] == "/Highlight" and (remark := next(remarks, None)) is not None:
                made = one.clone(writer, ignore_fields=("/Popup",), force_duplicate=True)
                made.pop("/Popup", None)
                made[NameObject("/NM")] = TextStringObject(f"cm{remark[0]}")
                made[NameObject("/T")] = TextStringObject(OUTSIDER)
                made[NameObject("/Contents")] = TextStringObject(remark[1])
                annotations = page["/Annots"].get_object()
                annotations.append(writer._add_object(made))  # type: ignore[union-attr]  # noqa: SLF001
    writer.write(memo)


def _asked(like: Annotation, words: str) -> Edit:
    """Return the edit by which the colleague asks something where another question stands."""
    made = replace(like, id=hashlib.sha256(words.encode()).hexdigest()[:32], author=COLLEAGUE, comment=words)
    return Annotate(made.id, None, made)


def _picture_front(target: Path) -> None:
    sheet = after(front)
    picture(sheet, target)
    sheet.reject()


def _first(desk: Desk, kind: AnnotationKind) -> Annotation:
    return next(one for one in desk.session.review.in_order() if one.kind is kind)


def _matter(desk: Desk) -> Matter:
    if desk.session.matter is None:
        raise SystemExit("There is no matter on the desk.")
    return desk.session.matter
