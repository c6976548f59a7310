"""The differences between carve-outs of one subject that are worth a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.citation import cited, listed
from carveout.agreement.labels.numerals import CARDINALS
from carveout.agreement.siblings.columns import Aspect, Difference
from carveout.agreement.siblings.marking import usual
from carveout.agreement.siblings.mismatches import mismatches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Carveout
    from carveout.agreement.siblings.wording import Wording

_OPEN = re.compile(r"\b(?:subsidiar(?:y|ies)|affiliates?)\b", re.IGNORECASE)
_NUMBERS = ("no", *CARDINALS)
_DETERMINERS = re.compile(r"^(?:(?:the|any|those|all|such|an?) )+")
_LONGEST = 160
"""Code points of what is left out beyond which it is not told in a sentence."""
_MOST = 4
"""Groups of wordings beyond which no sentence tells them."""
_PETITION = re.compile(r"\b(?:petition\w*|filing|filed|application)\b", re.IGNORECASE)


def differences(outline: Outline, subject: str, wordings: list[Wording]) -> Iterator[Difference]:
    """Yield the differences between the carve-outs of a subject, those that change its cover first."""
    told = _Told(outline, subject)
    out = [one for one in wordings if one.takes_out]
    caused = [one for one in out if one.parts.cause is not None]
    yield from told.openness(wordings)
    yield from told.missing_tail(caused)
    yield from told.other_cause(caused)
    yield from told.left_out([one for one in out if one.parts.cause is None and one.parts.who is None])
    yield from told.same_words(out)
    yield from told.full_name(out)
    yield from mismatches(outline, caused)
    yield from told.narrow_event(caused)
    yield from told.carve_ins(wordings, out)


class _Told:
    """Sentences about carve-outs, with their clauses cited."""

    def __init__(self, outline: Outline, subject: str) -> None:
        self._outline = outline
        self._subject = subject

    def openness(self, wordings: list[Wording]) -> Iterator[Difference]:
        """Yield who is meant, where some name a closed list, some add subsidiaries and some name one alone."""
        named = [one for one in wordings if one.parts.who is not None]
        closed = [one for one in named if len(one.parts.names) > 1 and not self._is_open(one)]
        added = [one for one in named if self._is_open(one)]
        alone = [one for one in named if len(one.parts.names) == 1 and not self._is_open(one)]
        said = []
        if closed:
            count = len(closed[0].parts.names)
            number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
            said.append(f"{self._cited(closed)} {_verb(closed, 'names', 'name')} {number} companies, a closed list")
        if added:
            extra = listed(list(dict.fromkeys(f"“{self._added(one)}”" for one in added)))
            said.append(f"{self._cited(added)} {_verb(added, 'adds', 'add')} {extra}, which is open")
        if alone:
            said.append(f"{self._cited(alone)} {_verb(alone, 'names', 'name')} {self._subject} alone")
        if len(said) > 1:
            yield Difference(_all((*closed, *added, *alone)), "; ".join(said) + ".")

    def missing_tail(self, caused: list[Wording]) -> Iterator[Difference]:
        """Yield those without a tail, where others have one."""
        most = [one for one in caused if one.parts.tail is not None]
        lacking = [one for one in caused if one.parts.tail is None]
        if most and lacking:
            tails = usual([one.words(Aspect.TAIL) for one in most]) or most[0].words(Aspect.TAIL)
            verb = _verb(lacking, "lacks", "lack")
            message = f"{self._cited(lacking)} {verb} the tail “{tails}” of {self._cited(most)}."
            yield Difference(_all((*lacking, *most)), message)

    def other_cause(self, caused: list[Wording]) -> Iterator[Difference]:
        """Yield the groups that tie effect and event by different words."""
        groups: dict[str, list[Wording]] = {}
        for one in caused:
            groups.setdefault(one.comparable(Aspect.CAUSE), []).append(one)
        if len(groups) > 1:
            ordered = sorted(groups.values(), key=len)
            said = [self._says(group, Aspect.CAUSE) for group in ordered]
            message = f"{', '.join(said[:-1])} where {said[-1]}: the causal link is another."
            yield Difference(_all(caused), message)

    def left_out(self, things: list[Wording]) -> Iterator[Difference]:
        """Yield the groups that leave out other things: `Cancelled Shares and Dissenting Shares`."""
        groups: dict[str, list[Wording]] = {}
        for one in things:
            groups.setdefault(_DETERMINERS.sub("", one.comparable(Aspect.EXCUSED)).removesuffix("s"), []).append(one)
        short = all(len(group[0].words(Aspect.EXCUSED)) <= _LONGEST for group in groups.values())
        if 1 < len(groups) <= _MOST and short:
            ordered = sorted(groups.values(), key=len)
            said = [self._says(group, Aspect.EXCUSED) for group in ordered]
            message = f"{', '.join(said[:-1])} where {said[-1]}: what is left out may not be the same."
            yield Difference(_all(things), message)

    def same_words(self, out: list[Wording]) -> Iterator[Difference]:
        """Yield the groups that are equal word for word, with what ends them where that differs."""
        groups: dict[str, list[Wording]] = {}
        for one in out:
            if not one.names_in_full:
                groups.setdefault(one.whole, []).append(one)
        for group in groups.values():
            if len(group) > 1:
                endings = list(dict.fromkeys(f"“{one.words(Aspect.ENDING)}”" for one in group))
                told = len(endings) > 1 and group[0].parts.cause is not None
                apart = f", except that they end with {listed(endings)}" if told else ""
                where = self._cited(group)
                several = where if len({one.carveout.clause for one in group}) > 1 else f"{len(group)} in {where}"
                message = f"{several} are equal word for word{apart}."
                yield Difference(_all(group), message)

    def full_name(self, out: list[Wording]) -> Iterator[Difference]:
        """Yield the one that gives the full name and defines the short one that the others use."""
        for one in out:
            if one.names_in_full:
                same = [other for other in out if other is not one and other.whole == one.whole]
                rest = f"; its other words are those of {self._cited(same)}" if same else ""
                message = f"{self._cited([one])} gives the full name and defines “{self._subject}”{rest}."
                yield Difference(_all((one, *same)), message)

    def narrow_event(self, caused: list[Wording]) -> Iterator[Difference]:
        """Yield events that are the petition alone, where all or some say no more of the procedure."""
        narrow = [one for one in caused if _PETITION.search(one.words(Aspect.EVENT))]
        if not narrow:
            return
        events = listed(list(dict.fromkeys(f"“{one.words(Aspect.EVENT)}”" for one in narrow)))
        both = [one for one in narrow if self._is_open(one) and self._added(one).startswith("and ")]
        joint = f", by {self._subject} “{self._added(both[0])}” together" if both else ""
        message = (
            f"{self._cited(narrow)} {_verb(narrow, 'excuses', 'excuse')} {events} only{joint}: not the commencement of "
            "the procedure, a liquidation or a failure to pay."
        )
        yield Difference(_all(narrow), message)

    def carve_ins(self, wordings: list[Wording], out: list[Wording]) -> Iterator[Difference]:
        """Yield the words that bring the subject in among those that take it out."""
        for one in wordings:
            if not one.takes_out and out:
                quote = " ".join(one.carveout.quote.split())
                message = (
                    f"{self._cited([one])} is a carve-in: “{quote}” brings {self._subject} into the statement, where "
                    f"{self._cited(out)} {_verb(out, 'takes', 'take')} it out."
                )
                yield Difference(_all((one, *out)), message)

    def _says(self, group: list[Wording], aspect: Aspect) -> str:
        return f"{self._cited(group)} {_verb(group, 'says', 'say')} “{group[0].words(aspect)}”"

    def _cited(self, wordings: Iterable[Wording]) -> str:
        return cited(self._outline, (one.carveout.clause for one in wordings))

    def _is_open(self, one: Wording) -> bool:
        return one.parts.who is not None and _OPEN.search(self._added(one)) is not None

    def _added(self, one: Wording) -> str:
        """Return what stands after the last name: `and its subsidiaries`."""
        if one.parts.who is None or not one.parts.names:
            return ""
        words = " ".join(one.plain[one.parts.names[-1].end : one.parts.who.end].split())
        return words.rpartition(")")[2].strip(" ,")


def _verb(group: list[Wording], one: str, several: str) -> str:
    return one if len({wording.carveout.clause for wording in group}) == 1 else several


def _all(wordings: Iterable[Wording]) -> tuple[Carveout, ...]:
    return tuple(one.carveout for one in wordings)
