"""`carveout close`: what a close reading adds to a matter, within the limits that the window sets."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.agreement.record.closely import close_to_record
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.agreement.reading import Reading

AGREEMENT = b"LEASE AGREEMENT\n\n1. Rent. The Tenant pays the rent under Section 2.\n\n2. Term. The term is one year.\n"


@pytest.fixture
def reading() -> Reading:
    return read(AGREEMENT, "lease.txt")


@pytest.fixture
def matter(tmp_path: Path, reading: Reading) -> Path:
    path = tmp_path / "lease.carveout"
    create_matter(path, reading, AGREEMENT).close()
    return path


def close(matter: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """Read a matter closely within the limits, after a program has narrowed them."""
    program = f"import sys\n{before}\nfrom carveout.cli import main\nsys.exit(main(['close', sys.argv[1], '--limits']))"
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, str(matter)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_within_the_limits_it_prints_what_it_adds(matter: Path, reading: Reading) -> None:
    done = close(matter)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads(json.dumps(close_to_record(read_closely(reading))))


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_its_limits_are_those_of_the_text(matter: Path) -> None:
    tell = (
        "import atexit, resource\natexit.register(lambda: print(resource.getrlimit(resource.RLIMIT_CPU), "
        "resource.getrlimit(resource.RLIMIT_AS)[0], file=sys.stderr))"
    )
    assert close(matter, tell).stderr.strip() == f"(20, 25) {1 << 30}"


@pytest.mark.skipif(sys.platform != "linux", reason="the memory in use is told by /proc")
def test_out_of_memory_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    content = b"The Seller sells the shares under Section 2 to the Buyer.\n" * 15_000
    path = tmp_path / "long.carveout"
    create_matter(path, read(content, "long.txt"), content).close()
    narrow = (
        "import resource\nfrom carveout.cli import limits, reading_closely\n"
        "def narrowed(size):\n"
        "    used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "    limits.MEMORY = used + (1 << 20)\n"
        "    limits.limit(size)\n"
        "reading_closely.limit = narrowed"
    )
    done = close(path, narrow)
    assert done.returncode == 3
    assert done.stderr == (
        "carveout: “long.carveout” needs more memory to be read closely than there is: "
        "split off the agreement and open that.\n"
    )
