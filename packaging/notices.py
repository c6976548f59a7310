"""The notices: what Carveout is made of, as a CycloneDX bill of materials, with every licence in full.

    python packaging/notices.py FOLDER [--bundle]

Runs in an environment that holds what `requirements/run.txt` pins, and reads names and versions from that lock and
licences from what is installed. `--bundle` adds what a bundle takes from the machine that it is made on. The same
lock gives the same bytes: no date, no host and no path is in them. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import re
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements" / "run.txt"
TEXTS = ROOT / "packaging" / "licences"
SHIPPED = ROOT / "resources" / "notices"
_PIN = re.compile(r"^([a-z0-9-]+)==([\w.+-]+)", re.MULTILINE)
_NAMED = re.compile(r"(?i)(licen[cs]e|copying|notice)")
# What a package's own metadata says in words, or not at all, as SPDX has it.
SPDX = {
    "charset-normalizer": "MIT",
    "click-default-group": "Unlicense",
    "colorama": "BSD-3-Clause",
    "editables": "MIT",
    "et-xmlfile": "MIT",
    "hatchling": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pathspec": "MPL-2.0",
    "pluggy": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
    "tomlkit": "MIT",
    "trove-classifiers": "Apache-2.0",
    "tzdata": "Apache-2.0",
}
_BUILDS = "It builds Carveout's wheel and is no part of it."
LEFT_OUT = {
    "pip": "sqlite-utils names it; no bundle holds it, and nothing here calls it.",
    **dict.fromkeys(("editables", "hatchling", "packaging", "pathspec", "tomlkit", "trove-classifiers"), _BUILDS),
}
QT = ("LGPL-3.0.txt", "GPL-3.0.txt")  # the first is worded as additions to the second
FONTS = {"inter": "Inter", "noto-serif-jp": "Noto Serif JP", "source-serif-4": "Source Serif 4"}


@dataclass(frozen=True)
class Part:
    """One part: its name, version and licence as SPDX has it, the licence's words, and what brings it along.

    Without words, those of what it is within hold for it.
    """

    name: str
    version: str
    licence: str
    words: str
    package: bool = False
    within: str = ""


def packages() -> list[Part]:
    """Return every package that the lock pins for this system or another, with the licences that it carries."""
    pins = _PIN.findall(LOCK.read_text(encoding="utf-8"))
    return [Part(name, version, licence_of(name), words_of(name), package=True) for name, version in pins]


def licence_of(name: str) -> str:
    """Return a package's licence as SPDX has it."""
    if name in SPDX:
        return SPDX[name]
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "NOASSERTION"
    stated = [said[name] for name in ("License-Expression", "License") if name in said]
    return stated[0] if stated else "NOASSERTION"


def words_of(name: str) -> str:
    """Return the licences that a package carries in full, one after another; Qt's packages carry none."""
    if name in LEFT_OUT:
        return ""
    if name in {"pyside6-essentials", "shiboken6"}:
        return "\n\n".join(text(name) for name in QT)
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ""
    carried = {
        file.as_posix(): Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in files
        if ".dist-info/" in file.as_posix() and _NAMED.search(file.as_posix().partition(".dist-info/")[2])
    }
    several = len(carried) > 1
    return "\n\n".join(
        (f"--- {path.partition('.dist-info/')[2].removeprefix('licenses/')} ---\n\n" if several else "") + words.strip()
        for path, words in sorted(carried.items())
    )


def text(name: str) -> str:
    """Return a licence that no package carries."""
    return (TEXTS / name).read_text(encoding="utf-8").strip()


def inside() -> list[Part]:
    """Return what the packages bring within their binaries, and the fonts."""
    import sqlcipher3  # noqa: PLC0415  (only here, and never while a test reads this file)
    from PySide6.QtCore import qVersion  # noqa: PLC0415

    memory = sqlcipher3.connect(":memory:")
    cipher = str(memory.execute("PRAGMA cipher_version").fetchone()[0]).split()[0]
    memory.close()
    apache = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    pdfium = str(import_module("pypdfium2").PDFIUM_INFO).partition("@")[0]
    fonts = [
        Part(name, "", "OFL-1.1", (ROOT / "resources" / "fonts" / folder / "OFL.txt").read_text("utf-8").strip())
        for folder, name in FONTS.items()
    ]
    return [
        Part("Qt", qVersion(), "LGPL-3.0-only", "", within="pyside6-essentials"),
        Part("ICU", "", "Unicode-3.0", text("ICU.txt"), within="pyside6-essentials"),
        Part(
            "PDFium",
            pdfium,
            "BSD-3-Clause AND Apache-2.0",
            "",
            within="pypdfium2",
        ),
        Part("SQLCipher", cipher, "BSD-3-Clause", text("SQLCipher.txt"), within="sqlcipher3"),
        Part("OpenSSL", openssl_of(sqlcipher3.__file__), "Apache-2.0", apache, within="sqlcipher3"),
        Part("SQLite", sqlcipher3.sqlite_version, "blessing", "SQLite is in the public domain.", within="sqlcipher3"),
        *fonts,
    ]


