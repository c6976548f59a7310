"""Where in a story its reading has come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.intake.docx.paragraph import Paragraph


@dataclass(slots=True)
class Place:
    """The paragraph that is being read, None between two, and what keeps words out of it.

    `deleted` are the words of each deletion that is open. `instructions` tell, for each field that is open, whether
    its instruction is being read, which isn't printed, or its result.
    """

    paragraph: Paragraph | None = None
    deleted: list[list[str]] = field(default_factory=list)
    instructions: list[bool] = field(default_factory=list)

    @property
    def printed(self) -> Paragraph | None:
        """The paragraph, where what comes next is printed in it."""
        return None if self.deleted or (self.instructions and any(self.instructions)) else self.paragraph
