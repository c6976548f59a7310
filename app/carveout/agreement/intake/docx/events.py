"""One pass through a part of a Word document, element by element, however deep they nest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from carveout.agreement.intake.docx.markup import damaged, refuse_doctype

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PIECE = 1 << 12
"""Bytes that are read at a time."""
_CHANGES = b"PrChange"
"""What stands in a part that keeps how its words were set before."""


class Events:
    """Calls a function for the elements that have one, at their start with their attributes and at their end.

    Names are those of the markup, the namespace before a closing brace. `text` holds the characters read since it was
    last cleared.
    """

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.text: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = refuse_doctype
        self._parser.CharacterDataHandler = self.text.append
        self._begin, self._end = self._calling()
        self._ends_of: dict[str, Callable[[str], None]] = {}
        self._changed = True
        self._usual()

    def run(self, content: bytes) -> Iterator[None]:
        """Read a part, pausing after each piece of it. Raises NotReadableError where its markup is broken."""
        self._changed = _CHANGES in content
        try:
            for at in range(0, len(content), PIECE):
                self._parser.Parse(content[at : at + PIECE], False)  # noqa: FBT003
                yield
            self._parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError, LookupError):
            damaged()

    def skip(self, name: str) -> None:
        """Pass over the element that has just begun, with all that is in it."""
        depth = 1

        def start(met: str, _attributes: Mapping[str, str]) -> None:
            nonlocal depth
            depth += met == name

        def end(met: str) -> None:
            nonlocal depth
            depth -= met == name
            if depth == 0:
                self._usual()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end

    def pass_over(self, name: str) -> None:
        """Pass over the element that has just begun, up to the first end of its name; faster than `skip`."""
        self._parser.StartElementHandler = None
        self._parser.EndElementHandler = self._ends_of.get(name) or self._end_of(name)

    def gather(self, name: str, left_out: frozenset[str], then: Callable[[dict[str, dict[str, str]]], None]) -> None:
        """Call `then` at the end of the element that has just begun, with the attributes of each element in it.

        Of two elements of one name the later counts; what is inside those `left_out`, which tell of changed
        properties, is passed over.
        """
        told: dict[str, dict[str, str]] = {}
        if self._changed:
            self._gather(name, left_out, told, then)
            return

        def end(met: str) -> None:
            if met == name:
                self._usual()
                then(told)

        self._parser.StartElementHandler = told.__setitem__
        self._parser.EndElementHandler = end

    def _gather(
        self,
        name: str,
        left_out: frozenset[str],
        told: dict[str, dict[str, str]],
        then: Callable[[dict[str, dict[str, str]]], None],
    ) -> None:
        outside: str | None = None
        depth = 0

        def start(met: str, attributes: dict[str, str]) -> None:
            nonlocal outside, depth
            if outside is not None:
                depth += met == outside
                return
            told[met] = attributes
            if met in left_out:
                outside, depth = met, 1

        def end(met: str) -> None:
            nonlocal outside, depth
            if outside is not None:
                depth -= met == outside
                if depth == 0:
                    outside = None
            elif met == name:
                self._usual()
                then(told)

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end

    def _end_of(self, name: str) -> Callable[[str], None]:
        def end(met: str) -> None:
            if met == name:
                self._usual()

        self._ends_of[name] = end
        return end

    def _usual(self) -> None:
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end

    def _calling(self) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
        starts, ends = self.starts, self.ends

        def start(name: str, attributes: dict[str, str]) -> None:
            if name in starts:
                starts[name](attributes)

        def end(name: str) -> None:
            if name in ends:
                ends[name]()

        return start, end
