"""Small pictures of evidence, made beside the window and kept in memory."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap, QPixmapCache

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.errors import DigicomError
from digicom_desktop.long_paths import plain
from digicom_desktop.program_files import real_suffix

_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"})
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"bmp", b"gif", b"webp"})
"""What is inside counts, not the name: others, such as SVG, may ask for files elsewhere."""
_MOST_PIXELS = 60_000_000
"""More than any telephone takes; a picture that claims more is most likely a trap."""
_MOST_MEGABYTES = 256
"""What Qt may allocate for one picture: 60 million pixels of four bytes."""


class Thumbnails(QObject):
    """``made`` tells the hash of a file whose picture is there now.

    Without a parent, as ``EvidenceCopying``: a picture may be made after its page has gone.
    """

    made = Signal(str)
    _read = Signal(str, object)

    def __init__(self, path_of: Callable[[str], Path], size: int) -> None:
        """``path_of`` knows where the file of a hash lies; ``size``: pixels of a side."""
        super().__init__()
        self._path_of = path_of
        self._size = size
        self._asked: set[str] = set()
        self._pool = ThreadPoolExecutor(1, "thumbnails")
        self._read.connect(self._on_read)

    def picture(self, file: EvidenceFile) -> QPixmap | None:
        """The picture of ``file`` if there is one by now; else it is made, if one can be."""
        found = QPixmap()
        if QPixmapCache.find(self._key(file.sha256), found):
            return found
        if real_suffix(file.name) in _SUFFIXES and file.sha256 not in self._asked:
            self._asked.add(file.sha256)
            self._pool.submit(self._make, file.sha256)
        return None

    def _make(self, sha256: str) -> None:
        try:
            path = self._path_of(sha256)
        except DigicomError:  # the check says which files have gone
            return
        picture = small_picture(path, self._size)
        if picture is not None:
            self._read.emit(sha256, picture)

    def _on_read(self, sha256: str, picture: QImage) -> None:
        QPixmapCache.insert(self._key(sha256), QPixmap.fromImage(picture))
        self.made.emit(sha256)

    def _key(self, sha256: str) -> str:
        return f"evidence {sha256} {self._size}"


def small_picture(path: Path, size: int) -> QImage | None:
    """The middle of the picture at ``path``, upright, as a square; None if that is unwise."""
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(str(plain(path)))  # Qt has its own way to long ones
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if reader.format().data() not in _FORMATS or not _is_sensible(whole):
        return None
    # JPEG is decoded at a fraction of its size, and so in a fraction of the time.
    reader.setScaledSize(_covering(whole, size))
    picture = reader.read()
    if picture.isNull():
        return None
    left, top = (picture.width() - size) // 2, (picture.height() - size) // 2
    return picture.copy(max(0, left), max(0, top), size, size)


def _covering(whole: QSize, size: int) -> QSize:
    aspect = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = whole.scaled(QSize(size, size), aspect)
    # A banner of 10,000 by 1 would be scaled up to far more pixels than it has.
    return scaled if scaled.width() * scaled.height() <= 400 * size * size else QSize(size, size)


def _is_sensible(whole: QSize) -> bool:
    return whole.isValid() and 0 < whole.width() * whole.height() <= _MOST_PIXELS
