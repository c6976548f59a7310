"""The contents of the guide: its pages in their order, as docs/index.md and docs/rules/README.md list them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from carveout.assets import GUIDE

_START = "index.md"
_GROUP = re.compile(r"^## (.+)$")
_ENTRY = re.compile(r"^- \[(.+?)\]\(([\w./-]+\.md)\)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file beneath docs/, its title, and the heading that it is listed under.

    `within` is the file of the page that lists it, empty where the contents do.
    """

    file: str
    title: str
    group: str
    within: str = ""


@cache
def contents() -> tuple[Page, ...]:
    """Return every page that is listed, the first page itself before all. Raises OSError where there is no guide."""
    pages = [Page(_START, _title(_START), "")]
    for page in _listed(_START):
        pages.append(page)
        pages += _listed(page.file) if page.file.endswith("README.md") else ()
    return tuple(pages)


def words_of(file: str) -> str:
    """Return the Markdown of a page. Raises OSError where it can't be read."""
    return (GUIDE / file).read_text(encoding="utf-8")


def rule_page(rule: str) -> str:
    """Return the file of a rule's page, empty where it has none: a matter may keep findings of rules that are gone."""
    file = f"rules/{rule}.md"
    return file if (GUIDE / file).is_file() else ""


def _title(file: str) -> str:
    return next(line.removeprefix("# ") for line in words_of(file).splitlines() if line.startswith("# "))


def _listed(file: str) -> list[Page]:
    group, folder = "", file.rpartition("/")[0]
    pages: list[Page] = []
    for line in words_of(file).splitlines():
        if heading := _GROUP.match(line):
            group = heading[1]
        elif entry := _ENTRY.match(line):
            within = "" if file == _START else file
            pages.append(Page("/".join(filter(None, (folder, entry[2]))), entry[1], group, within))
    return pages
