"""`python -m carveout` is `carveout`."""

from __future__ import annotations

import sys

from carveout.cli import main

sys.exit(main())
