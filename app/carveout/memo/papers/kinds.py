"""Which papers a review can be handed in as, and the endings of their files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carveout.memo.memo import Memo
    from carveout.review.corrected import Corrected
    from carveout.review.log import Operation
    from carveout.review.review import Review


class Paper(StrEnum):
    """What a file says."""

    MEMO = "memo"
    AGREEMENT = "agreement"
    """The agreement with the annotations as comments on its words."""
    ISSUES = "issues"
    """The list of issues, with carve-outs and coverage where a file can hold more than one table."""
    ANNOTATIONS = "annotations"
    """The annotations by the W3C's model, for other programs."""
    CLAUSES = "clauses"
    """The clauses as Akoma Ntoso, for other programs."""
    AUDIT = "audit"
    """Who did what, and when."""


ENDINGS: Mapping[Paper, tuple[str, ...]] = {
    Paper.MEMO: (".pdf", ".docx"),
    Paper.AGREEMENT: (".docx",),
    Paper.ISSUES: (".xlsx", ".csv"),
    Paper.ANNOTATIONS: (".jsonld",),
    Paper.CLAUSES: (".xml",),
    Paper.AUDIT: (".pdf", ".csv", ".txt", ".json"),
}
"""What the file of a paper may end in. An ending that several share is the first one's, where nobody says which."""


class NoSuchPaperError(Exception):
    """A file can't end so. Its text is one sentence for a person: what happened, and what to do."""


@dataclass(frozen=True)
class Handed:
    """What papers are made of: the memo, the review that it is of, and the log with the hash it ends in.

    What a paper leaves out, because it goes to somebody else, is left out of the review before.
    """

    memo: Memo
    review: Review
    operations: Sequence[Operation]
    on: Corrected
    head: str


def paper_for(ending: str) -> Paper:
    """Return the paper that a file is by its ending. Raises NoSuchPaperError for an ending that none has."""
    found = next((paper for paper, endings in ENDINGS.items() if ending in endings), None)
    if found is None:
        known = dict.fromkeys(one for endings in ENDINGS.values() for one in endings)
        raise NoSuchPaperError(f"No paper ends in “{ending}”: choose a name that ends in {_either(tuple(known))}.")
    return found


def check(paper: Paper, ending: str) -> None:
    """Raise NoSuchPaperError where a paper can't have an ending."""
    if ending not in ENDINGS[paper]:
        raise NoSuchPaperError(
            f"The paper “{paper}” can't end in “{ending}”: choose a name that ends in {_either(ENDINGS[paper])}."
        )


def _either(endings: Sequence[str]) -> str:
    return f"{', '.join(endings[:-1])} or {endings[-1]}" if len(endings) > 1 else endings[0]
