"""What is installed: one name, and the application with all that it ships."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed packages that holds only Carveout."""
    folder = tmp_path_factory.mktemp("site")
    install = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(folder), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return folder


def test_the_wheel_installs_one_name(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        top = {name.partition("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"carveout"}


def test_the_licences_of_the_fonts_travel_with_them(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    fonts = {Path(name).parent.name for name in names if name.endswith(".ttf")}
    licensed = {Path(name).parent.name for name in names if "dist-info" in name and name.endswith("OFL.txt")}
    assert fonts
    assert fonts == licensed


def test_the_installed_application_finds_what_it_ships(site: Path) -> None:
    program = (
        "import carveout.assets as assets\n"
        "print(assets.RESOURCES, assets.MIGRATIONS, assets.GUIDE, sep='\\n')\n"
        "assert list(assets.MIGRATIONS.glob('0001_*.sql')), 'no migrations'\n"
        "assert list(assets.RESOURCES.glob('samples/*.txt')), 'no sample'\n"
        "assert list(assets.GUIDE.glob('*.png')), 'no pictures'\n"
        "assert (assets.GUIDE / 'guide' / 'memo.md').is_file(), 'no guide'\n"
        "assert (assets.GUIDE / 'rules' / 'README.md').is_file(), 'no rules'\n"
        "assert not (assets.GUIDE / 'decisions').exists() and not list(assets.GUIDE.glob('*.pdf'))\n"
    )
    done = _installed(site, "-c", program)
    assert done.returncode == 0, done.stderr
    assert all(Path(line).is_relative_to(site) for line in done.stdout.splitlines())


def test_the_installed_application_reads_its_sample(site: Path) -> None:
    (sample,) = (site / "carveout" / "data" / "resources" / "samples").glob("*.txt")
    done = _installed(site, "-m", "carveout", "inspect", str(sample))
    assert done.returncode == 0, done.stderr
    assert "3.10" in done.stdout


def _installed(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the installed Carveout comes before the checkout's."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=site, env=environment, capture_output=True, text=True, check=False
    )
