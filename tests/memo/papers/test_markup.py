"""Text in XML: nothing is taken for markup, and nothing breaks the file."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from carveout.memo.papers.markup import escaped, fit, quoted

TEXTS = st.text(st.characters(codec=None, exclude_categories=()))


@given(TEXTS)
def test_any_text_is_read_back_from_an_element_and_an_attribute(text: str) -> None:
    read = ET.fromstring(f"<t a={quoted(text)}>{escaped(text)}</t>".encode())  # noqa: S314  (our own XML)
    assert (read.text or "", read.get("a")) == (fit(text), fit(text))


@given(TEXTS)
def test_what_xml_cant_hold_is_shown_one_for_one(text: str) -> None:
    assert len(fit(text)) == len(text)


def test_a_control_character_is_its_picture_and_half_a_pair_the_replacement() -> None:
    assert fit("a\x00b\x1f\t\r\n\x7f") == "a␀b␟\t\r\n\x7f"
    assert fit("\ud800\uffff𠮷") == "\ufffd\ufffd𠮷"
