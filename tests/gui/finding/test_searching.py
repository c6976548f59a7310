"""Looking up beside the window, in an index that follows the matter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.gui.finding.searching import Searching
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Status
from carveout.review.dismissal import Dismissal, here
from carveout.review.edits import Dismiss
from carveout.review.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session


@pytest.fixture
def searching(session: Session) -> Iterator[Searching]:
    made = Searching(session)
    yield made
    made.leave()


@pytest.fixture
def ready(searching: Searching, qtbot: QtBot) -> Callable[[], None]:
    """Wait until everything can be found."""

    def wait() -> None:
        searching.hurry()
        qtbot.waitUntil(lambda: searching.ready)

    return wait


def found(searching: Searching, typed: str) -> list[str]:
    hits = searching.ask(parse(typed), 50)
    assert hits is not None
    return [hit.entry.words for hit in hits]


def test_a_matter_is_indexed_by_itself(
    searching: Searching, lay: Callable[[Reading], None], reading: Reading, qtbot: QtBot
) -> None:
    assert found(searching, "petition") == []
    lay(reading)
    assert not searching.ready
    qtbot.waitUntil(lambda: searching.ready)
    assert found(searching, "organization in:headings") == ["Organization"]
    assert found(searching, "closing in:terms") == ["Closing Date"]
    assert len(found(searching, "petition")) == 2


def test_notes_can_be_found_as_soon_as_they_are_made_and_until_they_go(
    searching: Searching, lay: Callable[[Reading], None], session: Session, reading: Reading, ready: Callable[[], None]
) -> None:
    lay(reading)
    ready()
    note = session.annotate(AnnotationKind.QUESTION, on_clause(reading, 9), "Who audits this?")
    assert note is not None
    ready()
    assert found(searching, "is:question audits") == ["Who audits this?"]
    session.revise(note, status=Status.RESOLVED)
    ready()
    assert found(searching, "is:open") == []
    assert found(searching, "is:resolved by:reader") == ["Who audits this?"]
    session.undo()
    session.undo()
    ready()
    assert found(searching, "audits") == []


def test_findings_come_with_the_close_reading_and_go_when_they_are_dismissed(
    searching: Searching,
    lay: Callable[[Reading], None],
    session: Session,
    sample_reading: Reading,
    sample_closely: Reading,
    ready: Callable[[], None],
) -> None:
    lay(sample_reading)
    ready()
    before = found(searching, "in:findings")
    session.take_close_reading(sample_closely)
    ready()
    after = found(searching, "in:findings")
    assert len(after) > len(before)
    finding = sample_closely.findings[0]
    dismissed = here(sample_closely.text, finding)
    session.do(Dismiss(dismissed, None, Dismissal("Meant.", session.author, dt.datetime.now(dt.UTC))))
    ready()
    assert len(found(searching, "in:findings")) < len(after)


def test_another_matter_has_other_words(
    searching: Searching, lay: Callable[[Reading], None], session: Session, reading: Reading, ready: Callable[[], None]
) -> None:
    lay(reading)
    ready()
    session.lay(None)
    assert searching.ready
    assert found(searching, "petition") == []


def test_what_takes_longer_than_the_window_waits_comes_by_signal(
    searching: Searching,
    lay: Callable[[Reading], None],
    sample_reading: Reading,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay(sample_reading)
    searching.hurry()
    monkeypatch.setattr("carveout.gui.finding.searching._AT_ONCE", 0.0)
    asked = parse("petitioning")
    with qtbot.waitSignal(searching.found) as told:
        late = searching.ask(asked, 50)
    query, hits = told.args
    assert (late, query) == (None, asked)
    assert len(hits) == 6


def test_words_are_located_in_the_text(
    searching: Searching, lay: Callable[[Reading], None], reading: Reading, ready: Callable[[], None]
) -> None:
    lay(reading)
    ready()
    spans = searching.locate(parse("petition"))
    assert spans is not None
    assert [span.of(reading.text) for span in spans] == ["Petition", "Petition"]


def test_nothing_is_asked_after_the_window_is_gone(session: Session) -> None:
    searching = Searching(session)
    searching.leave()
    assert searching.ask(parse("petition"), 50) == ()
    session.opened.emit()
