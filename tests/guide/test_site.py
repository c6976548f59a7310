"""The guide as a site: Sphinx has nothing to say against its pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_page_link_and_picture_of_the_site_is_there(tmp_path: Path) -> None:
    strict = ("--fail-on-warning", "--keep-going", "--nitpicky", "--quiet", "--builder", "dummy")
    places = ("--conf-dir", str(ROOT / "packaging" / "guide"), str(ROOT / "docs"), str(tmp_path))
    made = subprocess.run([sys.executable, "-m", "sphinx", *strict, *places], capture_output=True, check=False)
    assert (made.returncode, made.stderr.decode()) == (0, "")
