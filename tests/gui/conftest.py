"""A document small enough to know by heart, a matter made of it in a real file, and what the panels are given."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import Carveout, CarveoutKind, Representation, Term
from carveout.agreement.read import read
from carveout.agreement.reading import Paragraph, ParagraphStyle, Reading, Source
from carveout.agreement.reading import Place as SourcePlace
from carveout.agreement.span import Span
from carveout.assets import RESOURCES
from carveout.gui.appearance import Appearance
from carveout.gui.fonts import load_faces
from carveout.gui.place import Place
from carveout.gui.session import Session
from carveout.gui.settings import Settings
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

Written = tuple[int, ClauseKind, str, str, str]
"""Depth, kind, label, heading and words of a clause; its citation is its label."""

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
SAMPLE = RESOURCES / "samples" / "ntt-iij-schedule-13d-2003.txt"

PATIENCE = 30_000
"""Milliseconds for what a child process does on a busy machine."""
AGREEMENT = """                          SHARE PURCHASE AGREEMENT

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and
Beta Inc. ("Buyer").

Article 1.  Definitions

     1.1  "Closing Date" shall mean the day on which the shares are paid for.

Article 2.  Representations and Warranties

     The Seller represents and warrants to the Buyer as follows:

     2.1  Organization.  The Company is duly organized.

     2.2  No Lawsuits.  The Company is party to no lawsuit, except for the
proceedings disclosed in Schedule 2.2.
"""

K = ClauseKind
DEAL: tuple[Written, ...] = (
    (0, K.FILING_ITEM, "ITEM 1.", "Security and Issuer", "This statement relates to common shares of the Company."),
    (1, K.ITEM, "(a)", "", "The principal office is in the capital."),
    (0, K.EXHIBIT, "EXHIBIT 1", "Purchase Agreement", ""),
    (1, K.CHAPTER, "Chapter 1.", "Definitions", ""),
    (2, K.ARTICLE, "Article 1.", "Definitions", "The following terms have these meanings:"),
    (3, K.ITEM, "(1)", "", "“Closing Date” shall mean the day on which the shares are paid for."),
    (1, K.CHAPTER, "Chapter 2.", "Representations", ""),
    (2, K.ARTICLE, "Article 3.", "Representations and Warranties", "The Seller represents and warrants as follows:"),
    (3, K.SECTION, "3.1", "Organization", "The Company is duly organized as of the Closing Date."),
    (3, K.SECTION, "3.2", "Financial Statements", "The statements are true, except for effects of the Petition."),
    (3, K.SECTION, "3.3", "No Lawsuits", "The Company:"),
    (4, K.ITEM, "(i)", "", "is party to no lawsuit;"),
    (4, K.ITEM, "(ii)", "", "is threatened with none, except for proceedings from the Petition."),
    (3, K.SECTION, "3.4", "", "All contracts, including those with the Affiliate, are at arm's length."),
    (1, K.CHAPTER, "Chapter 3.", "General", ""),
    (2, K.ARTICLE, "Article 4.", "Notice", "Notices are given in writing before the Closing Date."),
)
CARVEOUTS = (
    ("except for effects of the Petition", CarveoutKind.EXCEPTION),
    ("except for proceedings from the Petition", CarveoutKind.EXCEPTION),
    ("including those with the Affiliate", CarveoutKind.INCLUSION),
)


def draft(written: Sequence[Written], text_style: ParagraphStyle = ParagraphStyle.BODY) -> Reading:
    """Return the reading of a document that holds these clauses, a heading and a paragraph each, ten lines apart."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    places: list[SourcePlace] = []
    clauses: list[Clause] = []
    above: list[int] = []
    at = 0

    def put(words: str, style: ParagraphStyle) -> None:
        nonlocal at
        paragraphs.append(Paragraph(Span(at, at + len(words)), style))
        places.append(SourcePlace(at, 1 + len(places) // 8, 10 * (len(places) + 1)))
        parts.append(words)
        at += len(words) + 1

    for number, (depth, kind, label, heading, words) in enumerate(written):
        del above[depth:]
        start = at
        caption = " ".join(part for part in (label, heading) if part)
        if heading:
            put(caption, ParagraphStyle.HEADING)
            body = at if words else at - 1
        else:
            body = start + len(caption) + 1
        if words:
            put(words if heading else f"{caption} {words}".lstrip(), text_style)
        bare = label.split()[-1].rstrip(".") if label else None
        parent = above[-1] if above else None
        clauses.append(Clause(number, parent, kind, bare, label, heading or None, label, start, body, at - 1))
        above.append(number)
    for clause in reversed(clauses):
        if clause.parent is not None:
            end = max(clauses[clause.parent].end, clauses[clause.id].end)
            clauses[clause.parent] = replace(clauses[clause.parent], end=end)
    text = "\n".join(parts)
    source = Source("deal.txt", hashlib.sha256(text.encode()).hexdigest(), "text", None)
    outline = Outline(tuple(clauses))
    return Reading(source, "Purchase Agreement", None, (), text, tuple(paragraphs), tuple(places), outline)


@pytest.fixture(scope="session")
def redraft() -> Callable[..., Reading]:
    """Return what makes a reading of some clauses."""

    def made(*written: Written, style: ParagraphStyle = ParagraphStyle.BODY) -> Reading:
        return draft(written, style)

    return made


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The deal: a filing item, and an agreement with four representations, two exceptions and a carve-in."""
    found = draft(DEAL)
    carveouts = []
    for quote, kind in CARVEOUTS:
        start = found.text.index(quote)
        clause = found.outline.at(start)
        assert clause is not None
        carveouts.append(Carveout(clause, Span(start, start + len(quote)), quote, kind, None, (clause,)))
    term = "Closing Date"
    uses = [at for at in range(len(found.text)) if found.text.startswith(term, at)]
    defined = Span(uses[0] - 1, found.text.index("paid for.") + 8)
    return replace(
        found,
        representations=tuple(Representation(clause, "Seller") for clause in (8, 9, 10, 13)),
        carveouts=tuple(carveouts),
        terms=(Term(term, 5, defined, tuple(Span(at, at + len(term)) for at in uses)),),
    )


@pytest.fixture(scope="session")
def sample_reading() -> Reading:
    """The sample filing, read as the window reads it."""
    return read(SAMPLE.read_bytes(), SAMPLE.name)


@pytest.fixture(scope="session")
def sample_closely(sample_reading: Reading) -> Reading:
    """The sample filing, read closely."""
    return read_closely(sample_reading)


@pytest.fixture
def press() -> Callable[[QWidget, str], None]:
    """Click, with the mouse, the first visible button within a widget that bears this text."""

    def press_in(within: QWidget, text: str) -> None:
        QCoreApplication.sendPostedEvents()  # everything is laid out
        buttons = [b for b in within.findChildren(QAbstractButton) if b.text() == text and b.isVisible()]
        assert buttons, f"no button “{text}”"
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    return press_in


@pytest.fixture
def lay(tmp_path: Path, session: Session) -> Callable[[Reading], None]:
    """Lay a matter made of a reading on the desk."""

    def lay_on(reading: Reading) -> None:
        of_sample = reading.source.name == SAMPLE.name
        source = SAMPLE.read_bytes() if of_sample else reading.text.encode("utf-8", "surrogatepass")
        session.lay(create_matter(tmp_path / f"{reading.source.sha256[:8]}.carveout", reading, source))

    return lay_on


@pytest.fixture(scope="session", autouse=True)
def _faces(qapp: object) -> None:  # noqa: ARG001  (faces need the application)
    """Set the text in its own faces, whichever test is run first."""
    load_faces()


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:  # noqa: ARG001  (signals need the application)
    """A reviewer at work, with nothing on the desk."""
    made = Session("A. Reader")
    yield made
    made.lay(None)


@pytest.fixture
def place(qtbot: QtBot) -> Place:  # noqa: ARG001  (signals need the application)
    """Nowhere yet."""
    return Place()


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:  # noqa: ARG001  (themes need the application)
    """The light theme, whatever the system wears."""
    return Appearance("light")


@pytest.fixture
def own_home(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for settings, documents and backups that no other test has."""
    home = tmp_path / "home"
    home.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home))
    qapp.setOrganizationName("Carveout")
    qapp.setApplicationName("Carveout")
    Settings().toured = True
    return home


