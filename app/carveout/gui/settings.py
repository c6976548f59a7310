"""What the window remembers between two days: nothing of an agreement's or a note's words.

What reviewers write for themselves, as templates and the names of filters, is their own.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from carveout.gui.reviewer import COLOURS, LONGEST_INITIALS, initials, system_name
from carveout.gui.text.splitting import Beside
from carveout.review.reviewer import Reviewer
from carveout.review.template import DEFAULTS, Template

if TYPE_CHECKING:
    from carveout.gui.glimpse import Sight

_RECENT = 8
_TOLD = 50


class Settings:
    """Typed access to the one settings file."""

    def __init__(self) -> None:
        """Open the file that the application's names point to."""
        self._kept = QSettings()
        _keep_private(Path(self._kept.fileName()))

    @property
    def author(self) -> str:
        """The name that notes are signed with: what the reviewer gave, or what the system calls her."""
        return str(self._kept.value("reviewer/name", "")) or system_name()

    @author.setter
    def author(self, name: str) -> None:
        self._kept.setValue("reviewer/name", name)

    @property
    def reviewer(self) -> Reviewer:
        """The reviewer; her initials are those of her name, and her colour the first, until she chose others."""
        name = self.author
        short = str(self._kept.value("reviewer/initials", "")).strip()[:LONGEST_INITIALS]
        colour = str(self._kept.value("reviewer/colour", ""))
        return Reviewer(name, short or initials(name), colour if colour in COLOURS else COLOURS[0])

    @reviewer.setter
    def reviewer(self, chosen: Reviewer) -> None:
        self.author = chosen.name
        own = "" if chosen.initials == initials(chosen.name) else chosen.initials
        self._kept.setValue("reviewer/initials", own)
        self._kept.setValue("reviewer/colour", chosen.colour)

    @property
    def zoom(self) -> int:
        """Steps by which the text is larger than usual, or smaller where negative."""
        kept = str(self._kept.value("text/zoom", "0"))
        return int(kept) if kept.removeprefix("-").isdecimal() else 0

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._kept.setValue("text/zoom", steps)

    @property
    def line_numbers(self) -> bool:
        """Tell whether the lines of the source are numbered beside the text."""
        return str(self._kept.value("text/lines", "")) != "hidden"

    @line_numbers.setter
    def line_numbers(self, shown: bool) -> None:
        self._kept.setValue("text/lines", "shown" if shown else "hidden")

    @property
    def toured(self) -> bool:
        """Tell whether the reviewer was shown round."""
        return str(self._kept.value("window/toured", "")) == "yes"

    @toured.setter
    def toured(self, done: bool) -> None:
        self._kept.setValue("window/toured", "yes" if done else "")

    @property
    def theme(self) -> str:
        """`light`, `dark` or `system`."""
        kept = str(self._kept.value("window/theme", "system"))
        return kept if kept in {"light", "dark"} else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._kept.setValue("window/theme", choice)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The matters opened last, the newest first; those that are gone are left out."""
        kept = self._kept.value("matters/recent", [])
        paths = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        return tuple(Path(path) for path in paths if os.path.isfile(path))  # noqa: PTH113  (Path.is_file may raise)

    def note_opened(self, path: Path) -> None:
        """Put a matter at the head of the recent ones."""
        others = [str(other) for other in self.recent if other != path]
        self._kept.setValue("matters/recent", [str(path), *others][:_RECENT])

    def note_told(self, folder: str) -> bool:
        """Take note that somebody was told of a folder; returns False where that was so before."""
        kept = self._kept.value("told/folders", [])
        before = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        if folder in before:
            return False
        self._kept.setValue("told/folders", [folder, *before][:_TOLD])
        return True

    def seen(self, matter: str, reviewer: str) -> str | None:
        """Return the hash of the last operation of a matter, by its id, that a reviewer has seen."""
        return str(self._kept.value(f"seen/{matter}/{_key(reviewer)}", "")) or None

    def keep_seen(self, matter: str, reviewer: str, head: str) -> None:
        """Remember up to where a reviewer has seen a matter."""
        self._kept.setValue(f"seen/{matter}/{_key(reviewer)}", head)

    @property
    def shown_as(self) -> tuple[str, str]:
        """The initials and the colour that the reviewer chose to be shown with, each empty where she chose none."""
        return str(self._kept.value("reviewer/initials", "")), str(self._kept.value("reviewer/colour", ""))

    def layout(self, part: str) -> QByteArray:
        """Return how a part of the window was laid out, empty where it never was."""
        kept = self._kept.value(f"layout/{part}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_layout(self, part: str, state: QByteArray) -> None:
        """Remember how a part of the window is laid out."""
        self._kept.setValue(f"layout/{part}", state)

    @property
    def templates(self) -> tuple[Template, ...]:
        """The reviewer's own templates for comments, or those to begin with."""
        try:
            kept = json.loads(str(self._kept.value("reviewer/templates", "")))
            return tuple(Template(str(name), str(words)) for name, words in kept)
        except (ValueError, TypeError):
            return DEFAULTS

    @templates.setter
    def templates(self, templates: tuple[Template, ...]) -> None:
        self._kept.setValue("reviewer/templates", json.dumps([(one.name, one.words) for one in templates]))

    @property
    def filters(self) -> dict[str, str]:
        """The filters of the issues that the reviewer saved, by name, as the Issues workspace writes them."""
        try:
            kept = json.loads(str(self._kept.value("reviewer/filters", "")))
            return {str(name): str(written) for name, written in kept.items()}
        except (ValueError, AttributeError):
            return {}

    @filters.setter
    def filters(self, filters: dict[str, str]) -> None:
        self._kept.setValue("reviewer/filters", json.dumps(filters))

    def asked(self, matter: str = "") -> str:
        """Return how the memo of a matter, by its id, was asked for last, or every memo, as that was written down."""
        return str(self._kept.value(f"memos/{matter}" if matter else "memo/asked", ""))

    def keep_asked(self, written: str, matter: str = "") -> None:
        """Remember how the memo of a matter, by its id, or every memo, is asked for."""
        self._kept.setValue(f"memos/{matter}" if matter else "memo/asked", written)

    def last_place(self, matter: str) -> tuple[int, int] | None:
        """Return the clause that the reviewer was at in a matter, by the matter's id, and the first word in sight."""
        clause, _, top = str(self._kept.value(f"places/{matter}")).partition(" ")
        return (int(clause), int(top)) if clause.isdecimal() and top.isdecimal() else None

    def keep_place(self, matter: str, clause: int, top: int) -> None:
        """Remember the clause that the reviewer is at in a matter, and the offset of the first word in sight."""
        self._kept.setValue(f"places/{matter}", f"{clause} {top}")

    def manner(self, matter: str) -> tuple[int, Beside | None]:
        """Return the workspace in which a matter was left, by its position, and how its text was split, if it was."""
        try:
            workspace, beside = json.loads(str(self._kept.value(f"manners/{matter}", "")))
            clause, top, together = beside or (0, 0, False)
            return int(workspace), Beside(int(clause), int(top), bool(together)) if beside else None
        except (ValueError, TypeError):
            return 0, None

    def keep_manner(self, matter: str, workspace: int, beside: Beside | None) -> None:
        """Remember in which workspace a matter is left, and how its text is split."""
        split = (beside.clause, beside.top, beside.together) if beside else None
        self._kept.setValue(f"manners/{matter}", json.dumps([workspace, split]))

    def sight_of(self, matter: Path) -> Sight | None:
        """Return what was in sight when a matter was left last, None where its file has changed since."""
        from carveout.gui.glimpse import Sight, Words  # noqa: PLC0415  (only where there is one)

        try:
            path, stamp, kept = json.loads(str(self._kept.value("window/sight", "")))
            if path != str(matter.resolve()) or stamp != _stamp(matter):
                return None
            window, theme, page, words = kept
            return Sight(window, theme, page, tuple(Words(*w) for w in words))
        except (ValueError, TypeError, OSError):
            return None

    def keep_sight(self, matter: Path, sight: Sight) -> None:
        """Remember what is in sight as a matter is left: places and offsets, no word of it."""
        with suppress(OSError):
            self._kept.setValue("window/sight", json.dumps([str(matter.resolve()), _stamp(matter), sight]))


def _keep_private(path: Path) -> None:
    """Have the settings readable by the reviewer alone: they name her matters. Qt keeps the rights that a file has."""
    if os.name == "posix":
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)


def _key(name: str) -> str:
    """Return a name as a key of the settings, which no sign in it can split."""
    return name.encode("utf-8", "replace").hex()


def _stamp(path: Path) -> list[int]:
    """Return what tells whether a file has changed."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]
