"""The parties and the date of an agreement whose cover page asks for them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.read import read
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

FORM = """\
<h1>Order Form</h1>
<p>By signing this Order Form, each party enters into this Agreement.</p>
<table>
<tr><td>Provider</td><td>Acme Corp.</td></tr>
<tr><td>Customer</td><td>Birch LLC</td></tr>
<tr><td>Effective Date</td><td>May 1, 2020</td></tr>
<tr><td>Governing Law</td><td>{law}</td></tr>
</table>
<p>Signed below.</p>
"""


def test_a_form_names_the_parties_and_the_date() -> None:
    reading = read(FORM.encode(), "form.html")
    terms = [clause.heading for clause in reading.outline if clause.kind is ClauseKind.TERM]
    assert terms == ["Provider", "Customer", "Effective Date", "Governing Law"]
    assert reading.date == dt.date(2020, 5, 1)
    assert reading.parties == (Party("Acme Corp.", "Provider"), Party("Birch LLC", "Customer"))


def test_a_blank_names_nobody(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
        Lease Agreement

        This Lease Agreement consists of this Cover Page and the Standard Terms. It binds whoever signs it.

        1. Terms. This Agreement says:

        Landlord:      {landlord}
        Tenant:        [name]
        """)
    assert reading.parties == ()
