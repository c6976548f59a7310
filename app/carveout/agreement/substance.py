"""The substance of an agreement: all that its text holds once its outline is known."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.carveouts import carveouts
from carveout.agreement.checking import checked
from carveout.agreement.face import face
from carveout.agreement.qualifiers import qualifiers
from carveout.agreement.representations import representations
from carveout.agreement.terms import defined_terms

if TYPE_CHECKING:
    from carveout.agreement.progress import Course
    from carveout.agreement.reading import Paragraph, Reading

STAGES = (
    "Finding the defined terms",
    "Finding the representations",
    "Finding the carve-outs",
    "Finding the qualifiers",
)


def with_substance(bare: Reading, course: Course) -> Reading:
    """Return a reading with what its text and its outline hold, in place of whatever it held. Takes STAGES."""
    text, outline = bare.text, bare.outline
    shown = face(text, _without_contents(bare), outline)
    course.begin(1)
    terms = defined_terms(text, outline)
    course.begin(1)
    represented = representations(text, outline, terms)
    course.begin(1)
    carved = carveouts(text, outline, terms)
    course.begin(1)
    limits = qualifiers(text, outline, represented, carved)
    reading = replace(
        bare,
        title=shown.title,
        date=shown.date,
        parties=shown.parties,
        terms=terms,
        representations=represented,
        carveouts=carved,
        qualifiers=limits,
    )
    return replace(reading, findings=checked(reading))


def _without_contents(bare: Reading) -> list[Paragraph]:
    """Return the paragraphs that hold no row of a printed table of contents: a row is no title."""
    rows = sorted(entry.span.start for entry in bare.contents)
    return [one for one in bare.paragraphs if bisect_left(rows, one.span.start) == bisect_left(rows, one.span.end)]
