"""The application's icon in every size that a desktop asks for, and a document's: drawn from the SVGs by Qt.

    python packaging/icons.py FOLDER

Writes NAME-SIZE.png for both, carveout.ico for Windows and carveout.icns for macOS.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
NAMES = {"carveout": "carveout", "application-x-carveout": "matter"}
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def drawn(name: str, size: int) -> bytes:
    """Return an icon as a PNG of `size` pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / f"{name}.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 takes a format's name as str
    return bytes(buffer.data().data())


def ico(name: str) -> bytes:
    """Return an icon for Windows: a directory of PNGs."""
    pictures = [drawn(name, size) for size in _ICO]
    begins, entries = 6 + 16 * len(_ICO), b""
    for size, picture in zip(_ICO, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), begins)
        begins += len(picture)
    return struct.pack("<HHH", 0, 1, len(_ICO)) + entries + b"".join(pictures)


def icns(name: str) -> bytes:
    """Return an icon for macOS: PNGs, each under the four letters of its size."""
    entries = b""
    for kind, size in _ICNS.items():
        picture = drawn(name, size)
        entries += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


def main() -> int:
    """Write the icons into the folder named first."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(sys.argv[:1])
    for name, drawing in NAMES.items():
        for size in SIZES:
            (folder / f"{name}-{size}.png").write_bytes(drawn(drawing, size))
    for name in ("carveout", "matter"):
        (folder / f"{name}.ico").write_bytes(ico(name))
        (folder / f"{name}.icns").write_bytes(icns(name))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
