"""How Sphinx makes the guide's site of docs/: `packaging/make.py guide`.

The pages are plain Markdown that the window reads as it is, so what Sphinx wants to know beside is said here: what a
page lists as links is what stands beneath it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]
(VERSION,) = re.findall(r'__version__ = "([^"]+)"', (ROOT / "app/carveout/__init__.py").read_text(encoding="utf-8"))

project = "Carveout"
author = "The Carveout authors"
project_copyright = "The Carveout authors, Apache License 2.0"
version = release = VERSION
extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns = ["decisions"]
nitpicky = True
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Carveout"
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
templates_path: list[str] = []
pygments_style = "friendly"

_LISTING = {"index", "rules/README"}
_HEADING = re.compile(r"^## (.+)$")
_ENTRY = re.compile(r"^- \[.+?\]\(([\w./-]+)\.md\)")


def listed(_app: Sphinx, page: str, source: list[str]) -> None:
    """Tell Sphinx that the pages which one lists stand beneath it, under the headings that it lists them under."""
    if page not in _LISTING:
        return
    groups: dict[str, list[str]] = {}
    caption = ""
    for line in source[0].splitlines():
        if heading := _HEADING.match(line):
            caption = heading[1]
        elif entry := _ENTRY.match(line):
            groups.setdefault(caption, []).append(entry[1])
    for caption, pages in groups.items():
        told = "\n".join(("```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```"))
        source[0] += f"\n\n{told}\n"


def setup(app: Sphinx) -> dict[str, bool]:
    """Have every page's source looked at before it is parsed."""
    app.connect("source-read", listed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