@pytest.fixture
def new_desk(qapp: QApplication, own_home: Path) -> Iterator[Callable[[], Desk]]:  # noqa: ARG001  (for its effect)
    """Return what starts the whole application anew in the same home, as often as it is called."""
    from carveout.gui.application import Desk

    gc.freeze()  # what was there before is looked through no more: it would take most of the time of these tests
    look = qapp.palette(), qapp.font()
    desks: list[Desk] = []

    def start() -> Desk:
        desks.append(Desk(qapp))
        return desks[-1]

    yield start
    for desk in desks:
        desk.session.lay(None)
        desk.window.close()
        desk.window.deleteLater()
    desks.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()  # a window that is collected while Qt goes through all of them takes the process with it
    qapp.setPalette(look[0])
    qapp.setFont(look[1])


@pytest.fixture
def desk(new_desk: Callable[[], Desk], qtbot: QtBot) -> Desk:
    """The whole application, its window in front."""
    made = new_desk()
    made.window.resize(1280, 800)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    return made


@pytest.fixture
def bring(desk: Desk, qtbot: QtBot) -> Callable[[Path], None]:
    """Open a file in the window, and wait until it lies on the desk."""

    def open_in_window(path: Path) -> None:
        with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
            desk.open(path)

    return open_in_window


@pytest.fixture
def matter_file(tmp_path: Path, reading: Reading) -> Path:
    """A matter of the deal that lies on no desk."""
    folder = tmp_path / "matters"
    folder.mkdir()
    with create_matter(folder / "deal.carveout", reading, reading.text.encode()) as matter:
        return matter.path


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """A small agreement as it was sent, in a folder of its own."""
    folder = tmp_path / "deal"
    folder.mkdir()
    path = folder / "agreement.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


@pytest.fixture
def full_disk() -> Callable[[], AbstractContextManager[None]]:
    """Return what lets no file of this process and its children grow, a log of the tests included."""

    @contextmanager
    def hold() -> Iterator[None]:
        resource = pytest.importorskip("resource")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return hold
