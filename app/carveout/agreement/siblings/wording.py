"""The wording of one carve-out, aspect by aspect, as it is shown and as it is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.siblings.columns import Aspect

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.siblings.parts import Parts
    from carveout.agreement.siblings.rules import Rule
    from carveout.agreement.span import Span

_DEFINED = re.compile(r" ?\((?:the |collectively, )?[“\"][^()]{1,80}\)")


@dataclass(frozen=True)
class Wording:
    """A carve-out with its parts and its rule, in an unbroken text."""

    plain: str
    carveout: Carveout
    parts: Parts
    rule: Rule

    def spans(self, aspect: Aspect) -> tuple[Span, ...]:
        """Return where the words of an aspect stand, none where there are none or they are ours."""
        one = {
            Aspect.OPERATOR: self.parts.operator,
            Aspect.EXCUSED: self.parts.excused,
            Aspect.CAUSE: self.parts.cause,
            Aspect.EVENT: self.parts.event,
            Aspect.WHO: self.parts.who,
            Aspect.TAIL: self.parts.tail,
            Aspect.PERIOD: self.rule.period,
            Aspect.ENDING: self.rule.ending,
        }
        if aspect is Aspect.RULE:
            return self.rule.words
        if aspect is Aspect.RULE_SUBJECT:
            return self.rule.about
        span = one[aspect]
        return () if span is None else (span,)

    def words(self, aspect: Aspect) -> str:
        """Return what the carve-out says of an aspect, white space collapsed; empty for nothing."""
        spans = self.spans(aspect)
        if spans:
            joint = " / " if aspect is Aspect.RULE_SUBJECT else " … "
            return joint.join(span.in_line(self.plain) for span in spans)
        if self.rule.defines:
            return {Aspect.EXCUSED: "entities" if self.parts.names else "", Aspect.RULE: "class"}.get(aspect, "")
        return (self.rule.tense or "") if aspect is Aspect.PERIOD else ""

    def comparable(self, aspect: Aspect) -> str:
        """Return the words as they are compared: in small letters, one company by its short name."""
        words = self.words(aspect)
        if aspect is Aspect.WHO and len(self.parts.names) == 1 and self.parts.who is not None:
            rest = self.plain[self.parts.names[0].end : self.parts.who.end]
            words = (self.carveout.subject or "") + " ".join(_DEFINED.sub("", rest, count=1).split(" "))
        return words.casefold()

    @property
    def whole(self) -> str:
        """The whole carve-out as it is compared, what ends it left out."""
        start, end = self.carveout.span.start, self.carveout.span.end
        words = self.plain[start:end]
        if len(self.parts.names) == 1:
            name = self.parts.names[0]
            rest = _DEFINED.sub("", self.plain[name.end : end], count=1)
            words = f"{self.plain[start : name.start]}{self.carveout.subject}{rest}"
        return " ".join(words.split()).casefold()

    @property
    def takes_out(self) -> bool:
        """Whether it takes something out, and doesn't bring it in."""
        return self.carveout.kind is not CarveoutKind.INCLUSION

    @property
    def names_in_full(self) -> bool:
        """Whether it gives the full name of its subject and defines the short one."""
        who = self.parts.who
        return who is not None and len(self.parts.names) == 1 and _DEFINED.search(who.of(self.plain)) is not None
