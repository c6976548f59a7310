"""The words that agreements make defined terms of."""

from __future__ import annotations

from carveout.agreement.proofread.stems import stems

_HEADS = """
    account action adjustment affiliate allocation amount approval asset authority authorization award bid bond breach
    budget certificate change circumstance claim closing collateral condition consent consideration contract
    contribution conversion cost covenant customer damage data date debt debenture default deposit derivative
    disclosure dispute distribution dividend document effect employee encumbrance entity equipment event excess expense
    facility fee fund guarantor holdback holder improvement income indebtedness indemnitee information instrument
    insurance interest inventory investment investor issuance item know-how lease lender liability
    licensee licensor lien limit line loan loss margin matter material merger note notice obligation offer
    offering option order owner participant party payment percentage period permit person premise price procedure
    proceeding product project property proposal provision purchaser rate ratio receivable receipt release
    representative requirement reserve restriction right royalty schedule security settlement shareholder share
    shortfall site statement stock stockholder subsidiary supplier survey target tax territory threshold time
    transaction transfer underwriter unit value vendor warrant work
"""
HEADS = frozenset(_HEADS.split())
"""What the last word of a term mostly is, in the singular."""

_STOCK = """
    Additional Shares, Ancillary Agreement, Business Day, Change of Control, Closing Date, Common Share,
    Confidential Information, Disclosing Party, Disclosure Letter, Disclosure Schedule, Effective Time, Escrow Account,
    Escrow Amount, Event of Default, Excluded Asset, Excluded Liability, Governmental Authority, Governmental Entity,
    Indemnified Party, Indemnifying Party, Intellectual Property, Intellectual Property Right, Material Adverse Change,
    Material Adverse Effect, Material Contract, Merger Consideration, Outside Date, Permitted Encumbrance,
    Permitted Lien, Purchase Price, Purchased Asset, Receiving Party, Tax Return, Termination Date, Third Party Claim,
    Transaction Document, Transfer Tax
"""
STOCK = frozenset(stems(term) for term in _STOCK.split(","))
"""Terms that mean nothing in particular until an agreement defines them."""

SINGLE = frozenset({"affiliate", "encumbrance", "lien", "subsidiary"})
"""Single words of which the same is true, where they are capitalised in the middle of sentences."""
