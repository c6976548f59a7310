"""`carveout backup`: a backup of a matter, which the window has made without waiting for it."""

from __future__ import annotations

from pathlib import Path

from carveout.cli.saying import add_progress, parser_of, refuse
from carveout.cli.unlocking import opened
from carveout.store.backup import back_up
from carveout.store.errors import MatterError


def back_up_one(given: list[str]) -> int:
    """Back a matter up into a folder and return the exit status."""
    parser = parser_of("carveout backup", "Back a matter up, unless its newest backup holds the same.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of all backups")
    add_progress(parser)
    options = parser.parse_args(given)
    try:
        with opened(options.matter) as matter:
            back_up(matter, options.folder)
    except MatterError as error:
        return refuse(str(error))
    except MemoryError:
        return refuse(f"There is not enough memory to back “{options.matter.name}” up: close other programs.")
    return 0
