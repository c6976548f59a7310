"""Makes a Debian package of the bundle: its folder, the desktop's files, and what a package has to say of itself.

    python packaging/debian/build.py BUNDLE ICONS NOTICES DIST

The same bundle gives the same package: owners are root, dates are SOURCE_DATE_EPOCH's, one thread compresses.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE.parent), str(ROOT / "app")]

from machine import DRAWING, WINDOW  # noqa: E402  (it lies in the folder above)

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# What every Debian has, what a window under Wayland wants beside one under X, what Qt's plugin for printers is linked
# to, and what takes up a double click.
ALWAYS = ("libc6 (>= 2.36)", "libgcc-s1", "libstdc++6", "zlib1g", "libwayland-client0", "libwayland-cursor0")
PRINTING = "libcups2 | libcups2t64"
DESKTOP = ("desktop-file-utils", "shared-mime-info")
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}


def text_of(name: str, version: str, moment: datetime) -> str:
    """Return one of the files beside this one, with what is known only now filled in."""
    told = {"VERSION": version, "DATE": f"{moment:%Y-%m-%d}", **recognised()}
    return re.sub(r"@([A-Z_]+)@", lambda found: told[found[1]], (HERE / name).read_text(encoding="utf-8"))


def recognised() -> dict[str, str]:
    """Return what a matter is known by, as the application has it."""
    store = ROOT / "app" / "carveout" / "store"
    sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted(store.glob("*.py")))
    (identity,) = re.findall(r'^APPLICATION_ID = int.from_bytes\(b"(\w{4})"\)', sources, re.MULTILINE)
    (mark,) = re.findall(r'^MARK = b"([^"]+)"', sources, re.MULTILINE)
    return {"APPLICATION_ID": str(identity), "MARK": str(mark)}


def control(version: str, architecture: str, kilobytes: int) -> str:
    """Return what dpkg is told of the package."""
    packages = sorted({*DRAWING.values(), *WINDOW.values()})
    needed = ", ".join([*ALWAYS, PRINTING, *(RENAMED.get(package, package) for package in packages)])
    return f"""Package: carveout
Version: {version}
Section: text
Priority: optional
Architecture: {architecture}
Maintainer: The Carveout authors <carveout@carveout.org>
Installed-Size: {kilobytes}
Depends: {needed}
Recommends: {", ".join(DESKTOP)}
Description: review of agreements, their representations and carve-outs
 Carveout is for deal counsel. It opens an agreement as it was filed or sent,
 shows its articles beside a clause outline, and finds the representations and
 warranties and the carve-outs that hollow them out.
 .
 Counsel notes what to think of each and hands in an annotated memo. Nothing
 leaves the machine.
"""


def changelog(version: str, moment: datetime) -> str:
    """Return the package's own changelog, which points to Carveout's."""
    dated = format_datetime(moment)
    return (
        f"carveout ({version}) stable; urgency=medium\n\n  * What changed is in CHANGELOG.md.\n\n"
        f" -- The Carveout authors <carveout@carveout.org>  {dated}\n"
    )


def lay_out(tree: Path, bundle: Path, icons: Path, notices: Path, version: str, moment: datetime) -> None:
    """Lay the package's files out as they will lie on the machine."""
    share, documents = tree / "usr/share", tree / "usr/share/doc/carveout"
    shutil.copytree(bundle, tree / "usr/lib/carveout", symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/carveout").symlink_to("../lib/carveout/carveout")
    shutil.copytree(notices, documents)
    written = {
        share / "applications/carveout.desktop": text_of("carveout.desktop", version, moment),
        share / "mime/packages/carveout.xml": text_of("carveout.xml", version, moment),
        share / "metainfo/org.carveout.Carveout.metainfo.xml": text_of("carveout.metainfo.xml", version, moment),
        share / "lintian/overrides/carveout": text_of("lintian-overrides", version, moment),
        documents / "copyright": text_of("copyright", version, moment),
    }
    for path, words in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    packed = {
        share / "man/man1/carveout.1.gz": text_of("carveout.1", version, moment),
        documents / "changelog.gz": changelog(version, moment),
        documents / "CHANGELOG.md.gz": (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
    }
    for path, words in packed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(words.encode(), 9, mtime=0))
    drawings = {("apps", "carveout"): "carveout", ("mimetypes", "application-x-carveout"): "matter"}
    for (kind, name), drawing in drawings.items():
        folder = share / "icons/hicolor"
        for size in SIZES:
            (folder / f"{size}x{size}" / kind).mkdir(parents=True, exist_ok=True)
            shutil.copy(icons / f"{name}-{size}.png", folder / f"{size}x{size}" / kind / f"{name}.png")
        (folder / "scalable" / kind).mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / f"resources/icons/{drawing}.svg", folder / "scalable" / kind / f"{name}.svg")


def settle(tree: Path, moment: datetime) -> None:
    """Give every file the rights that a package's have, and one date."""
    for path in sorted(tree.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == tree / "usr/lib/carveout/carveout"
        path.chmod(0o755 if runs else 0o644)
    for path in [tree, *sorted(tree.rglob("*"))]:
        os.utime(path, (moment.timestamp(), moment.timestamp()), follow_symlinks=False)


def main() -> int:
    """Make the package of the four folders that are named."""
    bundle, icons, notices, dist = (Path(argument) for argument in sys.argv[1:5])
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    (version,) = re.findall(r'__version__ = "([^"]+)"', (ROOT / "app/carveout/__init__.py").read_text(encoding="utf-8"))
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    architecture = asked.stdout.strip()
    tree = dist / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree, bundle, icons, notices, version, moment)
    (tree / "DEBIAN").mkdir()
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    (tree / "DEBIAN/control").write_text(control(version, architecture, kilobytes), encoding="utf-8")
    md5sums = subprocess.run(["md5sum", *(str(path.relative_to(tree)) for path in files)], cwd=tree, check=True,
                             capture_output=True, text=True).stdout  # fmt: skip
    (tree / "DEBIAN/md5sums").write_text(md5sums, encoding="utf-8")
    settle(tree, moment)
    target = dist / f"carveout_{version}_{architecture}.deb"
    packed = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--threads-max=1", "--build", str(tree), str(target)]
    subprocess.run(packed, check=True)
    shutil.rmtree(tree)
    return 0


if __name__ == "__main__":
    sys.exit(main())
