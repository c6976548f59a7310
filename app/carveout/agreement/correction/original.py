"""What correcting a reading has to know of it, found once however often its outline is corrected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.reach import reach_of_term, reach_of_words
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.representations import representations
from carveout.agreement.representations.speakers import Speakers

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Carveout, Representation, Term
    from carveout.agreement.reading import Reading


class Original:
    """A reading as it was read, and how what hangs on its outline was found."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def text(self) -> str:
        """The text without line breaks in its paragraphs."""
        return unbroken(self.reading.text)

    def narrowed_by_words(self, carveout: Carveout) -> bool:
        """Tell whether a carve-out reaches what its words narrow where they stand."""
        return carveout in self._by_words

    def term_of(self, carveout: Carveout) -> Term | None:
        """Return the term whose uses a carve-out reaches, None where it reaches something else."""
        return self._by_reach.get(carveout.reaches)

    def representations(self, outline: Outline, terms: tuple[Term, ...]) -> dict[int, str | None]:
        """Return who represents by where the clauses of another outline begin.

        What was read stays, whatever rules found it; only what these rules find otherwise in the two outlines changes.
        """
        now = _by_start(outline, representations(self.text, outline, terms, self._speakers))
        gone = self._found_again.keys() - now.keys()
        made = {start: by for start, by in now.items() if start not in self._found_again}
        read = _by_start(self.reading.outline, self.reading.representations)
        return {start: by for start, by in read.items() if start not in gone} | made

    @cached_property
    def _by_words(self) -> frozenset[Carveout]:
        outline = self.reading.outline
        return frozenset(
            carveout
            for carveout in self.reading.carveouts
            if carveout.reaches == reach_of_words(self.text, outline, carveout.clause, carveout.span)
        )

    @cached_property
    def _by_reach(self) -> dict[tuple[int, ...], Term]:
        return {reach_of_term(self.reading.outline, term): term for term in self.reading.terms}

    @cached_property
    def _found_again(self) -> dict[int, str | None]:
        outline = self.reading.outline
        return _by_start(outline, representations(self.text, outline, self.reading.terms, self._speakers))

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self.text, self.reading.terms)


def _by_start(outline: Outline, found: tuple[Representation, ...]) -> dict[int, str | None]:
    return {outline[one.clause].start: one.by for one in found}
