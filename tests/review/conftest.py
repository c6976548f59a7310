"""A small agreement made by hand, and any edit that a reviewer could make."""

from __future__ import annotations

import datetime as dt
import hashlib
from itertools import pairwise

import pytest
from hypothesis import strategies as st

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.content import Carveout, CarveoutKind, Representation
from carveout.agreement.correction.change import Act, Change
from carveout.agreement.reading import Paragraph, ParagraphStyle, Place, Reading, Source
from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target, Visibility
from carveout.review.correction import Correction
from carveout.review.dismissal import Dismissal, Dismissed
from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Introduce,
    Judge,
    MarkClause,
    Merge,
    Purge,
    Purged,
    Rank,
    Respond,
    Suppose,
)
from carveout.review.link import Link
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.reviewer import Reviewer
from carveout.review.supposing import Judgement, Question, Supposed
from carveout.review.thread import Reply

PARTS = (
    (None, ClauseKind.ARTICLE, "3", "Article 3.", "Article 3", "Article 3. The Company represents:\n"),
    (0, ClauseKind.SECTION, "3.1", "3.1", "Section 3.1", "3.1 It is duly organized.\n"),
    (0, ClauseKind.SECTION, "3.2", "3.2", "Section 3.2", "3.2 Its accounts are true, except for the petition.\n"),
    (0, ClauseKind.SECTION, "3.3", "3.3", "Section 3.3", "3.3 There is no default:\n"),
    (3, ClauseKind.ITEM, "(i)", "(i)", "Section 3.3(i)", "(i) under the law; or\n"),
    (3, ClauseKind.ITEM, "(ii)", "(ii)", "Section 3.3(ii)", "(ii) under a contract, except for the petition.\n"),
)


@pytest.fixture(scope="session")
def reading() -> Reading:
    """An article with three representations, two of which carve the petition out, the last in an item of its own."""
    text = "".join(words for *_, words in PARTS)
    starts = [sum(len(words) for *_, words in PARTS[:number]) for number in range(len(PARTS))]
    ends = [start + len(words) for start, (*_, words) in zip(starts, PARTS, strict=True)]
    ends[0] = ends[3] = len(text)
    clauses = tuple(
        Clause(id_, parent, kind, number, label, None, citation, starts[id_], starts[id_] + len(label) + 1, ends[id_])
        for id_, (parent, kind, number, label, citation, _) in enumerate(PARTS)
    )
    quote = "except for the petition"
    first, last = text.index(quote), text.rindex(quote)
    carveouts = tuple(
        Carveout(clause, Span(at, at + len(quote)), quote, CarveoutKind.EXCEPTION, "petition", (clause,))
        for clause, at in ((2, first), (5, last))
    )
    return Reading(
        source=Source("deal.txt", hashlib.sha256(text.encode()).hexdigest(), "text", None),
        title="Agreement",
        date=None,
        parties=(),
        text=text,
        paragraphs=tuple(Paragraph(Span(s, e - 1), ParagraphStyle.BODY) for s, e in pairwise([*starts, len(text)])),
        places=tuple(Place(start, 1, line) for line, start in enumerate(starts, start=1)),
        outline=Outline(clauses),
        representations=tuple(Representation(clause, "Company") for clause in (1, 2, 3)),
        carveouts=carveouts,
    )


any_text = st.text(st.characters(exclude_categories=()))
any_time = st.datetimes(timezones=st.just(dt.UTC))
any_span = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 10**6))
any_anchor = st.builds(Anchor, st.sampled_from(Target), st.integers(0, 10**6), any_span, any_text, any_text, any_text)
any_id = st.uuids(version=4).map(lambda id_: id_.hex)


def any_annotation(id_: str) -> st.SearchStrategy[Annotation]:
    """Any annotation of this id."""
    return st.builds(
        Annotation,
        id=st.just(id_),
        kind=st.sampled_from(AnnotationKind),
        anchor=any_anchor,
        comment=any_text,
        author=any_text,
        at=any_time,
        severity=st.none() | st.sampled_from(Severity),
        proposed=any_text,
        status=st.sampled_from(Status),
        tags=st.sets(any_text, max_size=3).map(sorted).map(tuple),
        assignee=any_text,
        due=st.none() | st.dates(),
        visibility=st.sampled_from(Visibility),
    )


