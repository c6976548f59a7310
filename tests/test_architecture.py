"""The house's rules, read from the source: which room may import which, and which habits were dropped."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
APP = ROOT / "app" / "carveout"

# agreement <- review <- {memo, store} <- gui. The command line stands beside the window on the same core.
MAY_IMPORT = {
    "__init__": frozenset[str](),
    "__main__": frozenset({"cli"}),
    "assets": frozenset[str](),
    "agreement": frozenset({"agreement"}),
    "review": frozenset({"agreement", "review"}),
    "memo": frozenset({"agreement", "review", "memo", "assets", "__init__"}),
    "store": frozenset({"agreement", "review", "store", "assets", "__init__"}),
    "gui": frozenset({"agreement", "review", "memo", "store", "gui", "assets", "__init__"}),
    "cli": frozenset({"agreement", "review", "memo", "store", "gui", "cli", "assets", "__init__"}),
}
# Within agreement/: what hangs together across clauses stands on the structure, which is found without it.
CLOSELY = {"effects", "filing", "gaps", "proofread", "references", "remedies", "roles", "schedules", "siblings", "xray"}
ONLY_IN = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "sqlite_utils": "store",
    "sqlite3": "store",
    "sqlcipher3": "store",
    "reportlab": "memo",
    "docx": "memo",
    "lxml": "memo",
    "xlsxwriter": "memo",
    "pypdfium2": "agreement",
    "selectolax": "agreement",
    "charset_normalizer": "agreement",
}
TO_THE_NETWORK = {"aiohttp", "ftplib", "http", "httpx", "imaplib", "requests", "smtplib", "socket", "ssl", "urllib"}
SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "managers", "misc", "service", "services"} | {
    "util",
    "utils",
}
SAMPLE_NAMES = re.compile("Crosswave|IIJ|NTT|Mizuho")
LONGEST = 300
DROPPED_HABITS = {
    r"\.connect\(\s*lambda": "the lambda keeps its object alive: connect a bound method",
    r"\bprocessEvents\(": "let work run off the GUI thread and report by signal",
    r"\b(setHtml|insertHtml|toHtml)\(": "contract text is never rich text: insert it by cursor, or use a PlainLabel",
    r"\bQLabel\(": "it guesses at rich text: use PlainLabel of gui/labels.py",
    r"\bQMessageBox\.(about|critical|information|question|warning)\(": "it guesses at rich text: set PlainText first",
    r"\bQUndo(Stack|Command|Group)\b": "undo lives in review/, which drops an edit that failed",
    r"\binternalPointer\(": "PySide6 does not keep the object alive: index by an integer key",
    r"\bconn\.executescript\(": "it commits first: use db.executescript, which rolls back",
    r"\)(?:[*+?]|\{+[\d,]+\}+)\+|\(\?>": "Python before 3.11.5 matches a possessive group wrongly: go in steps",
    r"\bsleep\(": "wait for what you need, not for a time",
}


@dataclass(frozen=True)
class Import:
    """One import of one module: from where, of what, and whether it happens as soon as the importer is imported."""

    importer: Path
    line: int
    module: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.importer.relative_to(ROOT)}:{self.line} imports {self.module}"

    @property
    def of_ours(self) -> str | None:
        """The room of ours that is imported."""
        package, _, rest = self.module.partition(".")
        return (rest.partition(".")[0] or "__init__") if package == "carveout" else None


def test_the_arrows_run_one_way() -> None:
    wrong = [
        f"{found}: {room(found.importer)} may import {', '.join(sorted(MAY_IMPORT[room(found.importer)])) or 'nothing'}"
        " of ours; move what you need to the room that may have it, or pass it in"
        for found in imports()
        if found.of_ours and found.of_ours not in MAY_IMPORT[room(found.importer)]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_structure_stands_without_the_close_reading() -> None:
    inside = [found for found in imports() if room(found.importer) == found.of_ours == "agreement"]
    parts = {part(module_name(found.importer)) for found in inside}
    assert parts >= CLOSELY, f"{', '.join(sorted(CLOSELY - parts))}: take what is gone out of CLOSELY"
    wrong = [
        f"{found}: the structure is read first; move what both need to the structure"
        for found in inside
        if part(found.module) in CLOSELY and part(module_name(found.importer)) not in CLOSELY | {"close_reading"}
    ]
    wrong += [
        f"{found}: it puts the stages together, and none of them may ask for it"
        for found in inside
        if part(found.module) == "close_reading"
    ]
    assert not wrong, "\n".join(wrong)


def test_every_room_is_on_the_plan() -> None:
    new = {room(path) for path in sources()} - MAY_IMPORT.keys()
    assert not new, f"draw the arrows of {', '.join(sorted(new))} in MAY_IMPORT and in CONTRIBUTING.md"


def test_modules_do_not_import_each_other_in_circles() -> None:
    needs: dict[str, set[str]] = {}
    for found in imports():
        if found.at_once and found.of_ours:
            needs.setdefault(module_name(found.importer), set()).add(found.module)
    graphlib.TopologicalSorter(needs).prepare()


def test_a_library_stays_in_the_room_that_owns_it() -> None:
    wrong = [
        f"{found}: only {ONLY_IN[library]}/ may; call what {ONLY_IN[library]}/ offers instead"
        for found in imports()
        if (library := found.module.partition(".")[0]) in ONLY_IN and room(found.importer) != ONLY_IN[library]
    ]
    assert not wrong, "\n".join(wrong)


def test_slow_libraries_are_imported_only_when_needed() -> None:
    program = (
        "import importlib, pkgutil, sys, carveout.cli\n"
        "slow = {'sqlite_utils', 'sqlcipher3', 'reportlab', 'pypdfium2', 'selectolax', 'charset_normalizer'}\n"
        "slow |= {'docx', 'lxml', 'xlsxwriter'}\n"
        "assert not {'PySide6', *slow} & sys.modules.keys(), 'the command line imports too much'\n"
        "import carveout.gui\n"
        "for found in pkgutil.walk_packages(carveout.gui.__path__, 'carveout.gui.'):\n"
        "    importlib.import_module(found.name)\n"
        "assert not slow & sys.modules.keys(), 'the window imports too much'\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_reaches_for_the_network() -> None:
    wrong = [
        f"{found}: nothing leaves the machine" for found in imports() if found.module.split(".")[0] in TO_THE_NETWORK
    ]
    assert not wrong, "\n".join(wrong)


def test_every_name_says_what_it_is() -> None:
    parts = {part: path for path in sources() for part in path.relative_to(APP).with_suffix("").parts}
    wrong = [f"{parts[name].relative_to(ROOT)}: name it after its idea" for name in sorted(SAYS_NOTHING & parts.keys())]
    assert not wrong, "\n".join(wrong)


def test_the_program_does_not_know_the_sample() -> None:
    wrong = [f"{place}: find it by its form, not by its name" for place in matches(SAMPLE_NAMES)]
    assert not wrong, "\n".join(wrong)


def test_dropped_habits_stay_dropped() -> None:
    wrong = [f"{place}: {instead}" for habit, instead in DROPPED_HABITS.items() for place in matches(re.compile(habit))]
    assert not wrong, "\n".join(wrong)


def test_a_file_holds_one_idea() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    wrong = [
        f"{path.relative_to(ROOT)} has {length} lines: find its second idea and give it a file"
        for path, length in lengths.items()
        if length > LONGEST
    ]
    assert not wrong, "\n".join(wrong)


def test_data_folders_hold_no_python() -> None:
    wrong = [path for folder in ("db", "docs", "resources") for path in (ROOT / folder).rglob("*.py")]
    assert not wrong, f"{wrong}: Python under db/, docs/ or resources/ breaks the editable install; put it under app/"


def room(path: Path) -> str:
    """Return the room that a source file belongs to."""
    return path.relative_to(APP).with_suffix("").parts[0]


def part(module: str) -> str:
    """Return the part of a room that a module is, or is in: `references` for carveout.agreement.references.keys."""
    return ".".join(module.split(".")[2:3])


def module_name(path: Path) -> str:
    """Return the name a source file is imported by."""
    parts = path.relative_to(APP.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> tuple[Path, ...]:
    """Return every source file of the application."""
    return tuple(sorted(APP.rglob("*.py")))


def matches(pattern: re.Pattern[str]) -> list[str]:
    """Return where the application's source matches, as file:line and the words; labels.py may do what it is for."""
    texts = {path: path.read_text(encoding="utf-8") for path in sources() if path != APP / "gui" / "labels.py"}
    return [
        f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, found.start()) + 1} has {found.group()!r}"
        for path, text in texts.items()
        for found in pattern.finditer(text)
    ]


@cache
def imports() -> tuple[Import, ...]:
    """Return every import in the application, those for type checking too: they are arrows as well."""
    found: list[Import] = []
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        later = {id(node) for part in ast.walk(tree) if _runs_later(part) for node in ast.walk(part)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found += [Import(path, node.lineno, name, id(node) not in later) for name in _modules(node)]
    return tuple(found)


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert node.module, "relative imports hide the room: write carveout.room.module"
    inside = APP.parent.joinpath(*node.module.split("."))
    modules = [alias.name for alias in node.names if (inside / alias.name).is_dir() or _is_file(inside, alias.name)]
    return [f"{node.module}.{name}" for name in modules] or [node.module]


def _is_file(folder: Path, name: str) -> bool:
    return (folder / f"{name}.py").is_file()


def _runs_later(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return True
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
