"""The reading of a document as bytes: its record as JSON in UTF-8, sealed by SHA-256 and compressed."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING

from carveout.agreement.record import from_record, to_record

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

LARGEST = 1 << 30
"""Bytes that a compressed reading may grow to. A mailed file may hold a bomb."""


def packed(reading: Reading) -> tuple[bytes, str]:
    """Return the compressed record of the reading, and the SHA-256 of the record before it was compressed."""
    record = json.dumps(to_record(reading), ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    return zlib.compress(record), hashlib.sha256(record).hexdigest()


def unpacked(compressed: bytes, sha256: str) -> Reading:
    """Return the reading. Raises ValueError where the record isn't the one that was sealed."""
    inflating = zlib.decompressobj()
    try:
        record = inflating.decompress(compressed, LARGEST)
    except zlib.error as error:
        raise ValueError("The reading can't be decompressed.") from error
    if not inflating.eof or hashlib.sha256(record).hexdigest() != sha256:
        raise ValueError("The reading is not the one that was sealed.")
    return from_record(json.loads(record.decode(errors="surrogatepass")))
