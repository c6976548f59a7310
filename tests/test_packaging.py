"""What sets a machine up: the commands, and the locks that they install from."""

from __future__ import annotations

import configparser
import json
import plistlib
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from carveout.store.naming import SUFFIX
from carveout.store.passphrase import MARK
from carveout.store.schema import APPLICATION_ID

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "packaging" / "requirements"
LOCKS = ("run", "dev", "lock", "build")
DEBIAN = ROOT / "packaging" / "debian"
NOTICES = ROOT / "resources" / "notices"

sys.path.insert(0, str(ROOT / "packaging"))  # its commands are scripts, and import each other from there
machine, build = import_module("machine"), import_module("debian.build")


def pins(lock: str) -> set[str]:
    """Return what a lock pins, as `name==version` with the systems it is for."""
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return {line.partition("--hash")[0].strip() for line in text.splitlines()}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_their_hashes_and_no_host(lock: str) -> None:
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = re.compile(r"[a-z0-9-]+==[\w.+-]+( ; [\w'=!<>.*() ]+)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in text.splitlines() if not pinned.fullmatch(line.strip())] == []


def test_whoever_tests_has_all_that_whoever_runs_has() -> None:
    assert pins("run") <= pins("dev")


def test_the_bundle_is_made_of_what_was_tested() -> None:
    tools = {
        "pyinstaller",
        "pyinstaller-hooks-contrib",
        "altgraph",
        "macholib",
        "pefile",
        "pywin32-ctypes",
        "setuptools",
    }
    assert {pin for pin in pins("build") if pin.partition("==")[0] not in tools} <= pins("dev")


def test_the_bundle_has_all_that_a_run_from_the_sources_has() -> None:
    for_installing = {"editables", "hatchling", "packaging", "pathspec", "tomlkit", "trove-classifiers"}
    assert {pin for pin in pins("run") if pin.partition("==")[0] not in for_installing} <= pins("build")


def test_the_bill_of_materials_names_every_locked_package_at_its_version() -> None:
    bill = json.loads((NOTICES / "sbom.cdx.json").read_text(encoding="utf-8"))
    named = {f"{part['name']}=={part['version']}" for part in bill["components"] if "purl" in part}
    assert named == {pin.partition(" ;")[0].strip() for pin in pins("run") if pin}


def test_every_part_that_is_shipped_has_its_licence_by_name_and_in_full() -> None:
    bill = json.loads((NOTICES / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert "NOASSERTION" not in json.dumps(bill)
    for part in (part for part in bill["components"] if part["scope"] == "required"):
        within = {pair["name"]: pair["value"] for pair in part.get("properties", ())}.get("carveout:within", "")
        texts = [NOTICES / "licences" / f"{key}.txt" for key in (part["bom-ref"], within)]
        assert any(text.is_file() and text.stat().st_size > 20 for text in texts), part["name"]


def test_the_bill_names_what_the_packages_hold_within() -> None:
    bill = json.loads((NOTICES / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert {part["name"] for part in bill["components"]} >= {"Qt", "ICU", "PDFium", "SQLCipher", "OpenSSL", "SQLite"}


def test_a_double_click_opens_a_matter() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(DEBIAN / "carveout.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    mime = ET.fromstring((DEBIAN / "carveout.xml").read_bytes())  # noqa: S314  (ours)
    space = {"of": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = mime.findall("of:mime-type", space)
    assert entry["MimeType"] == f"{kind.attrib['type']};"
    assert [glob.attrib["pattern"] for glob in kind.findall("of:glob", space)] == [f"*{SUFFIX}"]
    assert entry["Exec"] == "carveout %f"


def test_the_metainfo_is_of_the_desktop_entry() -> None:
    metainfo = ET.fromstring((DEBIAN / "carveout.metainfo.xml").read_bytes())  # noqa: S314  (ours)
    assert metainfo.findtext("launchable") == "carveout.desktop"
    assert metainfo.findtext("project_license") == "Apache-2.0"
    assert metainfo.findtext("provides/mediatype") == "application/x-carveout"


@pytest.mark.parametrize("name", ["carveout.xml", "carveout.metainfo.xml", "carveout.1", "copyright"])
def test_what_the_package_says_is_filled_in_from_the_application(name: str) -> None:
    told = build.text_of(name, "1.2.3", datetime(2026, 1, 2, tzinfo=UTC))
    assert not re.search(r"@[A-Z_]+@", told)
    if name == "carveout.xml":
        assert f'offset="68" value="{APPLICATION_ID.to_bytes(4).decode()}"' in told
        assert f'value="{MARK.decode().encode("unicode_escape").decode()}"' in told


def test_the_package_asks_for_every_library_that_qt_leaves_to_the_system() -> None:
    control = build.control("1.2.3", "amd64", 1)
    for package in {*machine.DRAWING.values(), *machine.WINDOW.values()}:
        assert re.search(rf"^Depends: .*\b{re.escape(package)}\b", control, re.MULTILINE), package


def test_macos_opens_matters_too() -> None:
    told = plistlib.loads((ROOT / "packaging" / "macos" / "Info.plist").read_bytes())
    (kind,) = told["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]


def test_windows_gets_what_only_windows_needs() -> None:
    assert any(pin.startswith("colorama==") and "win32" in pin for pin in pins("dev"))


def test_make_offers_the_commands_of_the_script() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "make.py"), "--help"], capture_output=True, text=True, check=True
    )
    offered = re.findall(r"^  ([a-z]+) +[A-Z]", done.stdout, re.MULTILINE)
    listed = re.search(r"^COMMANDS = (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert listed.group(1).split() == offered


def test_an_unknown_command_is_refused_by_name() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "make.py"), "dance"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "dance" in done.stderr
