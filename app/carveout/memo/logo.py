"""The firm's logo: a picture from anywhere, made over into one of our own before the typesetting sees it."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

_KINDS = ("PNG", "JPEG")
_LONGEST_FILE = 5_000_000
_MOST_PIXELS = 25_000_000
_WIDEST, _TALLEST = 1200, 480
"""Pixels that are kept: five for each point that the logo may take on the page."""


class LogoError(Exception):
    """A logo can't be used. Its text is one sentence for a person: what happened, and what to do."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture without transparency, profile, comment or anything else that came with its file.

    `pixels` are three bytes each, red, green and blue, line by line from the top.
    """

    width: int
    height: int
    pixels: bytes


def logo_of(path: Path) -> bytes:
    """Return the bytes of a picture file that can be used. Raises LogoError."""
    try:
        with path.open("rb") as file:
            return logo_from(file, f"The logo “{path.name}”")
    except OSError as error:
        raise LogoError(f"The logo “{path.name}” can't be read; choose another picture.") from error


def logo_from(file: IO[bytes], called: str = "The logo") -> bytes:
    """Return the bytes of a picture that can be used, from an open file. Raises LogoError, and OSError."""
    data = file.read(_LONGEST_FILE + 1)
    try:
        made_over(data)
    except LogoError as error:
        raise LogoError(f"{called} can't be used: {error}") from error
    return data


def made_over(data: bytes) -> Logo:
    """Decode a PNG or JPEG and lay it on white, no larger than the page needs. Raises LogoError."""
    from PIL import Image  # noqa: PLC0415  (slow, and few memos have a logo)

    if len(data) > _LONGEST_FILE:
        raise LogoError("it is larger than 5 MB; choose a smaller picture.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_KINDS) as opened:
                pixels = opened.width * opened.height
                picture = opened.convert("RGBA") if pixels <= _MOST_PIXELS else None
    except Exception as error:  # whatever a broken picture makes the decoder raise
        raise LogoError("it is no PNG or JPEG that can be decoded; choose another picture.") from error
    if picture is None:
        raise LogoError("it has too many pixels; choose a smaller picture.")
    white = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(white, picture).convert("RGB")
    flat.thumbnail((_WIDEST, _TALLEST))
    return Logo(flat.width, flat.height, flat.tobytes())
