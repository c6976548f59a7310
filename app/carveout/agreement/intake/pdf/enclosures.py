"""The files that a PDF encloses."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf.document import opened

_MOST_FILES = 1_000
_LARGEST_FILE = 64 << 20


def enclosed_file(content: bytes, name: str) -> bytes | None:
    """Return the file of a name that a PDF encloses, None where there is none. Raises NotReadableError."""
    with opened(content) as document:
        for at in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), _MOST_FILES)):
            file = pdfium.FPDFDoc_GetAttachment(document, at)
            if file and _file_name(file) == name:
                return _file_data(file)
    return None


def _file_name(file: pdfium.FPDF_ATTACHMENT) -> str:
    size = pdfium.FPDFAttachment_GetName(file, None, 0)
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFAttachment_GetName(file, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return decoded(held.raw[:size])


def _file_data(file: pdfium.FPDF_ATTACHMENT) -> bytes | None:
    size = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(file, None, 0, ctypes.byref(size)) or size.value > _LARGEST_FILE:
        return None
    held = ctypes.create_string_buffer(size.value)
    if not pdfium.FPDFAttachment_GetFile(file, held, size.value, ctypes.byref(size)):
        return None
    return held.raw[: size.value]


def decoded(raw: bytes) -> str:
    """Return text as PDFium gives it, with a zero at its end."""
    return raw.decode("utf-16-le", "replace").removesuffix("\0")
