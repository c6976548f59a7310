"""What Carveout needs of a machine before it can run: a Python, the locked packages, and on Linux Qt's libraries.

Standard library only, and readable by any Python 3 that is still about: an old one must get as far as saying so.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "packaging" / "requirements"
VENV = ROOT / ".venv"
_WITHIN = "Scripts/python.exe" if os.name == "nt" else "bin/python"
PYTHON = VENV / _WITHIN
OLDEST, NEWEST = (3, 11), (3, 14)  # what the locks are made for

# The shared libraries that PySide6's wheels leave to the system, with the Debian and Ubuntu packages that bring them:
# the first to draw at all, the second for a window under X.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"carveout: {sentence}", flush=True)


def use_a_python_that_fits() -> None:
    """Start this command again under a Python that the locks cover, where this one is too old or too new."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        if python and subprocess.run([python, "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            raise SystemExit(subprocess.run([python, *sys.argv], check=False).returncode)
    raise SystemExit(
        f"Carveout needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]} and found only {sys.version_info[0]}."
        f"{sys.version_info[1]}. Install a newer one beside it, then give the same command again."
    )


def set_up(lock: str) -> None:
    """Bring the virtual environment to what `requirements/<lock>.txt` pins, with Carveout in it as an editable install.

    Does nothing where a former run did it already. `dev` holds all of `run`.
    """
    stamps = {name: VENV / f"carveout-{name}.stamp" for name in ("run", "dev")}
    wanted = _fingerprint(lock)
    if any(stamps[name].is_file() and stamps[name].read_text() == _fingerprint(name) for name in {lock, "dev"}):
        return
    if not _venv_serves():
        say("making a virtual environment in .venv")
        make_venv(VENV)
    say(f"installing the packages that packaging/requirements/{lock}.txt pins")
    install_locked(lock)
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamps[lock].write_text(wanted)


def install_locked(lock: str, python: Path = PYTHON) -> None:
    """Install exactly what `requirements/<lock>.txt` pins, by hash, into the virtual environment of a Python."""
    locked = ("--require-hashes", "--only-binary", ":all:", "-r", str(REQUIREMENTS / f"{lock}.txt"))
    pip("install", *locked, python=python)


def python_of(venv: Path) -> Path:
    """Return the Python of a virtual environment."""
    return venv / _WITHIN


def pip(*arguments: str, python: Path = PYTHON) -> None:
    """Run pip in the virtual environment of a Python, or end with a sentence that says what to do."""
    command = [str(python), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit(
            "pip could not install what Carveout needs; its own words stand above. Check that this machine reaches "
            "its package index, then give the same command again."
        )


def require_qt_libraries(*, window: bool) -> None:
    """Make sure of the system libraries that Qt needs on Linux: through apt-get where that is allowed, else by name."""
    if not sys.platform.startswith("linux"):
        return
    needed = {**DRAWING, **WINDOW} if window else DRAWING
    missing = {library: package for library, package in needed.items() if not _loads(library)}
    if not missing or install_packages(*sorted(set(missing.values()))):
        return
    raise SystemExit(
        f"Qt needs system libraries that are not here: {', '.join(missing)}. On Debian and Ubuntu, this brings them: "
        f"sudo apt-get install {' '.join(sorted(set(missing.values())))}. Then give the same command again."
    )


def install_packages(*packages: str) -> bool:
    """Install Debian packages if this account may do so without being asked; tell whether that worked."""
    apt = _apt_get()
    if apt is None:
        return False
    say(f"installing {' '.join(packages)} with apt-get")
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode == 0:
        return True
    subprocess.run([*apt, "update", "--quiet"], capture_output=True, check=False)
    return subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode == 0


def has_display() -> bool:
    """Tell whether a window can be shown to somebody."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    if not os.environ.get("DISPLAY") or not _loads("libxcb.so.1"):
        return bool(os.environ.get("DISPLAY"))
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _fingerprint(lock: str) -> str:
    """Return what an installed environment depends on: the lock, the project's metadata, and where both lie."""
    parts = ((REQUIREMENTS / f"{lock}.txt").read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _venv_serves() -> bool:
    if not PYTHON.exists():
        return False
    probe = f"import pip, sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    return subprocess.run([str(PYTHON), "-c", probe], capture_output=True, check=False).returncode == 0


def make_venv(place: Path) -> None:
    """Make a virtual environment at a place, or end with a sentence that says what is missing for it."""
    package = f"python3.{sys.version_info[1]}-venv"
    try:
        import ensurepip  # noqa: F401, PLC0415 (Debian ships venv without it)
    except ImportError:
        if not install_packages(package):
            raise SystemExit(
                f"This Python cannot make virtual environments. On Debian and Ubuntu, this adds that: sudo apt-get "
                f"install {package}. Then give the same command again."
            ) from None
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_get() -> list[str] | None:
    if not shutil.which("apt-get"):
        return None
    options = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    if os.geteuid() == 0:
        return options
    asked = ["sudo", "-n", "true"]
    if shutil.which("sudo") and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n", *options]
    return None
