from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.review.log import Operation
    from carveout.store.matter import Matter

Note: TypeAlias = "Callable[[Matter, str], Operation]"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")

NOBODY = 65534


@pytest.fixture
def mailed(matter: Matter, note: Note) -> Iterator[Path]:
    """A matter that anybody may read, in a folder that nobody but root may write to.

    The folder is no one of pytest's: those above them let nobody in, and belong to every test that runs.
    """
    note(matter, "saved")
    matter.close()
    folder = Path(tempfile.mkdtemp())
    path = folder / "deal.carveout"
    shutil.copyfile(matter.path, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_matter_in_a_folder_that_is_read_only_opens_for_reading(mailed: Path) -> None:
    said = _as_somebody_without_rights(
        mailed,
        "with open_matter(path) as matter:\n"
        "    print(matter.read_only, len(matter.operations), len(matter.source()))\n",
    )
    assert said == "True 1 94890\n"
    assert list(mailed.parent.iterdir()) == [mailed]


def test_a_half_written_matter_that_is_read_only_says_what_to_do(mailed: Path) -> None:
    mailed.parent.chmod(0o755)
    mailed.chmod(0o644)
    program = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('UPDATE document SET source = zeroblob(200000)')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(mailed)], check=False)
    mailed.chmod(0o444)
    mailed.parent.chmod(0o555)
    said = _as_somebody_without_rights(
        mailed,
        "from carveout.store.errors import UnreadableMatterError\n"
        "try:\n"
        "    open_matter(path)\n"
        "except UnreadableMatterError as error:\n"
        "    print(error)\n",
    )
    assert "-journal" in said
    assert "open the copy" in said


def test_a_matter_without_permission_says_so(mailed: Path) -> None:
    mailed.chmod(0o000)
    said = _as_somebody_without_rights(
        mailed,
        "from carveout.store.errors import UnreadableMatterError\n"
        "try:\n"
        "    open_matter(path)\n"
        "except UnreadableMatterError as error:\n"
        "    print(error)\n",
    )
    assert "permission" in said


def test_a_matter_is_not_created_in_a_folder_that_is_read_only(mailed: Path) -> None:
    said = _as_somebody_without_rights(
        mailed,
        "from carveout.store.errors import ReadOnlyMatterError\n"
        "with open_matter(path) as matter:\n"
        "    try:\n"
        "        create_matter(path.with_name('new.carveout'), matter.reading, matter.source())\n"
        "    except ReadOnlyMatterError as error:\n"
        "        print(error)\n",
    )
    assert "a folder of your own" in said


def _as_somebody_without_rights(path: Path, lines: str) -> str:
    """Run the lines with `open_matter` and `path` at hand; what root runs gives up its rights once all is imported."""
    program = (
        "import os, pathlib, sys\n"
        "from carveout.store.matter import create_matter, open_matter\n"
        "from carveout.store.schema import current\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "current().objects()\n"
        "if os.getuid() == 0:\n"
        "    os.setgroups([])\n"
        f"    os.setgid({NOBODY})\n"
        f"    os.setuid({NOBODY})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program + lines, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
