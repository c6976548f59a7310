"""The audit report and the coverage, written from the window."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from carveout.gui.labels import PlainLabel
from carveout.review.mark import State

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk


def test_the_audit_is_a_table_or_a_text(together_desk: Desk, tmp_path: Path) -> None:
    reports, matter = together_desk.window.together.reports, together_desk.session.matter
    assert matter is not None
    reports.write_audit(tmp_path / "audit.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "audit.csv").read_text(encoding="utf-8-sig"))))
    assert [row[4] for row in rows] == ["what", "raise issue on 3.2", "revise issue on 3.2", "last hash"]
    assert rows[-1][-1] == matter.head
    reports.write_audit(tmp_path / "audit.txt")
    assert (tmp_path / "audit.txt").read_text(encoding="utf-8").endswith(f"Last hash: {matter.head}\n")
    assert "The report is in “audit.txt”." in together_desk.window.notice.text.text()


def test_the_coverage_names_the_first_and_the_second_reader(together_desk: Desk, tmp_path: Path) -> None:
    session = together_desk.session
    session.mark(8, State.CLEARED)
    session.author = "B. Sato"
    session.mark(8, State.CLEARED)
    session.mark(9, State.READ)
    together_desk.window.together.reports.write_coverage(tmp_path / "coverage.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "coverage.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(session.reading.outline)  # type: ignore[union-attr]
    one, two = rows[8], rows[9]
    assert (one["state"], one["first reader"], one["second reader"]) == ("cleared", "A. Reader", "B. Sato")
    assert (two["state"], two["first reader"], two["second reader"]) == ("noted", "B. Sato", "")


def test_a_folder_that_takes_no_file_is_told(together_desk: Desk, tmp_path: Path) -> None:
    together_desk.window.together.reports.write_audit(tmp_path / "nowhere" / "audit.csv")
    assert "could not be written there" in together_desk.window.notice.text.text()


def test_one_goes_to_what_no_second_reader_has_cleared(together_desk: Desk) -> None:
    session, place = together_desk.session, together_desk.place
    session.mark(8, State.CLEARED)
    session.author = "B. Sato"
    session.mark(8, State.CLEARED)
    place.go(7)
    together_desk.window.menus.actions["next_without_sign_off"].trigger()
    assert place.clause == 9
    labels = together_desk.window.statusBar().findChildren(PlainLabel)
    assert "Second-read 1 of 4" in [label.text() for label in labels if label.isVisible()]
