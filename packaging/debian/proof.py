"""The proof: a fresh Debian, in which an ordinary user installs Carveout, reviews the sample, hands in and removes it.

    python packaging/debian/proof.py [PLACE]

As root, on Debian. debootstrap makes the smallest Debian at PLACE, build/proof if none is named, from where this
machine has its packages; it is kept as an archive for the next time. All happens in a mount namespace
of its own, in which only new file systems are mounted and none of this machine's; it ends with the last process in it.
Each step is a line; exit status 0 where all hold. Pictures of the window and the memo are left in build/proved.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROVED = ROOT / "build" / "proved"
RELEASE = "bookworm"
USER = "counsel"
BUNDLE = "/usr/lib/carveout"
SAMPLE = f"{BUNDLE}/_internal/carveout/data/resources/samples"
# What looks at the package from outside, and is no part of what it needs.
TOOLS = ("xvfb", "xdotool", "imagemagick", "xauth", "poppler-utils", "unzip", "shared-mime-info", "desktop-file-utils")
# What dpkg, apt and a desktop keep of their own whatever is installed, and what a user keeps.
APART = ("./var/lib/dpkg/", "./var/cache/", "./var/log/", "./var/lib/apt/", "./home/", "./proc/", "./sys/", "./tmp/")


def bootstrap(root: Path) -> None:
    """Make a fresh Debian, or take it from the archive of the one that was made before."""
    kept = root.with_suffix(".tar")
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    if kept.exists():
        subprocess.run(["tar", "--extract", "--numeric-owner", f"--file={kept}", f"--directory={root}"], check=True)
        return
    made = ["debootstrap", "--variant=minbase", RELEASE, str(root), mirror()]
    subprocess.run(apart(*made), check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["tar", "--create", "--numeric-owner", f"--file={kept}", f"--directory={root}", "."], check=True)


def mirror() -> str:
    """Return where this machine has Debian's packages from."""
    for path in [*sorted(Path("/etc/apt").glob("sources.list.d/*")), Path("/etc/apt/sources.list")]:
        words = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = re.search(rf"^URIs:\s*(\S+).*?^Suites:.*\b{RELEASE}\b(?!-)", words, re.MULTILINE | re.DOTALL)
        found = found or re.search(rf"^deb (?:\[.*?\] )?(\S+) {RELEASE} ", words, re.MULTILINE)
        if found:
            return found[1]
    raise SystemExit(f"This machine knows no place of {RELEASE}'s packages.")


def apart(*command: str) -> list[str]:
    """Return a command that sees mounts of its own, and leaves none behind."""
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation=private", *command]


def inside(root: Path, script: str, user: str = "root") -> str:
    """Run a script in the fresh Debian as a user, and return what it printed; where it fails, end."""
    mounts = f"mount -t proc proc {shlex.quote(str(root))}/proc"
    run = f"su - {user} -c {shlex.quote(script)}" if user != "root" else script
    entered = f"{mounts} && exec chroot {shlex.quote(str(root))} /bin/sh -euc {shlex.quote(run)}"
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        apart("/bin/sh", "-euc", entered), env=plain, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    told = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise SystemExit(f"{told}\nproof: the step above failed with status {done.returncode}")
    return told


def listing(root: Path) -> set[str]:
    """Return every path of the fresh Debian but those that its own keeping changes."""
    found = subprocess.run(["find", ".", "-xdev"], cwd=root, capture_output=True, text=True, check=True).stdout
    return {path for path in found.splitlines() if not f"{path}/".startswith(APART)}


