"""The styles of a Word document: Word's own for headings, contents and foot, and a few of ours beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

_FACE = "Cambria"
_FIXED = "Consolas"
_INK, _ACCENT, _QUIET = "1A1F26", "1F4E79", "5D646D"
_EAST = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}" w:eastAsia="MS Mincho"/>'


def add_styles(document: Document) -> None:
    """Set the document's styles."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415  (only Word's papers need it)
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    def styled(
        name: str, size: float, before: float, after: float, colour: str = _INK, face: str = _FACE
    ) -> ParagraphStyle:
        style = _style(document, name)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        style.font.italic = False
        _set_face(style, face)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.1
        return style

    styled("Normal", 10.5, 0, 6)
    styled("Title", 22, 0, 10)
    for level, (size, before, after) in enumerate(((15, 18, 6), (11.5, 12, 3), (10.5, 9, 3), (10.5, 8, 2)), start=1):
        head = styled(f"Heading {level}", size, before, after, _ACCENT if level == 1 else _INK)
        head.font.bold = True
        head.paragraph_format.keep_with_next = True
    styled("Quote", 10, 2, 4).paragraph_format.left_indent = Pt(14)
    styled("Clause Text", 10, 0, 5)
    styled("Centred Text", 10, 4, 6).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styled("Fixed Text", 8, 2, 6, face=_FIXED)
    styled("Details", 9, 0, 3, _QUIET).paragraph_format.keep_with_next = True
    styled("Remark", 10.5, 0, 4).paragraph_format.left_indent = Pt(14)
    styled("Confidential", 8.5, 0, 4, _QUIET)
    styled("Table Text", 9, 1, 2)
    styled("Table Details", 8.5, 0, 2, _QUIET)
    styled("Table End", 4, 0, 4)
    styled("Table Head", 8.5, 1, 2, _QUIET).font.bold = True
    styled("Footer", 8.5, 0, 0, _QUIET)
    styled("Comment Text", 10, 0, 2)
    for level in (1, 2):
        styled(f"toc {level}", 10.5 if level == 1 else 10, 2, 2).paragraph_format.left_indent = Pt(14 * (level - 1))
    link = document.styles.add_style("Link", WD_STYLE_TYPE.CHARACTER)
    cast("CharacterStyle", link).font.color.rgb = RGBColor.from_string(_ACCENT)
    _add_table_style(document)


def _style(document: Document, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415

    found = next((one for one in document.styles if one.name == name), None)
    if found is None:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc "))
        found.base_style = document.styles["Normal"]
        found.element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", _id(name))
    return cast("ParagraphStyle", found)


def _id(name: str) -> str:
    """Return the id by which paragraphs name a style: its name without spaces, `TOC1` for Word's own contents."""
    return name.replace("toc ", "TOC").replace(" ", "")


def _set_face(style: ParagraphStyle, face: str) -> None:
    """Set the face for every script: a theme's, which a style of Word's names, would stand before it."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls, qn  # noqa: PLC0415

    properties = style.element.get_or_add_rPr()
    for named in properties.findall(qn("w:rFonts")):
        properties.remove(named)
    properties.insert(0, parse_xml(_EAST.format(face).replace("<w:rFonts", f"<w:rFonts {nsdecls('w')}")))


def _add_table_style(document: Document) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    hairline = 'w:val="single" w:sz="4" w:space="0" w:color="C9CED6"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Carveout"><w:name w:val="Carveout"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>'
            f"<w:tblBorders><w:top {hairline}/><w:bottom {hairline}/><w:insideH {hairline}/></w:tblBorders>"
            '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        )
    )
