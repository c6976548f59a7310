"""Every example of the guide, run in the order of the pages, against what the page says that comes of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import io
import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from carveout import cli
from carveout.review.anchoring import on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity
from carveout.review.edits import Annotate
from carveout.review.log import Role, sealed
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
BLOCK = re.compile(r"^```(console|python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOON = dt.datetime(2024, 5, 6, 12, tzinfo=dt.UTC)
ELIDED = "…"


@dataclass(frozen=True)
class Example:
    """What is given to the shell, or to Python, and what the page says that it prints."""

    language: str
    given: str
    printed: str


def blocks_of(page: str) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in BLOCK.finditer((GUIDE / page).read_text(encoding="utf-8"))]


def examples_of(page: str) -> Iterator[Example]:
    """Yield the examples of a page: a command with the lines below it, a program with the block after it."""
    blocks = blocks_of(page)
    for at, (language, words) in enumerate(blocks):
        if language == "python":
            yield Example(language, words, blocks[at + 1][1])
        elif language == "console":
            for part in re.split(r"^\$ ", words, flags=re.MULTILINE)[1:]:
                given, _, printed = part.partition("\n")
                yield Example(language, given, printed)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the agreement that the examples are about."""
    folder = tmp_path_factory.mktemp("desk")
    agreement = next(words for language, words in blocks_of("command-line.md") if language == "text")
    (folder / "purchase.txt").write_bytes(agreement.encode())
    threshold = gc.get_threshold()
    with contextlib.chdir(folder):
        yield folder
    gc.set_threshold(*threshold)


def test_every_example_prints_what_the_guide_says(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    wrong = []
    for page in ("command-line.md", "file-format.md"):
        for example in examples_of(page):
            printed = run(example, desk)
            if not agrees(printed, example.printed):
                wrong.append(f"{page}: {example.given}\n{printed}")
    assert not wrong, "\n\n".join(wrong)


def test_what_the_guide_elides_is_all_that_it_elides() -> None:
    assert agrees("a 12 b\nc\nd\n", f"a {ELIDED} b\n{ELIDED}\nd\n")
    assert not agrees("a 12 b\nc\nd\n", f"a {ELIDED} c\n{ELIDED}\n")
    assert not agrees("a\nb\n", "a\n")


@pytest.mark.parametrize("command", ["inspect", "matter", "memo", "export", "merge", "audit"])
def test_every_option_of_a_command_is_in_the_guide(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    page = (GUIDE / "command-line.md").read_text(encoding="utf-8")
    assert {option for option in options if option not in page} == set()


def run(example: Example, desk: Path) -> str:
    """Return what comes of an example, on the standard output and the standard error."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        if example.language == "python":
            exec(compile(example.given, "example", "exec"), {})  # noqa: S102  (it is the guide's)
            return printed.getvalue()
        program, *arguments = shlex.split(example.given)
        if "tanaka.carveout" in arguments and not (desk / "tanaka.carveout").exists():
            raise_an_issue(Path(shutil.copy(desk / "purchase.carveout", desk / "tanaka.carveout")))
        if program == "sqlite3":
            printed.write(asked(*arguments))
        else:
            assert program == "carveout"
            with contextlib.suppress(SystemExit):
                cli.main(arguments)
    return printed.getvalue()


def asked(option: str, path: str, statements: str) -> str:
    """Return what SQLite's shell would print of a matter."""
    assert option == "-readonly"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as matter:
        rows = [row for one in statements.split(";") for row in matter.execute(one)]
    return "\n".join("|".join("" if value is None else str(value) for value in row) for row in rows)


def raise_an_issue(path: Path) -> None:
    """Raise an issue in a copy of the matter, as a colleague would."""
    with open_matter(path) as copy:
        carveout = copy.reading.carveouts[1]
        comment = "Which effects? Limit them to those disclosed in writing."
        anchor = on_span(copy.reading, carveout.span)
        issue = Annotation("b3", AnnotationKind.ISSUE, anchor, comment, "K. Tanaka", NOON, Severity.HIGH)
        edit = Annotate(issue.id, None, issue)
        copy.append(sealed(copy.head, id="9c", at=NOON, author="K. Tanaka", role=Role.EDIT, of=None, edit=edit))


def agrees(printed: str, said: str) -> bool:
    """Tell whether a page says what is printed; `…` stands for any words, alone on a line for any lines."""
    lines = re.escape(said.strip("\n")).split("\\\n")
    pattern = r"\n".join("(?s:.*)" if line == ELIDED else line.replace(ELIDED, ".*") for line in lines)
    return re.fullmatch(pattern, printed.replace("\r\n", "\n").strip("\n")) is not None