def prove(root: Path, package: Path) -> bool:
    """Go through all the steps and tell whether nothing was left."""
    apt = "apt-get -qq -o APT::Sandbox::User=root"
    inside(root, f"{apt} update")
    bare = prove_alone(root, package, apt)
    inside(root, f"{apt} install --no-install-recommends {' '.join(TOOLS)} >/dev/null 2>&1")
    inside(root, f"id {USER} >/dev/null 2>&1 || useradd --create-home --shell /bin/sh {USER}")
    before, packages = listing(root), installed(root)
    shutil.copy(package, root / "tmp" / package.name)
    inside(root, f"{apt} install --no-install-recommends /tmp/{package.name} >/dev/null 2>&1")
    came = listing(root) - before
    step("installed by apt", f"{len(came)} paths, {len(installed(root) - packages)} packages with what it needs")
    step("the version", inside(root, "carveout --version", USER).strip())
    step("what a matter is", inside(root, "grep -h carveout /usr/share/mime/globs2").strip())
    step("what opens it", inside(root, "grep -h carveout /usr/share/applications/mimeinfo.cache").strip())
    home = root / "home" / USER
    shutil.copy(HERE / "review.sh", home / "review.sh")
    (home / "review.sh").chmod(0o755)
    for line in inside(root, f"/home/{USER}/review.sh {SAMPLE}", USER).splitlines():
        step("reviewed", line)
    PROVED.mkdir(parents=True, exist_ok=True)
    for picture in sorted(home.glob("*.png")) + sorted(home.glob("*.pdf")):
        shutil.copy(picture, PROVED)
    inside(root, f"{apt} purge carveout >/dev/null 2>&1 && {apt} autoremove --purge >/dev/null 2>&1")
    (root / "tmp" / package.name).unlink()
    left = {path for path in listing(root) - before if "/__pycache__" not in path}
    step("left of it on the system", ", ".join(sorted(left)) or "nothing")
    step("left of what it needed", ", ".join(sorted(installed(root) - packages)) or "nothing")
    step("gone that was there before", ", ".join(sorted(before - listing(root))) or "nothing")
    step(
        "left of the user's",
        inside(root, "cd && find . -type f -newer .profile | sort | tr '\\n' ' '", USER).strip(),
    )
    return bare and not left and not installed(root) - packages


def prove_alone(root: Path, package: Path, apt: str) -> bool:
    """Install the package where nothing else is, and tell whether it finds every library and leaves nothing."""
    before, packages = listing(root), installed(root)
    shutil.copy(package, root / "tmp" / package.name)
    inside(root, f"{apt} install --no-install-recommends /tmp/{package.name} >/dev/null 2>&1")
    step("with nothing else installed", f"{len(installed(root) - packages)} packages came, Carveout among them")
    binaries = f"find {BUNDLE} -name '*.so*' -exec env LD_LIBRARY_PATH={BUNDLE}/_internal ldd {{}} + 2>/dev/null"
    missing = inside(root, f"{binaries} | grep 'not found' | sort -u | cut -d= -f1 | tr -d '\\t\\n' || true")
    step("libraries that it misses", missing.strip() or "none")
    inside(root, f"{apt} purge carveout >/dev/null 2>&1 && {apt} autoremove --purge >/dev/null 2>&1")
    (root / "tmp" / package.name).unlink()
    left = (listing(root) - before) | (installed(root) - packages)
    step("left where nothing else was", ", ".join(sorted(left)) or "nothing")
    return not left and not missing.strip()


def installed(root: Path) -> set[str]:
    """Return the packages of the fresh Debian."""
    return set(inside(root, "dpkg-query -W -f '${Package}\\n'").split())


def step(name: str, told: str) -> None:
    """Print what came of a step."""
    print(f"proof: {name}: {told}", flush=True)


def main() -> int:
    """Prove the package in dist/."""
    if os.geteuid() or not shutil.which("debootstrap"):
        raise SystemExit("The proof wants root, on Debian, with debootstrap installed.")
    (package,) = sorted((ROOT / "dist").glob("carveout_*.deb"))
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "proof"
    bootstrap(root)
    step("a fresh Debian", (root / "etc/debian_version").read_text(encoding="utf-8").strip())
    return 0 if prove(root, package) else 1


if __name__ == "__main__":
    sys.exit(main())
