"""The guide's pages: nothing in the window goes unsaid in them, and nothing that they say of it is made up."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from carveout.agreement.proofread.rules import RULES
from carveout.gui.actions import TABLE
from carveout.gui.guide.contents import contents

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
SENTENCES = re.compile(r"^\| ([^|`*]+) \| [^|]+ \|$", re.MULTILINE)
NAMED = "…"

sys.path.insert(0, str(ROOT / "packaging"))
keyboard = import_module("keyboard")


def pages() -> dict[Path, str]:
    """Return every page that is shipped, without what stands in it as code."""
    return {DOCS / page.file: CODE.sub("", (DOCS / page.file).read_text("utf-8")) for page in contents()}


def linked(page: Path, words: str) -> list[tuple[bool, Path, str]]:
    """Return what a page links to: whether that is a picture, its file, and the heading within."""
    found = []
    for sign, target in LINK.findall(words):
        file, _, heading = target.partition("#")
        found.append((bool(sign), (page.parent / file).resolve() if file else page, heading))
    return found


def test_the_contents_list_every_page_that_is_there() -> None:
    listed = {page.file for page in contents()}
    there = {path.relative_to(DOCS).as_posix() for path in (*DOCS.glob("*.md"), *DOCS.glob("[gr]u*/*.md"))}
    assert listed == there
    assert len(listed) == len(contents())


def test_every_link_leads_to_a_page_or_a_picture_of_the_guide() -> None:
    shown = pages()
    for page, words in shown.items():
        for picture, target, heading in linked(page, words):
            assert target.is_file(), f"{page.name}: {target.name}"
            assert picture or target in shown, f"{page.name}: {target.name} is not in the guide"
            assert not heading or heading in headings(target), f"{page.name}: {target.name}#{heading}"


def test_no_table_stands_right_below_code() -> None:
    for page in contents():  # for Qt's Markdown mistakes the first cell then
        assert not re.search(r"^```\n\n\|", (DOCS / page.file).read_text("utf-8"), re.MULTILINE), page.file


def test_every_picture_is_shown() -> None:
    shown = {target for page, words in pages().items() for picture, target, _ in linked(page, words) if picture}
    assert shown == set(DOCS.glob("*.png"))


def test_the_page_of_the_keyboard_is_made_of_the_windows_actions() -> None:
    page = (DOCS / "guide" / "keyboard.md").read_text(encoding="utf-8")
    assert page == keyboard.page(), "`make guide` writes it anew"


@pytest.mark.parametrize("name", [entry.name for entry in TABLE])
def test_every_action_is_told_of_beside_the_list_of_keys(name: str) -> None:
    text = next(entry.text for entry in TABLE if entry.name == name).replace("&", "").rstrip("…")
    told = "".join(words for page, words in pages().items() if page.name != "keyboard.md")
    assert text.casefold() in " ".join(told.split()).casefold(), text


def test_every_rule_has_a_page_that_bears_its_title() -> None:
    for rule in RULES:
        page = (DOCS / "rules" / f"{rule.name}.md").read_text(encoding="utf-8")
        assert page.startswith(f"# {rule.title}\n\n`{rule.name}` · ")
    named = {page.file.removeprefix("rules/").removesuffix(".md") for page in contents() if page.within}
    assert named == {rule.name for rule in RULES}


def test_the_sentences_that_the_guide_explains_are_those_that_are_said() -> None:
    page = (DOCS / "guide" / "troubleshooting.md").read_text(encoding="utf-8")
    sentences = [found for found in SENTENCES.findall(page) if found not in {"It says", "---"}]
    assert len(sentences) > 20
    for sentence in sentences:
        parts = [part.strip(" “”:") for part in sentence.split(NAMED)]
        assert any(all(part in said for part in parts) for said in said_by_the_program()), sentence


def headings(page: Path) -> set[str]:
    """Return what the headings of a page are called by links."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in found}


@cache
def said_by_the_program() -> tuple[str, ...]:
    """Return the application's source, a file each, with the strings in one piece that are written in several."""
    sources = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "app" / "carveout").rglob("*.py")))
    return tuple(typographic(re.sub(r'"\s*\n\s*f?"', "", source)) for source in sources)


def typographic(words: str) -> str:
    """Return words with the apostrophes of the guide."""
    return " ".join(words.replace("'", "’").split())
