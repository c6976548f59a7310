"""From bytes to characters, and the refusal of what holds no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from carveout.agreement.manuscript import NotReadableError

LARGEST = 50_000_000
"""Bytes beyond which a file is refused: pictures take most of one that large."""
LARGEST_TEXT = 25_000_000
"""Bytes of text beyond which a source is refused: five times the longest agreements, and 1 GB of memory to read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1252": "Windows-1252",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp949": "EUC-KR",
}
_EASTERN = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARATIONS = 8_000
"""Bytes within which a page declares its encoding."""
_CALLED = {
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932"), "cp932"),
    **dict.fromkeys(("euc-jp", "euc_jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950"), "big5"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949", "cp949"), "cp949"),
    **{f"windows-125{at}": f"cp125{at}" for at in (0, 1, 3, 4, 5, 6, 7, 8)},
    **{f"iso-8859-{at}": f"iso8859-{at}" for at in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8-r",
    "macintosh": "mac-roman",
}
"""How a page calls an encoding; what is left out is UTF-8 or read as Windows-1252, as browsers do."""
_HIGH = re.compile(rb"[\x80-\xff]+")
_BESIDE = re.compile(rb"[^\n]{0,200}[\x80-\xff][^\n]{0,200}")
_SAMPLE = 60_000
"""Bytes that show which language a text is in."""
_SIGNS = 24
"""Bytes beyond ASCII without which nothing tells one encoding from another."""
_RUN = 1.4
"""Bytes beyond ASCII in a row, on average, that Western letters and quotation marks don't reach."""
_MOSTLY = 10
"""Characters of UTF-8 for each byte that isn't, in a text that is UTF-8 all the same."""
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_LOOKED_AT = 1_000_000
"""Characters that show whether a file is junk."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a source, and the encoding that they were in by the name that a person knows."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Return the characters of a text or a web page, each byte kept.

    A byte order mark decides, then what a page declares of itself, then UTF-8 where the bytes are exactly that or
    nearly so, then what the bytes look like: UTF-16, an East Asian encoding, or else Windows-1252, with the five
    bytes that it leaves undefined kept as the control characters of the same number.
    Raises NotReadableError for what is empty, too large, or no text at all.
    """
    if len(content) > LARGEST_TEXT:
        raise NotReadableError("The file holds more than 25 MB of text: split off the agreement and open that.")
    decoded = _marked(content) or _utf_8(content) or _declared(content) or _unmarked_utf_16(content)
    decoded = decoded or _nearly_utf_8(content) or _eastern(content) or _western(content)
    _refuse_junk(decoded.text)
    return decoded


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            body = content[len(mark) :]
            if encoding == "utf-8":
                return _utf_8(body) or Decoded(body.decode("utf-8", "carveout.western"), _MIXED)
            return Decoded(body.decode(encoding, "carveout.western"), _NAMES[encoding])
    return None


def _utf_8(content: bytes) -> Decoded | None:
    """Read bytes that are exactly UTF-8: text in another encoding is so only by a chance that doesn't come."""
    if content[:2].count(0) == 1:
        return None
    try:
        return Decoded(content.decode("utf-8"), _NAMES["utf-8"])
    except UnicodeDecodeError:
        return None


def _declared(content: bytes) -> Decoded | None:
    match = _DECLARED.search(content, 0, _DECLARATIONS)
    encoding = _CALLED.get((match[1] or match[2]).decode("ascii", "replace").lower()) if match else None
    if encoding is None:
        return None
    try:
        return Decoded(content.decode(encoding), _NAMES.get(encoding) or codecs.lookup(encoding).name.upper())
    except UnicodeDecodeError:
        return None


def _unmarked_utf_16(content: bytes) -> Decoded | None:
    opening = content[:4096]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if opening[first::2].count(0) * 10 > len(opening) * 3 and opening[1 - first :: 2].count(0) * 20 < len(opening):
            try:
                return Decoded(content.decode(encoding), _NAMES[encoding])
            except UnicodeDecodeError:
                return None
    return None


def _nearly_utf_8(content: bytes) -> Decoded | None:
    """Read UTF-8 with a few bytes of Windows-1252 in it, as files patched together have."""
    kept = content.decode("utf-8", "ignore")
    beyond = len(kept) - kept.count("\0") - len(kept.encode("ascii", "ignore").replace(b"\0", b""))
    wrong = len(content) - len(kept.encode("utf-8"))
    if beyond < _MOSTLY * wrong:
        return None
    return Decoded(content.decode("utf-8", "carveout.western"), _MIXED)


def _eastern(content: bytes) -> Decoded | None:
    """Read an East Asian text, known by its bytes beyond ASCII that come in runs."""
    runs = [len(run) for run in _HIGH.findall(content, 0, 4 * _SAMPLE)]
    if sum(runs) < _SIGNS or sum(runs) < _RUN * len(runs):
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 (it costs as much as reading an agreement)

    sample = b"\n".join(_BESIDE.findall(content, 0, 4 * _SAMPLE))[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=["cp1252", *_EASTERN]).best()
    if best is None or best.encoding not in _EASTERN:
        return None
    try:
        return Decoded(content.decode(best.encoding), _NAMES[best.encoding])
    except UnicodeDecodeError:
        return None


@cache
def _every_western() -> str:
    """Return the 256 characters of Windows-1252, the undefined ones as the control characters of their number."""
    return "".join(_as_western(bytes([byte])) for byte in range(256))


def _as_western(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _western(content: bytes) -> Decoded:
    return Decoded(codecs.charmap_decode(content, "strict", _every_western())[0], _NAMES["cp1252"])


def _kept(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _western(error.object[error.start : error.end]).text, error.end


codecs.register_error("carveout.western", _kept)
_MIXED = "UTF-8 with some Windows-1252"


def _refuse_junk(text: str) -> None:
    if _WORD.search(text) is None:
        raise NotReadableError("The file is empty: it holds no words." if not text.strip() else _JUNK)
    looked_at = text[:_LOOKED_AT]
    encoded = looked_at.encode("utf-8", "surrogatepass")
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    controls += looked_at.count("\ufffe") + looked_at.count("\uffff")
    if controls > 32 and controls * 20 > len(looked_at):
        raise NotReadableError(_JUNK)


_JUNK = "The file holds no text that can be read: open the agreement as plain text."
