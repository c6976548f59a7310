"""What Akoma Ntoso wants to know of a document before its words: what it is, which version, by whom, of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.papers.markup import quoted

if TYPE_CHECKING:
    from carveout.memo.memo import Memo

_NOWHERE = "xx"
"""An agreement is of no country's making; ISO 3166 leaves this code to whoever needs one for that."""
_LANGUAGE = "und"
"""Nobody has said which; ISO 639 has this code for that."""
_UNDATED = "0001-01-01"


def meta(memo: Memo) -> str:
    """Return the metadata. The document is named by the hash of its file, never by where that was."""
    source, day = memo.reading.source, memo.reading.date
    work = f"/akn/{_NOWHERE}/doc/agreement/{day.isoformat() if day else 'undated'}/{source.sha256}"
    version = f"{work}/{_LANGUAGE}@"
    dated = day.isoformat() if day else _UNDATED
    made = memo.heading.date.isoformat()
    title = memo.reading.title or source.name
    levels = (
        _level("Work", work, dated, f'<FRBRcountry value="{_NOWHERE}"/><FRBRname value={quoted(title)}/>', "parties"),
        _level("Expression", version, dated, f'<FRBRlanguage language="{_LANGUAGE}"/>', "parties"),
        _level("Manifestation", f"{version}.xml", made, '<FRBRformat value="application/xml"/>', "carveout"),
    )
    parties = "".join(
        f"<TLCOrganization eId={quoted(f'party-{number}')} href={quoted(f'/akn/ontology/organization/party-{number}')}"
        f" showAs={quoted(party.alias or party.name)}/>"
        for number, party in enumerate(memo.reading.parties, start=1)
    )
    return (
        f'<meta><identification source="#carveout">{"".join(levels)}</identification>'
        '<references source="#carveout">'
        '<TLCOrganization eId="carveout" href="/akn/ontology/organization/carveout" showAs="Carveout"/>'
        '<TLCOrganization eId="parties" href="/akn/ontology/organization/parties" showAs="The parties"/>'
        f"{parties}</references></meta>"
    )


def _level(name: str, uri: str, day: str, more: str, author: str) -> str:
    what = "made" if name == "Manifestation" else "agreed"
    return (
        f"<FRBR{name}><FRBRthis value={quoted(f'{uri}/!main')}/><FRBRuri value={quoted(uri)}/>"
        f'<FRBRdate date="{day}" name="{what}"/><FRBRauthor href="#{author}"/>{more}</FRBR{name}>'
    )
