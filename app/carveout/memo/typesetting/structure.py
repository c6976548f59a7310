"""The structure tree: what of a page belongs together and what it is, for whoever doesn't see it (ISO 32000-1, 14.7).

Blocks are written as soon as a page doesn't go on with them, so that a long memo holds only their numbers.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from carveout.memo.typesetting.file import text_string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.memo.typesetting.file import File
    from carveout.memo.typesetting.text import Block

ARTIFACT = "/Artifact BMC"
"""What begins that which only looks: rules, tints, running heads, the margin."""
END = "EMC"
_PART = "H2"
"""The heading with which a part begins."""


class Structure:
    """Takes the blocks of one page after the other. `number` is the tree's own object."""

    def __init__(self, file: File) -> None:
        self.number = file.number()
        self._file = file
        self._document = file.number()
        self._page = 0
        self._parents: array[int] = array("L")
        self._pages: array[int] = array("L")
        self._parts: array[int] = array("L")
        self._part = 0
        self._blocks: array[int] = array("L")
        self._now: dict[int, Block] = {}
        self._before: dict[int, Block] = {}

    def begin_page(self, page: int) -> None:
        """Begin a page, an object."""
        self._page = page

    def begin(self, block: Block) -> str:
        """Return the operator that begins some of a block on this page. A head that is said again is an artifact."""
        if block.once and block.number and block.kids[0][0] != self._page:
            return ARTIFACT
        if not block.number:
            self._enter(block)
        mark = len(self._parents)
        block.kids.append((self._page, mark))
        self._parents.append(block.number)
        self._now[block.number] = block
        return f"/{block.kind} << /MCID {mark} >> BDC"

    def end_page(self) -> None:
        """Write which block each mark of the page is of, and the blocks that ended on the page before."""
        self._pages.append(self._file.add(f"[{_references(self._parents)}]"))
        del self._parents[:]
        self._write(block for number, block in self._before.items() if number not in self._now)
        self._before, self._now = self._now, {}

    def finish(self) -> None:
        """Write the rest, and the tree."""
        self._write(self._before.values())
        self._end_part()
        leaves = " ".join(f"{at} {number} 0 R" for at, number in enumerate(self._pages))
        parents = self._file.add(f"<< /Nums [{leaves}] >>")
        tree = f"/Type /StructElem /S /Document /P {self.number} 0 R /K [{_references(self._parts)}]"
        self._file.put(self._document, f"<< {tree} >>")
        said = f"/K {self._document} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {len(self._pages)}"
        self._file.put(self.number, f"<< /Type /StructTreeRoot {said} >>")

    def _enter(self, block: Block) -> None:
        if block.kind == _PART or not self._part:
            self._end_part()
            self._part = self._file.number()
            self._parts.append(self._part)
        block.number, block.part = self._file.number(), self._part
        self._blocks.append(block.number)

    def _end_part(self) -> None:
        if self._part:
            said = f"/Type /StructElem /S /Sect /P {self._document} 0 R /K [{_references(self._blocks)}]"
            self._file.put(self._part, f"<< {said} >>")
            del self._blocks[:]

    def _write(self, blocks: Iterable[Block]) -> None:
        self._file.put_all([(block.number, _element(block)) for block in blocks])


def _element(block: Block) -> str:
    page, mark = block.kids[0]
    kids = str(mark)
    if len(block.kids) > 1:
        pages = (one if at == page else f"<</Pg {at} 0 R/Type/MCR/MCID {one}>>" for at, one in block.kids)
        kids = f"[{' '.join(map(str, pages))}]"
    alt = f"/Alt {text_string(block.said)}" if block.said else ""
    return f"<</S/{block.kind}/P {block.part} 0 R/Pg {page} 0 R/K {kids}{alt}>>"


def _references(numbers: Iterable[int]) -> str:
    return " ".join([f"{number} 0 R" for number in numbers])
