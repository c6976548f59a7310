"""The command that has a memo made as its instructions say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.memo.instructions import Instructions


def command_for(instructions: Instructions) -> tuple[str, ...]:
    """Return the command of our own that writes such a memo. It is to be fed the logo, where there is one."""
    return (
        "memo",
        f"--audience={instructions.audience}",
        f"--parts={','.join(sorted(instructions.parts))}",
        f"--firm={instructions.firm}",
        f"--to={instructions.recipient}",
        f"--legend={instructions.legend}",
        *(("--logo=-",) if instructions.logo else ()),
    )
