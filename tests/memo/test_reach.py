"""What a carve-out reaches is cited as counsel would."""

from __future__ import annotations

from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.memo.reach import cited


def outline() -> Outline:
    """Return articles 1 to 3, the second with sections 2.1 to 2.4, the last of those with items (i) to (iii)."""
    clauses: list[Clause] = []

    def add(parent: int | None, kind: ClauseKind, number: str, citation: str) -> int:
        at = len(clauses)
        clauses.append(Clause(at, parent, kind, number, number, None, citation, at, at, at + 1))
        return at

    add(None, ClauseKind.ARTICLE, "1", "Article 1")
    second = add(None, ClauseKind.ARTICLE, "2", "Article 2")
    for number in ("2.1", "2.2", "2.3", "2.4"):
        section = add(second, ClauseKind.SECTION, number, f"Section {number}")
    for number in ("(i)", "(ii)", "(iii)"):
        add(section, ClauseKind.ITEM, number, f"Section 2.4{number}")
    add(None, ClauseKind.ARTICLE, "3", "Article 3")
    return Outline(tuple(clauses))


def test_neighbours_are_cited_together() -> None:
    assert cited(outline(), (2, 3, 5)) == [("2.1–2.2", 2), ("2.4", 5)]


def test_items_are_cited_under_their_section() -> None:
    assert cited(outline(), (6, 7, 8)) == [("2.4(i)–(iii)", 6)]


def test_articles_are_neighbours_whatever_stands_below_them() -> None:
    assert cited(outline(), (0, 1, 9)) == [("Articles 1–3", 0)]


def test_a_section_and_its_first_item_are_no_neighbours() -> None:
    assert cited(outline(), (5, 6)) == [("2.4", 5), ("2.4(i)", 6)]


def test_what_is_too_much_to_name_is_counted() -> None:
    assert cited(outline(), (0, 2, 3, 5, 9), most=2) == [("Article 1", 0), ("2.1–2.2", 2), ("2 more", None)]


def test_nothing_is_cited_as_nothing() -> None:
    assert cited(outline(), ()) == []
