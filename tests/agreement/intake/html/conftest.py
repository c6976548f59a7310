"""Pages that a test writes out, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.html import read_html
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript


@pytest.fixture(scope="session")
def page() -> Callable[[str], Manuscript]:
    """Read the body of a page."""

    def read(body: str) -> Manuscript:
        return read_html(f"<html><body>{body}</body></html>".encode(), "page.htm", Course(silent, 2))

    return read


@pytest.fixture(scope="session")
def shown(page: Callable[[str], Manuscript]) -> Callable[[str], list[tuple[str, list[str]]]]:
    """Read the body of a page as the style and the lines of each paragraph."""

    def read(body: str) -> list[tuple[str, list[str]]]:
        made = page(body)
        return [
            (str(one.style), [line.text for line in made.lines[one.first : one.end]]) for one in made.paragraphs or ()
        ]

    return read
