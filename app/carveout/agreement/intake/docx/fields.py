"""Fields: what they show is printed, what they are told to do is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import VAL, W, number, on

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.intake.docx.events import Events
    from carveout.agreement.intake.docx.place import Place

_W = W[1:]
_VAL = VAL[1:]


class Fields:
    """Follows fields as they open and close. A box or a list of a form shows what is chosen in it."""

    def __init__(self, events: Events, place: Place, put: Callable[[str], None]) -> None:
        self._place = place
        self._put = put
        self._shown: str | None = None
        self._entries: list[str] | None = None
        self._chosen = 0
        events.starts[f"{_W}fldChar"] = self._turn
        events.starts[f"{_W}checkBox"] = lambda _: self._show("☐")
        events.starts[f"{_W}checked"] = lambda told: self._show("☒" if on(told.get(_VAL)) else "☐")
        events.starts[f"{_W}default"] = self._default
        events.starts[f"{_W}ddList"] = self._list_begins
        events.starts[f"{_W}result"] = self._choose
        events.starts[f"{_W}listEntry"] = self._entry
        events.ends[f"{_W}ddList"] = self._list_ends

    def end_paragraph(self) -> None:
        """Let no instruction reach beyond the paragraph, however broken its field is."""
        if self._place.instructions:
            self._place.instructions = [False] * len(self._place.instructions)

    def _turn(self, told: dict[str, str]) -> None:
        kind, open_ones = told.get(f"{_W}fldCharType"), self._place.instructions
        if kind == "begin":
            self._shown = None
            open_ones.append(True)
        elif open_ones and kind == "separate":
            open_ones[-1] = False
        elif open_ones and kind == "end":
            open_ones.pop()
            shown, self._shown = self._shown, None
            if shown:
                self._put(shown)

    def _show(self, shown: str) -> None:
        self._shown = shown

    def _default(self, told: dict[str, str]) -> None:
        if self._entries is not None:
            self._choose(told)
        elif self._shown is not None:
            self._show("☒" if on(told.get(_VAL)) else "☐")

    def _list_begins(self, _told: dict[str, str]) -> None:
        self._entries, self._chosen = [], 0

    def _choose(self, told: dict[str, str]) -> None:
        self._chosen = number(told.get(_VAL)) or 0

    def _entry(self, told: dict[str, str]) -> None:
        if self._entries is not None:
            self._entries.append(told.get(_VAL, ""))

    def _list_ends(self) -> None:
        entries, self._entries = self._entries or [], None
        if 0 <= self._chosen < len(entries):
            self._show(entries[self._chosen])
