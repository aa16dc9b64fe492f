"""Turns a foreign picture into one for a page: upright, opaque, no larger than print needs."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

from digicom_desktop.documents.volume_objects import ObjectWriter
from digicom_desktop.documents.volume_source import MOST_PAGES, Prepared, Reason, Sheet

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
_PAGED = "TIFF"
"""The one kind whose pictures are pages; others hold moves or previews."""
_MOST_DOTS = 120_000_000
"""Width times height. The largest cameras of telephones make 108 million."""
_LONG, _SHORT = 2100, 1500
"""Dots of the longer and the shorter side: 200 a inch on A4 within its margins."""
_QUALITY = 88
_LOSSLESS_BYTES = 400_000
"""So much may a drawing or a screenshot take that is kept dot by dot."""


def prepare_image(path: Path, to: ObjectWriter) -> Prepared | None:
    """Write every page of the picture at ``path``; None for what is no picture.

    Raises whatever the decoder raises for a picture that is damaged.
    """
    Image.MAX_IMAGE_PIXELS = None  # counted here, for every frame
    heif = _with_heif()
    try:
        image = Image.open(path, formats=(*_FORMATS, *heif))
    except UnidentifiedImageError:
        return None
    with image:
        frames = getattr(image, "n_frames", 1) if image.format == _PAGED else 1
        if frames > MOST_PAGES:
            return Prepared(reason=Reason.LONG, pages=frames)
        if any(_dots(frame) > _MOST_DOTS for frame in _frames(image, frames)):
            return Prepared(reason=Reason.HUGE)
        return Prepared(tuple(_sheet(frame, to) for frame in _frames(image, frames)))


def _with_heif() -> tuple[str, ...]:
    """HEIF, where the library for the photos of telephones is there."""
    try:
        import pi_heif  # type: ignore[import-untyped]
    except ImportError:
        return ()
    pi_heif.register_heif_opener(thumbnails=False)
    return ("HEIF",)


def _frames(image: Image.Image, count: int) -> Iterator[Image.Image]:
    if count == 1:
        yield image
    else:
        yield from ImageSequence.Iterator(image)


def _dots(image: Image.Image) -> int:
    return image.width * image.height


def _sheet(image: Image.Image, to: ObjectWriter) -> Sheet:
    is_photo = image.format in ("JPEG", "MPO", "HEIF")
    if is_photo:
        image.draft("RGB" if image.mode != "L" else "L", (_LONG, _LONG))
    plain = _scaled(_opaque(_in_srgb(ImageOps.exif_transpose(image))))
    plain.info = {}  # where and with what a photo was taken is nobody's business
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d" % plain.size
    dictionary, data = _encoded(plain, is_photo=is_photo)
    return Sheet(to.write(b"%s %s" % (head, dictionary), data), *plain.size, is_picture=True)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The colours as a screen shows them, where the picture says which ones it means."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        # A profile that is damaged, or of other colours, says nothing.
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, meant, screen, outputMode="RGB")
            return found or image
    return image


def _opaque(image: Image.Image) -> Image.Image:
    """In grey or in red, green and blue, eight bits each, on white."""
    if image.has_transparency_data:
        over = image.convert("RGBA")
        white = Image.new("RGBA", over.size, "white")
        white.alpha_composite(over)
        return white.convert("RGB")
    if image.mode in ("1", "L", "RGB"):
        return image
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than eight bits: 16 as they are meant, measured values by their range."""
    wide = image.convert("F")
    low, high = 0.0, 65535.0
    if image.mode in ("I", "F"):
        low, high = (float(end) for end in wide.getextrema())  # type: ignore[arg-type]  # one band
        low, high = (
            (0.0, 65535.0) if image.mode == "I" and low >= 0 and high <= 65535 else (low, high)
        )
    scale = 255 / ((high - low) or 1)
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def _scaled(image: Image.Image) -> Image.Image:
    long, short = max(image.size), min(image.size)
    share = min(1.0, _LONG / long, _SHORT / short)
    if share == 1.0:
        return image
    size = tuple(max(1, round(side * share)) for side in image.size)
    grey = image.convert("L") if image.mode == "1" else image
    return grey.resize((size[0], size[1]), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, *, is_photo: bool) -> tuple[bytes, bytes]:
    """Entries of the dictionary and data; a drawing stays as it is where that is small."""
    if not is_photo:
        head, data = _lossless(image)
        if len(data) <= _LOSSLESS_BYTES:
            return head, data
    if image.mode == "1":
        image = image.convert("L")
    written = BytesIO()
    image.save(written, "JPEG", quality=_QUALITY, optimize=True)
    head = b"/ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode" % _space(image)
    return head, written.getvalue()


def _lossless(image: Image.Image) -> tuple[bytes, bytes]:
    """As a PNG compresses it: PDF takes the very same data."""
    written = BytesIO()
    image.save(written, "PNG")
    bits = 1 if image.mode == "1" else 8
    colours = 3 if image.mode == "RGB" else 1
    head = (
        b"/ColorSpace %s /BitsPerComponent %d /Filter /FlateDecode"
        b" /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>"
    ) % (_space(image), bits, colours, bits, image.width)
    return head, b"".join(_chunks(written.getvalue(), b"IDAT"))


def _chunks(png: bytes, wanted: bytes) -> Iterator[bytes]:
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        if png[place + 4 : place + 8] == wanted:
            yield png[place + 8 : place + 8 + length]
        place += length + 12


def _space(image: Image.Image) -> bytes:
    return b"/DeviceRGB" if image.mode == "RGB" else b"/DeviceGray"
