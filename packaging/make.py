"""Carveout's commands, the same on every system: `python packaging/make.py run`, or `make run` where there is make.

Each sets up what the machine lacks and then does one thing. Standard library only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

from bundle import make_bundle, make_deb
from machine import (
    OLDEST,
    PYTHON,
    REQUIREMENTS,
    ROOT,
    has_display,
    install_locked,
    require_qt_libraries,
    say,
    set_up,
    use_a_python_that_fits,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = min((ROOT / "resources" / "samples").glob("*.txt"))
OUT = ROOT / "out"
HARNESSES = {
    "kill9": ("--kills=10000",),
    "powercut": ("--cuts=20000",),
    "eachwrite": ("--edits=200",),
    "diskfull": ("--rounds=100",),
    "byteflip": ("--flips=100000",),
    "windows": ("--rounds=1000",),
    "unicode_notes": (),
    "mutants": (),
    "queries": (),
    "monkey": ("--minutes=30",),
    "leaks": ("--documents=500", "--warm=50"),
    "many": ("--annotations=100000",),
    "papers": (),
    "canary": ("--matters=1000",),
    "readback": ("--notes=2000",),
    "marked": ("--flips=10000",),
    "viewers": (),
    "typesetting": (),
}
"""The harnesses, each with what makes it as large as before a release: `make harness WITH="powercut --full"`."""


def run() -> None:
    """Open the sample filing in the window; without a display, do the same job on paper."""
    require_qt_libraries(window=has_display())
    set_up("run")
    if has_display():
        python("-m", "carveout", str(SAMPLE))
    else:
        run_without_display()


def run_without_display() -> None:
    """Print the outline and the carve-outs of the sample; write its matter, its memo and a picture of the window."""
    say("this machine has no display, so the sample goes on paper instead of into the window")
    python("-m", "carveout", "inspect", str(SAMPLE))
    print_carveouts()
    python(str(ROOT / "packaging" / "on_paper.py"), str(OUT))
    python("-m", "carveout", "memo", str(OUT / f"{SAMPLE.stem}.carveout"), "-o", str(OUT / "memo.pdf"))
    say("the matter, its memo and a picture of the window are in out/")


def print_carveouts() -> None:
    """Print every carve-out of the sample: where it stands, its kind, for whom it is, and its words."""
    command = [str(PYTHON), "-m", "carveout", "inspect", str(SAMPLE), "--json"]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    for carveout in found["carveouts"]:
        citation, subject = found["clauses"][carveout["clause"]]["citation"], carveout["subject"]
        print(f"\n{citation}, {carveout['kind']}{f' for {subject}' if subject else ''}")
        print(textwrap.fill(" ".join(carveout["quote"].split()), 100, initial_indent="  ", subsequent_indent="  "))
    print(flush=True)


def test(*arguments: str) -> None:
    """Run the tests; further arguments go to pytest."""
    require_qt_libraries(window=False)
    set_up("dev")
    python("-m", "pytest", "--numprocesses=auto", *arguments)


def check() -> None:
    """Run everything a change must pass: ruff, mypy strict, and the tests."""
    lint()
    test()


def lint() -> None:
    """Run ruff, its formatter and mypy."""
    set_up("dev")
    python("-m", "ruff", "check")
    python("-m", "ruff", "format", "--check")
    python("-m", "mypy")


def pictures() -> None:
    """Make the pictures and the memos in docs/ again."""
    require_qt_libraries(window=False)
    set_up("dev")
    python(str(ROOT / "packaging" / "pictures.py"), str(ROOT / "docs"))
    python("-m", "bench.memos", str(ROOT / "docs"))


def guide() -> None:
    """Make the guide's site in out/guide; a broken link or anything else to warn of fails it."""
    set_up("dev")
    python(str(ROOT / "packaging" / "keyboard.py"))
    strict = ("--fail-on-warning", "--keep-going", "--nitpicky", "--fresh-env", "--quiet")
    conf = str(ROOT / "packaging" / "guide")
    cache = str(ROOT / "build" / "guide")
    python("-m", "sphinx", *strict, "--conf-dir", conf, "--doctree-dir", cache, str(ROOT / "docs"), str(OUT / "guide"))
    say("the guide begins in out/guide/index.html")


def harness(*arguments: str) -> None:
    """Try to lose a reviewer's work and to break the reading: all, or those named; --full takes hours."""
    set_up("dev")
    named = [argument for argument in arguments if not argument.startswith("-")]
    more = [argument for argument in arguments if argument.startswith("-") and argument != "--full"]
    for name in named or HARNESSES:
        python("-m", f"bench.{name}", *(HARNESSES[name] if "--full" in arguments else ()), *more)


def bench() -> None:
    """Measure the cold start, an edit and the search, each against the least there could be; the bundle if made."""
    require_qt_libraries(window=False)
    set_up("dev")
    built = ("bundle",) if (ROOT / "dist" / "carveout").is_dir() else ()
    for name in ("cold_start", "recording", "searching", *built):
        python("-m", f"bench.{name}")


def lock() -> None:
    """Pin again what pyproject.toml asks for, by hash, for every system and Python at once."""
    set_up("dev")
    install_locked("lock")
    oldest = ".".join(map(str, OLDEST))
    options = ["--universal", f"--python-version={oldest}", "--generate-hashes", "--upgrade"]
    quiet = ["--quiet", "--no-config", "--no-header", "--no-annotate"]  # so that a lock names packages and no host
    wanted = {"dev": ["--group=dev"], "run": ["--group=build"], "lock": ["--group=lock"], "build": ["--group=bundle"]}
    for name, groups in wanted.items():
        target = REQUIREMENTS / f"{name}.txt"
        held = [] if name == "dev" else [f"--constraint={REQUIREMENTS / 'dev.txt'}"]
        source = [] if name == "lock" else ["pyproject.toml"]
        python("-m", "uv", "pip", "compile", *options, *quiet, *held, *groups, *source, f"--output-file={target}")
    set_up("dev")
    python(str(ROOT / "packaging" / "notices.py"))


def bundle() -> None:
    """Make dist/carveout, a folder that holds all of Carveout and runs without a Python beside it."""
    make_bundle()


def deb() -> None:
    """Make the bundle, and a Debian package of it in dist/."""
    make_deb()


def proof() -> None:
    """Make the package, and prove it in a fresh Debian: install, review the sample, hand in, remove. Wants root."""
    make_deb()
    script = ROOT / "packaging" / "debian" / "proof.py"
    status = subprocess.run([sys.executable, str(script)], check=False).returncode
    if status:
        raise SystemExit(status)


def python(*arguments: str) -> None:
    """Run the environment's Python; where it fails, end with its exit status."""
    status = subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode
    if status:
        raise SystemExit(status)


COMMANDS: dict[str, Callable[..., None]] = {
    command.__name__: command
    for command in (run, test, check, lint, pictures, guide, harness, bench, lock, bundle, deb, proof)
}


def main() -> None:
    """Run the command named first."""
    use_a_python_that_fits()
    summary = "\n".join(f"  {name:<10} {command.__doc__}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        description="commands:\n" + summary, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    chosen, rest = parser.parse_known_args()
    try:
        COMMANDS[chosen.command](*rest)
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
