"""Pages that show something and hold no text: what stands on them was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import Finding, FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RULE = "page-without-text"


def wordless(pages: Sequence[int]) -> Iterator[Finding]:
    """Yield one finding where there are such pages, given by their 1-based numbers in order."""
    if not pages:
        return
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    said = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs)
    shown, them = (f"Page {said} holds", "it") if len(pages) == 1 else (f"Pages {said} hold", "them")
    message = f"{shown} no text that can be read, so nothing on {them} was: look at the source."
    yield Finding(RULE, None, None, FindingSeverity.WARNING, message)