any_mark = st.builds(Mark, st.sampled_from([State.READ, State.CLEARED]), any_text, any_time)
any_decision = st.builds(Decision, st.sampled_from(Verdict), any_text, any_text, any_time)

st.register_type_strategy(Mark, any_mark)
st.register_type_strategy(Decision, any_decision)
st.register_type_strategy(Annotation, any_id.flatmap(any_annotation))
st.register_type_strategy(
    Annotate,
    any_id.flatmap(
        lambda id_: st.builds(Annotate, st.just(id_), st.none() | any_annotation(id_), st.none() | any_annotation(id_))
    ),
)
st.register_type_strategy(
    MarkClause, st.builds(MarkClause, st.integers(0, 10**6), st.none() | any_mark, st.none() | any_mark)
)
st.register_type_strategy(Decide, st.builds(Decide, any_span, st.none() | any_decision, st.none() | any_decision))
any_change = st.builds(
    Change, st.sampled_from(Act), st.integers(0, 10**6), any_text, st.none() | any_text, st.none() | any_text
)


def any_correction(id_: str) -> st.SearchStrategy[Correction]:
    """Any correction of this id."""
    return st.builds(Correction, st.just(id_), any_change, any_text, any_text, any_time)


st.register_type_strategy(
    Correct,
    any_id.flatmap(
        lambda id_: st.builds(Correct, st.just(id_), st.none() | any_correction(id_), st.none() | any_correction(id_))
    ),
)

any_dismissed = st.builds(Dismissed, any_text, any_text, st.none() | any_span)
any_dismissal = st.builds(Dismissal, any_text, any_text, any_time)
any_scenario = st.builds(Scenario, any_text, any_text, st.none() | st.dates())
any_supposed = st.builds(Supposed, any_scenario, any_text, any_time)
any_question = st.builds(Question, any_id, st.integers(0, 10**6), st.sampled_from(Step))
any_judgement = st.builds(Judgement, st.booleans(), any_text, any_time)
st.register_type_strategy(
    Dismiss, st.builds(Dismiss, any_dismissed, st.none() | any_dismissal, st.none() | any_dismissal)
)
st.register_type_strategy(Suppose, st.builds(Suppose, any_id, st.none() | any_supposed, st.none() | any_supposed))
st.register_type_strategy(Judge, st.builds(Judge, any_question, st.none() | any_judgement, st.none() | any_judgement))


def any_reply(id_: str) -> st.SearchStrategy[Reply]:
    """Any reply of this id."""
    return st.builds(Reply, st.just(id_), any_id, any_text, any_text, any_time)


def any_link(id_: str) -> st.SearchStrategy[Link]:
    """Any link of this id."""
    end = any_id | st.integers(0, 10**6)
    return st.builds(Link, st.just(id_), st.tuples(end, end), any_text, any_time)


def any_reviewer(name: str) -> st.SearchStrategy[Reviewer]:
    """Any reviewer of this name."""
    return st.builds(Reviewer, st.just(name), any_text, any_text)


st.register_type_strategy(
    Respond,
    any_id.flatmap(
        lambda id_: st.builds(Respond, st.just(id_), st.none() | any_reply(id_), st.none() | any_reply(id_))
    ),
)
st.register_type_strategy(
    Connect,
    any_id.flatmap(lambda id_: st.builds(Connect, st.just(id_), st.none() | any_link(id_), st.none() | any_link(id_))),
)
any_rank = st.from_regex(r"[0-9A-Za-z]{0,8}[1-9A-Za-z]", fullmatch=True)
st.register_type_strategy(Rank, st.builds(Rank, any_id, st.none() | any_rank, st.none() | any_rank))
st.register_type_strategy(
    Introduce,
    any_text.flatmap(
        lambda name: st.builds(Introduce, st.just(name), st.none() | any_reviewer(name), st.none() | any_reviewer(name))
    ),
)
st.register_type_strategy(Merge, st.builds(Merge, any_text, st.lists(any_text, max_size=3).map(tuple)))
st.register_type_strategy(Purge, st.builds(Purge, st.lists(st.tuples(any_id, any_text), max_size=3).map(tuple)))
st.register_type_strategy(Purged, st.just(Purged()))