def openssl_of(package: str) -> str:
    """Return the version of the OpenSSL that a package's binary says it holds, empty where it says none."""
    for binary in sorted(Path(package).parent.glob("_sqlite3*")):
        said = re.search(rb"OpenSSL (\d+\.\d+\.\d+[a-z]?) ", binary.read_bytes())
        if said:
            return said[1].decode()
    return ""


def of_this_machine() -> list[Part]:
    """Return what a bundle takes from the machine that it is made on, beside the packages."""
    import ssl  # noqa: PLC0415  (only here)

    apache = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    return [
        Part("Python", platform.python_version(), "PSF-2.0", text("Python.txt")),
        Part("SQLite", sqlite3.sqlite_version, "blessing", "SQLite is in the public domain.", within="Python"),
        Part("libcrypto of OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", apache, within="Python"),
        Part("PyInstaller's bootloader", metadata.version("pyinstaller"), "GPL-2.0-or-later WITH Bootloader-exception",
             "The bootloader may be passed on with a program of any licence: its exception says so."),
    ]  # fmt: skip


def key_of(part: Part) -> str:
    """Return the name of a part's file, which its entry refers to as well."""
    plain = re.sub(r"[^a-z0-9]+", "-", part.name.lower()).strip("-")
    return f"{plain}-in-{part.within.lower()}" if part.within else plain


def component(part: Part) -> dict[str, object]:
    """Return a part as an entry of the bill of materials."""
    entry: dict[str, object] = {"type": "library", "bom-ref": key_of(part), "name": part.name}
    if part.version:
        entry["version"] = part.version
    entry["scope"] = "excluded" if part.name in LEFT_OUT else "required"
    entry["licenses"] = [{"expression": part.licence} if " " in part.licence else {"license": named(part.licence)}]
    if part.package:
        entry["purl"] = f"pkg:pypi/{part.name}@{part.version}"
    properties = [{"name": "carveout:within", "value": part.within}] if part.within else []
    if part.name in LEFT_OUT:
        properties.append({"name": "carveout:why", "value": LEFT_OUT[part.name]})
    return entry | ({"properties": properties} if properties else {})


def named(licence: str) -> dict[str, str]:
    """Return a licence by its SPDX identifier, or by name where there is none."""
    return {"name": licence} if licence == "NOASSERTION" else {"id": licence}


def write(folder: Path, parts: list[Part]) -> None:
    """Write the bill of materials and the licences; what was in the folder goes."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "licences").mkdir(parents=True)
    (version,) = re.findall(r'__version__ = "([^"]+)"', (ROOT / "app/carveout/__init__.py").read_text("utf-8"))
    product = {
        "type": "application",
        "bom-ref": "carveout",
        "name": "carveout",
        "version": version[1] if version else "",
    }
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": product | {"licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": [component(part) for part in sorted(parts, key=key_of)],
    }
    told = json.dumps(bill, indent=1, ensure_ascii=False)
    (folder / "sbom.cdx.json").write_text(told + "\n", encoding="utf-8")
    for part in parts:
        if part.words:
            (folder / "licences" / f"{key_of(part)}.txt").write_text(part.words + "\n", encoding="utf-8")
    print(f"{folder.name}: {len(parts)} parts, sha256 {hashlib.sha256(told.encode()).hexdigest()[:16]}")


def main() -> int:
    """Write the notices into the folder named first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--bundle", action="store_true", help="add what a bundle takes from this machine")
    given = parser.parse_args()
    write(given.folder, [*packages(), *inside(), *(of_this_machine() if given.bundle else [])])
    return 0


if __name__ == "__main__":
    sys.exit(main())
