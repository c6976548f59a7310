"""The bundle and what installs it: the folder that PyInstaller makes of the lock, and a Debian package of it.

Each is made in a virtual environment of its own under build/, from `requirements/build.txt` by hash, so that nothing of
a developer's gets in; what is made lies in dist/. The same commit on the same system gives the same bytes: every date
is the commit's, and Python's hashes are not random.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from machine import ROOT, install_locked, make_venv, python_of, say

if TYPE_CHECKING:
    from pathlib import Path

BUILD, DIST = ROOT / "build", ROOT / "dist"
BUNDLE = DIST / "carveout"
PACKAGING = ROOT / "packaging"
_VENV = BUILD / "venv"


def make_bundle() -> None:
    """Make dist/carveout, a folder that holds all of Carveout, its licences and its bill of materials among it."""
    python = _environment()
    notices, icons = BUILD / "notices", BUILD / "icons"
    run(python, PACKAGING / "notices.py", notices, "--bundle")
    run(python, PACKAGING / "icons.py", icons)
    shutil.rmtree(BUNDLE, ignore_errors=True)
    say("making the bundle, in about a minute")
    told = {"CARVEOUT_NOTICES": notices, "CARVEOUT_ICONS": icons, "CARVEOUT_VERSION": version()}
    places = ["--distpath", DIST, "--workpath", BUILD / "pyinstaller"]
    spec = PACKAGING / "pyinstaller" / "carveout.spec"
    run(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR", *places, spec, told=told)
    say(f"the bundle is in dist/carveout: {size_of(BUNDLE) / 1e6:.0f} MB")


def make_deb() -> None:
    """Make the bundle, and dist/carveout_VERSION_ARCHITECTURE.deb of it."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg-deb"):
        raise SystemExit("A Debian package is made on Debian or Ubuntu, where dpkg-deb is.")
    make_bundle()
    run(sys.executable, PACKAGING / "debian" / "build.py", BUNDLE, BUILD / "icons", BUILD / "notices", DIST)


def version() -> str:
    """Return Carveout's version."""
    (found,) = re.findall(r'__version__ = "([^"]+)"', (ROOT / "app/carveout/__init__.py").read_text(encoding="utf-8"))
    return str(found)


def epoch() -> int:
    """Return the second that all that is made says it is of: that of the commit, unless SOURCE_DATE_EPOCH is set."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else 1_700_000_000


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder, none counted twice."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def run(*command: object, told: dict[str, object] | None = None) -> None:
    """Run a command as all that is made here is made; where it fails, end with its exit status."""
    always = {"SOURCE_DATE_EPOCH": epoch(), "PYTHONHASHSEED": 0, "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}
    own = {"PYINSTALLER_CONFIG_DIR": BUILD / "pyinstaller-cache", "LC_ALL": "C.UTF-8"}
    environment = os.environ | {name: str(value) for name, value in {**always, **own, **(told or {})}.items()}
    status = subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode
    if status:
        raise SystemExit(status)


def _environment() -> Path:
    """Return the Python of an environment that holds what build.txt pins and nothing else."""
    python = python_of(_VENV)
    stamp, lock = _VENV / "carveout-build.stamp", (PACKAGING / "requirements" / "build.txt").read_text(encoding="utf-8")
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == lock):
        make_venv(_VENV)
        say("installing the packages that packaging/requirements/build.txt pins")
        install_locked("build", python)
        stamp.write_text(lock, encoding="utf-8")
    return python
