"""The reading and the review as the corrections leave them, and what the log calls the clauses of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.correction import corrected
from carveout.agreement.correction.change import Act
from carveout.agreement.correction.original import Original
from carveout.review.annotation import Annotation, Target
from carveout.review.edits import Annotate, Connect, Judge, MarkClause, Merge, Purge, Purged, Settle

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause
    from carveout.agreement.correction.change import Change
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.correction import Correction
    from carveout.review.edits import Edit
    from carveout.review.link import Link
    from carveout.review.review import Review


@dataclass(frozen=True)
class Corrected:
    """A reading with its outline corrected, and its review put on that outline.

    A correction moves the ids of the clauses, so the log goes by names that none moves: a clause that was read is
    called by the id that it was read with, and one that a split made by where it begins, counted on from the last of
    those ids. `as_read` is the reading that was read, `folded` the review that the log makes, in such names; `reading`
    and `review` are what a person sees, in ids of the corrected outline.
    """

    as_read: Reading
    folded: Review

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the outline, in the order in which they were made."""
        return tuple(correction.change for correction in self.folded.corrections.values())

    @cached_property
    def splits(self) -> frozenset[int]:
        """The offsets at which splits made clauses begin."""
        return frozenset(change.start for change in self.changes if change.act is Act.SPLIT)

    @cached_property
    def reading(self) -> Reading:
        """The reading with its outline as corrected; the very one that was read where nothing was."""
        return corrected(self.as_read, self.changes, self._original)

    @cached_property
    def review(self) -> Review:
        """The review, on the corrected outline.

        A mark or a judgement on a clause that was joined to another is out of sight until that is taken back; an
        annotation of it stands on the clause that holds its words now.
        """
        if not self.changes:
            return self.folded
        annotations = {id_: self._shown(annotation) for id_, annotation in self.folded.annotations.items()}
        marks = {self.clause(name): made for name, made in self.folded.marks.items()}
        asked = {question: self.clause(question.clause) for question in self.folded.judgements}
        return replace(
            self.folded,
            annotations=annotations,
            marks={clause: made for clause, made in marks.items() if clause is not None},
            links={id_: link for id_, link in map(self._tied, self.folded.links.items()) if link is not None},
            judgements={
                replace(question, clause=clause): self.folded.judgements[question]
                for question, clause in asked.items()
                if clause is not None
            },
        )

    @cached_property
    def by_clause(self) -> dict[int, tuple[Correction, ...]]:
        """The corrections by the clause that each left, the latest last; of a join, the one that took the other in."""
        found: dict[int, tuple[Correction, ...]] = {}
        for correction in self.folded.corrections.values():
            clause = self.at(correction.change.start)
            if clause is not None:
                found[clause] = (*found.get(clause, ()), correction)
        return found

    def after(self, folded: Review) -> Corrected:
        """Return what another fold of the log leaves; where no correction differs, on the same reading."""
        other = Corrected(self.as_read, folded)
        other.__dict__["_original"] = self._original
        if "reading" in self.__dict__ and other.changes == self.changes:
            other.__dict__["reading"] = self.reading
        return other

    def name(self, clause: int) -> int:
        """Return what the log calls a clause of the corrected outline."""
        start = self.reading.outline[clause].start
        read = self.as_read.outline.beginning(start)
        return len(self.as_read.outline) + start if read is None else read

    def clause(self, name: int) -> int | None:
        """Return the clause that the log calls so, None where it is none any more."""
        return self.reading.outline.beginning(self.start(name))

    def start(self, name: int) -> int:
        """Return where the clause begins that the log calls so."""
        read = self.as_read.outline
        return read[name].start if name < len(read) else name - len(read)

    def at(self, start: int) -> int | None:
        """Return the clause that begins at an offset now, or else that holds it."""
        found = self.reading.outline.beginning(start)
        return self.reading.outline.at(start) if found is None else found

    def called(self, start: int) -> Clause | None:
        """Return the clause that begins at an offset, or else the one that was read there, or else that holds it."""
        outline, read = self.reading.outline, self.as_read.outline
        for found, of in (
            (outline.beginning(start), outline),
            (read.beginning(start), read),
            (outline.at(start), outline),
        ):
            if found is not None:
                return of[found]
        return None

    def logged(self, edit: Edit) -> Edit:
        """Return an edit of what a person sees as the log keeps it."""
        match edit:
            case Annotate(annotation, before, after):
                return Annotate(annotation, self._logged(before), self._logged(after))
            case MarkClause(clause, before_mark, after_mark):
                return MarkClause(self.name(clause), before_mark, after_mark)
            case Judge(question, before_judgement, after_judgement):
                return Judge(replace(question, clause=self.name(question.clause)), before_judgement, after_judgement)
            case Connect(link, before_link, after_link):
                return Connect(link, self._named(before_link), self._named(after_link))
            case Settle(revision):
                logged = self.logged(revision)
                return edit if isinstance(logged, Settle | Merge | Purge | Purged) else Settle(logged)
            case _:
                return edit

    def holding(self, span: Span) -> int | None:
        """Return the deepest clause in which a span begins."""
        return self.reading.outline.at(span.start)

    def standing(self, annotation: Annotation) -> int:
        """Return the clause that an annotation of the log stands on now."""
        anchor = annotation.anchor
        clause = self.clause(anchor.clause) if anchor.target is Target.CLAUSE else None
        if clause is None:
            clause = self.holding(anchor.span)
        return 0 if clause is None else clause

    def _tied(self, link: tuple[str, Link]) -> tuple[str, Link | None]:
        """Return a link of the log as a person sees it, None where it ties a clause that was joined to another."""
        id_, logged = link
        one, other = (self.clause(end) if isinstance(end, int) else end for end in logged.ends)
        return id_, None if one is None or other is None else replace(logged, ends=(one, other))

    def _named(self, link: Link | None) -> Link | None:
        if link is None:
            return None
        one, other = (self.name(end) if isinstance(end, int) else end for end in link.ends)
        return replace(link, ends=(one, other))

    @cached_property
    def _original(self) -> Original:
        return Original(self.as_read)

    def _logged(self, annotation: Annotation | None) -> Annotation | None:
        if annotation is None:
            return None
        logged = self.folded.annotations.get(annotation.id)
        if logged is not None and self._shown(logged).anchor == annotation.anchor:
            return replace(annotation, anchor=logged.anchor)
        return replace(annotation, anchor=replace(annotation.anchor, clause=self.name(annotation.anchor.clause)))

    def _shown(self, annotation: Annotation) -> Annotation:
        clause = self.standing(annotation)
        if clause == annotation.anchor.clause:
            return annotation
        return replace(annotation, anchor=replace(annotation.anchor, clause=clause))
