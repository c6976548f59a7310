"""The chosen finding beside the list: its words in their sentence, the rule that found it, and its dismissal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from carveout.agreement.citation import pages_and_lines
from carveout.agreement.proofread.rules import rule_named
from carveout.agreement.span import Span
from carveout.gui.beside import SidePane
from carveout.gui.carveouts.context import sentence_around
from carveout.gui.inspector.corrected import title_of as clause_title
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.gui.proofread.dismissing import DismissalRow
from carveout.gui.proofread.rows import title_of

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session

_KEYS = "   ".join(
    f"{key}\N{NO-BREAK SPACE}{does}"
    for key, does in (
        ("D", "dismiss here"),
        ("Shift+D", "everywhere"),
        ("Backspace", "take up again"),
        ("I", "issue"),
        ("Enter", "show in the text"),
    )
)
_AROUND = 360
"""Code points of the sentence that are shown on each side of the words."""
_READ_ONLY = "This matter is open for reading only. Findings can't be dismissed here."
_NONE = "The finding that is chosen in the list stands here in its sentence, with the rule that found it."


class Detail(SidePane):
    """One finding. `issue_wanted` asks for an issue on its words, `rule_wanted` for the page of a rule by its name."""

    issue_wanted = Signal()
    rule_wanted = Signal(str)

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("Chosen finding", parent)
        self._session = session
        self._appearance = appearance
        self._finding: Finding | None = None
        self._empty = WrappedText("emptyState")
        self._empty.set_text(_NONE)
        self._title = WrappedText("clauseTitle")
        self._where = WrappedText("muted")
        self._message = WrappedText("message")
        self._context = Passage("context")
        self.dismissal = DismissalRow(session)
        self.issue = QPushButton("Raise issue")
        self.issue.setProperty("look", "quiet")
        self.issue.setToolTip(plain_tooltip("Raise an issue on these words"))
        self.dismissal.add_beside(self.issue)
        self._about = WrappedText("muted")
        self.rule = QPushButton("About this rule")
        self.rule.setProperty("look", "link")
        self.rule.setToolTip(plain_tooltip("Open the rule's page in the guide"))
        self._keys = WrappedText("muted")
        self._lay_out()
        self.issue.clicked.connect(self.issue_wanted)
        self.rule.clicked.connect(self._on_rule_wanted)
        appearance.changed.connect(self._show_context)
        self.show_finding(None)

    @property
    def finding(self) -> Finding | None:
        """The finding that is shown."""
        return self._finding

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding of the open document, or what to do to see one."""
        reading = self._session.reading
        self._finding = finding if reading else None
        self.dismissal.show_finding(self._finding)
        self._empty.setVisible(self._finding is None)
        for widget in self._shown:
            widget.setVisible(self._finding is not None)
        if finding is None or reading is None:
            return
        rule = rule_named(finding.rule)
        self._title.set_text(title_of(finding.rule))
        where = [clause_title(reading.outline[finding.clause])] if finding.clause is not None else []
        where += [pages_and_lines(reading.extent(finding.span))] if finding.span else []
        self._where.set_text(" · ".join(filter(None, where)))
        self._message.set_text(finding.message)
        self._show_context()
        self.issue.setVisible(finding.span is not None)
        self.issue.setEnabled(self._session.writable)
        self._about.set_text(f"{rule.about} {rule.source}" if rule else "")
        self.rule.setVisible(rule is not None)
        self._keys.set_text(_KEYS if self._session.writable else _READ_ONLY)

    def _lay_out(self) -> None:
        self._aside = QWidget()
        row = QHBoxLayout(self._aside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rule)
        row.addStretch(1)
        self._shown = (
            self._title,
            self._where,
            self._message,
            self._context,
            self.dismissal,
            self._about,
            self._aside,
            self._keys,
        )
        self.fill((self._empty, *self._shown))

    def _on_rule_wanted(self) -> None:
        if self._finding is not None:
            self.rule_wanted.emit(self._finding.rule)

    def _show_context(self) -> None:
        reading, finding = self._session.reading, self._finding
        if reading is None or finding is None:
            return
        self._context.setVisible(finding.span is not None)
        if finding.span is not None:
            around = sentence_around(reading, finding.span, _AROUND)
            words = Span(finding.span.start - around.start, finding.span.end - around.start)
            self._context.set_text(around.of(reading.text), words, self._appearance.theme.highlight)
