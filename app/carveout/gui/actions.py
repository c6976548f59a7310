"""Every action of the window as a table, which the menus and the sheet of keys are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Needs(Enum):
    """What must be there before an action can be taken."""

    NOTHING = 0
    DOCUMENT = 1
    """A document lies on the desk."""
    WRITABLE = 2
    """Its review can be changed."""
    TEXT = 3
    """Its text is in front."""
    REVIEWING = 4
    """Its text is in front, and its review can be changed."""
    ISSUES = 5
    """Its issues are in front, and its review can be changed."""
    PAGES = 6
    """A workspace of several pages is in front."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action: its name, its menu, its text with the mnemonic marked, its keys, and what it needs.

    A menu within another is named after a slash. `apart` draws a line above the action, or above a menu that it begins.
    A `checkable` one is marked in its menu while it holds.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.DOCUMENT
    apart: bool = False
    checkable: bool = False


_N, _W, _T, _R = Needs.NOTHING, Needs.WRITABLE, Needs.TEXT, Needs.REVIEWING
TABLE = (
    Entry("open", "&File", "&Open…", ("Ctrl+O",), _N),
    Entry("recent", "&File", "Open &recent", (), _N),
    Entry("open_sample", "&File", "Open the &sample filing", (), _N),
    Entry("merge", "&File", "Mer&ge a copy or memo…", ("Ctrl+M",), _W, apart=True),
    Entry("export", "&File", "&Export memo…", ("Ctrl+E",), apart=True),
    Entry("export_as", "&File", "Export &as…", ("Ctrl+Shift+E",)),
    Entry("protect", "&File", "&Protect with a passphrase…", (), _W),
    Entry("unprotect", "&File", "Remove pro&tection", (), _W),
    Entry("audit", "&File", "A&udit report…"),
    Entry("coverage", "&File", "Co&verage table…"),
    Entry("close_matter", "&File", "&Close matter", ("Ctrl+W",)),
    Entry("quit", "&File", "&Quit", ("Ctrl+Q",), _N, apart=True),
    Entry("undo", "&Edit", "&Undo", ("Ctrl+Z",), _W),
    Entry("redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), _W),
    Entry("copy", "&Edit", "C&opy", ("Ctrl+C",), _T, apart=True),
    Entry("paste", "&Edit", "&Paste as new agreement", ("Ctrl+V",), _N),
    Entry("copy_citation", "&Edit", "Copy as &citation", ("Ctrl+Shift+C",), _T),
    Entry("search", "&Edit", "&Search or run a command…", ("Ctrl+K",), _N, apart=True),
    Entry("find", "&Edit", "Fi&nd in the text…", ("Ctrl+F",)),
    Entry("find_next", "&Edit", "Find ne&xt", ("F3",)),
    Entry("find_previous", "&Edit", "Find pre&vious", ("Shift+F3",)),
    Entry("filter", "&Edit", "&Filter", ("Ctrl+Shift+F",)),
    Entry("preferences", "&Edit", "Pr&eferences…", ("Ctrl+,",), _N, apart=True),
    Entry("note", "&Review", "Add &note", ("N",), _R),
    Entry("issue", "&Review", "Raise &issue", ("I",), _R),
    Entry("question", "&Review", "Ask &question", ("Q",), _R),
    Entry("proposal", "&Review", "&Propose wording", ("P",), _R),
    Entry("edit_note", "&Review/Note at &hand", "&Edit", ("F4",), _R),
    Entry("reply", "&Review/Note at &hand", "&Reply", ("Shift+R",), _R),
    Entry("resolve", "&Review/Note at &hand", "Re&solve or reopen", ("V",), _R),
    Entry("link_note", "&Review/Note at &hand", "&Link to…", ("L",), _R),
    Entry("template", "&Review/Note at &hand", "Insert &template…", ("Ctrl+T",), _R),
    Entry("templates", "&Review/Note at &hand", "Edit te&mplates…"),
    Entry("read", "&Review", "Mark &read", ("R",), _R, apart=True),
    Entry("clear", "&Review", "Mark c&leared", ("C",), _R),
    Entry("unread", "&Review", "Mark &unread", ("U",), _R),
    Entry("accept", "&Review", "&Accept carve-out", ("Shift+A",), _R, apart=True),
    Entry("narrow", "&Review", "Narro&w carve-out", ("Shift+N",), _R),
    Entry("strike", "&Review", "&Strike carve-out", ("Shift+S",), _R),
    Entry("promote", "&Review/Ou&tline", "&Promote", ("Alt+Shift+Left",), _R, apart=True),
    Entry("demote", "&Review/Ou&tline", "&Demote", ("Alt+Shift+Right",), _R),
    Entry("join", "&Review/Ou&tline", "&Join with the clause above", ("Alt+Shift+Up",), _R),
    Entry("split", "&Review/Ou&tline", "&Split here", ("Alt+Shift+Down",), _R),
    Entry("rename", "&Review/Ou&tline", "Re&name…", ("F2",), _R),
    Entry("next_unread", "&Review", "Ne&xt unread representation", ("Space",), _T, apart=True),
    Entry("next_without_sign_off", "&Review", "Next without si&gn-off", ("G",), _T),
    Entry("next_representation", "&Review", "Next representation", ("J",), _T),
    Entry("previous_representation", "&Review", "Previous representation", ("K",), _T),
    Entry("next_carveout", "&Review", "Next carve-&out", ("E",), _T),
    Entry("previous_carveout", "&Review", "Previous carve-out", ("Shift+E",), _T),
    Entry("next_conflict", "&Review", "Next conflict", ("M",), _T, apart=True),
    Entry("previous_conflict", "&Review", "Previous conflict", ("Shift+M",), _T),
    Entry("changes_since", "&Review", "C&hanges since you last looked…"),
    Entry("move_up", "&Review", "Move up in own order", ("Alt+Up",), Needs.ISSUES, apart=True),
    Entry("move_down", "&Review", "Move down in own order", ("Alt+Down",), Needs.ISSUES),
    Entry("purge_note", "&Review", "Purge this note…", (), _R, apart=True),
    Entry("purge_withdrawn", "&Review", "Purge withdrawn notes…", (), _W),
    Entry("back", "&Go", "&Back", ("Alt+Left",), _T),
    Entry("forward", "&Go", "&Forward", ("Alt+Right",), _T),
    Entry("follow", "&Go", "Follow &reference or term", ("F12", "Ctrl+Return"), _T, apart=True),
    Entry("peek", "&Go", "Pee&k at reference or term", ("Alt+Return",), _T),
    Entry("open_beside", "&Go", "&Open in the other view", ("Shift+F12",), _T),
    Entry("next_reference", "&Go", "Next referen&ce", ("F",), _T),
    Entry("previous_reference", "&Go", "Previous reference", ("Shift+F",), _T),
    Entry("next_clause", "&Go", "&Next clause", ("Alt+Down",), _T, apart=True),
    Entry("previous_clause", "&Go", "&Previous clause", ("Alt+Up",), _T),
    Entry("next_pane", "&Go", "Next p&ane", ("F6",), apart=True),
    Entry("previous_pane", "&Go", "Previous pane", ("Shift+F6",)),
    Entry("show_read", "&View", "&Read", ("Ctrl+1",)),
    Entry("show_carveouts", "&View", "&Carve-outs", ("Ctrl+2",)),
    Entry("show_remedies", "&View", "Re&medies", ("Ctrl+3",)),
    Entry("show_proofread", "&View", "&Proofread", ("Ctrl+4",)),
    Entry("show_issues", "&View", "Issu&es", ("Ctrl+5",)),
    Entry("next_page", "&View", "Next page of the workspace", ("Ctrl+PgDown",), Needs.PAGES, apart=True),
    Entry("previous_page", "&View", "Previous page of the workspace", ("Ctrl+PgUp",), Needs.PAGES),
    Entry("xray", "&View", "&X-ray the clause", ("X",), _T, apart=True),
    Entry("split_view", "&View", "Spli&t the text", ("F8",), _T, apart=True, checkable=True),
    Entry("together", "&View", "Scroll both to&gether", ("Shift+F8",), _T, checkable=True),
    Entry("zoom_in", "&View", "Larger text", ("Ctrl++", "Ctrl+="), _T, apart=True),
    Entry("zoom_out", "&View", "Smaller text", ("Ctrl+-",), _T),
    Entry("reset_zoom", "&View", "Usual text", ("Ctrl+0",), _T),
    Entry("line_numbers", "&View", "Line &numbers", (), _T, checkable=True),
    Entry("theme_system", "&View", "Colours of the &system", (), _N, apart=True),
    Entry("theme_light", "&View", "&Light", (), _N),
    Entry("theme_dark", "&View", "&Dark", (), _N),
    Entry("guide", "&Help", "&Guide", ("F1",), _N),
    Entry("keys", "&Help", "&Keyboard shortcuts", ("?",), _N),
    Entry("tour", "&Help", "Show the &tour", (), _T),
    Entry("open_example", "&Help", "Open the &example review", (), _N, apart=True),
    Entry("reports", "&Help", "Show crash &reports", (), _N),
    Entry("about", "&Help", "&About Carveout", (), _N, apart=True),
)
THEMES = {"theme_system": "system", "theme_light": "light", "theme_dark": "dark"}
"""The actions of which one is always chosen, with the theme that each puts on."""

ELSEWHERE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "In the outline": {"Open or close a clause": ("Right", "Left"), "Clear the filter": ("Esc",)},
    "Beside the text or a list": {"Back to it": ("Esc",)},
    "In a peek": {
        "Go there": ("Return",),
        "The next of several": ("Right",),
        "Close": ("Esc",),
        "X-ray deeper, less deep": ("+", "-"),
    },
    "In a note": {
        "Save": ("Ctrl+Return",),
        "Give up": ("Esc",),
        "Note, issue": ("Alt+1", "Alt+2"),
        "Question, proposal": ("Alt+3", "Alt+4"),
        "Open, resolved": ("Alt+5", "Alt+6"),
        "High, medium, low": ("Alt+7", "Alt+8", "Alt+9"),
        "Internal or to share": ("Alt+0",),
        "Template, in an empty note": ("/",),
    },
    "Deciding": {"Save with its reason": ("Return",), "Take back": ("Esc",)},
    "In the carve-outs": {
        "Accept": ("A",),
        "Narrow": ("N",),
        "Strike": ("S",),
        "Reopen": ("Backspace",),
        "Raise issue": ("I",),
        "Show in the text": ("Return",),
    },
    "In the issues": {
        "Resolve or reopen": ("R",),
        "Set the severity": ("S",),
        "Assign": ("A",),
        "Tag": ("T",),
        "Set the due day": ("D",),
        "Group": ("G",),
        "Sort": ("O",),
        "Show in the text": ("Return",),
    },
    "In the findings": {
        "Dismiss here": ("D",),
        "Dismiss everywhere": ("Shift+D",),
        "Take up again": ("Backspace",),
        "Raise issue": ("I",),
        "Show in the text": ("Return",),
    },
}
"""The keys that a pane takes for itself, by the pane and what they do there."""
