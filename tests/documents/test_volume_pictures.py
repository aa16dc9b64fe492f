import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from digicom_desktop.documents.foreign_child import prepare
from digicom_desktop.documents.volume_frame import paper_for, spot_of
from digicom_desktop.documents.volume_source import Prepared, Reason, Sheet
from tests.documents.volume_material import CORNER, image_bytes, picture, save_photo


def prepared(folder: Path, content: bytes) -> Prepared:
    (folder / "file").write_bytes(content)
    return prepare(folder / "file", folder / "objects", 1)


def drawn(folder: Path, content: bytes, n: int = 0) -> Image.Image:
    """The ``n``-th picture as it was written for the volume."""
    found = prepared(folder, content)
    assert found.reason is None
    data = (folder / "objects").read_bytes()
    ends = [*found.offsets[1:], len(data)]
    head, _, rest = data[found.offsets[n] : ends[n]].partition(b"stream\n")
    stream = rest[: rest.rindex(b"\nendstream")]
    sheet = found.sheets[n]
    if b"/DCTDecode" in head:
        image = Image.open(BytesIO(stream))
        image.load()
        return image
    mode = "RGB" if b"/DeviceRGB" in head else ("1" if b"/BitsPerComponent 1 " in head else "L")
    return _from_png_data(stream, mode, (int(sheet.width), int(sheet.height)))


def _from_png_data(data: bytes, mode: str, size: tuple[int, int]) -> Image.Image:
    """A picture from what a PNG holds; built by hand, as a reader of PDF would."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    depth, colour = {"RGB": (8, 2), "L": (8, 0), "1": (1, 0)}[mode]
    head = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + bytes((depth, colour, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    image = Image.open(BytesIO(png))
    image.load()
    return image


def is_near(found: object, colour: tuple[int, int, int], by: int = 12) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= by for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_stands_upright_however_the_telephone_was_held(
    tmp_path: Path, orientation: int
) -> None:
    save_photo(tmp_path / "photo.jpg", orientation)
    image = drawn(tmp_path, (tmp_path / "photo.jpg").read_bytes())
    assert image.width < image.height
    assert is_near(image.convert("RGB").getpixel((20, 20)), CORNER)


def test_a_large_photo_is_scaled_down_to_what_print_needs(tmp_path: Path) -> None:
    save_photo(tmp_path / "photo.jpg")
    image = drawn(tmp_path, (tmp_path / "photo.jpg").read_bytes())
    assert image.size == (1500, 2000)
    assert (tmp_path / "objects").stat().st_size < 700_000


def test_nothing_that_a_photo_says_besides_its_picture_goes_into_the_volume(
    tmp_path: Path,
) -> None:
    photo = picture((800, 600))
    exif = photo.getexif()
    exif[0x010F] = "SECRET MAKER"
    prepared(tmp_path, image_bytes(photo, "JPEG", exif=exif, comment=b"SECRET PLACE"))
    assert b"SECRET" not in (tmp_path / "objects").read_bytes()


def test_a_screenshot_is_kept_dot_by_dot(tmp_path: Path) -> None:
    screenshot = picture((1366, 768))
    image = drawn(tmp_path, image_bytes(screenshot, "PNG"))
    assert image.tobytes() == screenshot.tobytes()


@pytest.mark.parametrize(
    ("format", "mode"),
    [("BMP", "RGB"), ("GIF", "P"), ("PNG", "P"), ("PNG", "L"), ("PNG", "1"), ("WEBP", "RGB")],
)
def test_pictures_of_every_usual_kind_are_merged(tmp_path: Path, format: str, mode: str) -> None:
    options = {"lossless": True} if format == "WEBP" else {}
    image = drawn(tmp_path, image_bytes(picture((300, 200), mode), format, **options))
    assert image.size == (300, 200)
    corner, paper = (image.convert("L").getpixel(at) for at in ((5, 5), (290, 5)))
    assert isinstance(corner, int)
    assert isinstance(paper, int)
    assert corner < paper


def test_of_an_animation_the_first_picture_is_shown(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    animation = image_bytes(red, "GIF", save_all=True, append_images=[blue])
    found = prepared(tmp_path, animation)
    assert len(found.sheets) == 1
    assert drawn(tmp_path, animation).getpixel((30, 20)) == (255, 0, 0)


def test_every_page_of_a_scan_is_a_page(tmp_path: Path) -> None:
    pages = [picture((600, 800), "L"), picture((800, 600), "1"), picture((600, 800))]
    scan = image_bytes(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    found = prepared(tmp_path, scan)
    assert [(sheet.width, sheet.height) for sheet in found.sheets] == [
        (600, 800),
        (800, 600),
        (600, 800),
    ]
    assert [drawn(tmp_path, scan, n).mode for n in range(3)] == ["L", "1", "RGB"]


def test_a_picture_of_16_bits_keeps_its_greys(tmp_path: Path) -> None:
    grey = Image.new("I;16", (40, 30), 0x8000)
    found = drawn(tmp_path, image_bytes(grey, "PNG")).getpixel((3, 3))
    assert found in (127, 128)


def test_inks_of_print_become_the_colours_of_a_screen(tmp_path: Path) -> None:
    cyan = Image.new("CMYK", (90, 60), (255, 0, 0, 0))
    red, green, blue = drawn(tmp_path, image_bytes(cyan, "JPEG")).getpixel((3, 3))  # type: ignore[misc]
    assert red < 60 < 150 < min(green, blue)


def test_a_colour_profile_is_applied_and_one_that_is_nonsense_is_not(tmp_path: Path) -> None:
    image = Image.new("RGB", (50, 50), (100, 150, 200))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for said in (profile, b"nonsense", b"\0" * 200):
        found = drawn(tmp_path, image_bytes(image, "PNG", icc_profile=said)).getpixel((3, 3))
        assert is_near(found, (100, 150, 200), by=2)


def test_what_is_transparent_shows_the_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    image.putpixel((10, 10), (200, 0, 0, 255))
    found = drawn(tmp_path, image_bytes(image, "PNG"))
    assert found.getpixel((30, 30)) == (255, 255, 255)
    assert found.getpixel((10, 10)) == (200, 0, 0)


def test_a_picture_that_unpacks_to_too_many_dots_is_refused_before_it_is_unpacked(
    tmp_path: Path,
) -> None:
    bomb = image_bytes(Image.new("1", (30_000, 30_000)), "PNG")
    assert len(bomb) < 1_000_000
    assert prepared(tmp_path, bomb).reason is Reason.HUGE


def test_a_bomb_behind_a_small_first_page_is_found(tmp_path: Path) -> None:
    pages = [Image.new("1", (20, 20)), Image.new("1", (20_000, 20_000))]
    scan = image_bytes(
        pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4"
    )
    assert prepared(tmp_path, scan).reason is Reason.HUGE


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP"])
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.9])
def test_a_picture_that_was_cut_off_is_called_damaged(
    tmp_path: Path, format: str, kept: float
) -> None:
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    whole = image_bytes(noise, format)
    assert prepared(tmp_path, whole[: int(len(whole) * kept)]).reason is Reason.DAMAGED


def test_other_files_say_what_they_are(tmp_path: Path) -> None:
    contents = {
        b"PK\x03\x04" + bytes(99): Reason.OFFICE,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99): Reason.OFFICE,
        b"\0\0\0\x18ftypheic" + bytes(99): Reason.HEIC,
        "说明".encode(): Reason.KIND,
        b"": Reason.KIND,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>": Reason.KIND,
    }
    assert {content: prepared(tmp_path, content).reason for content in contents} == contents


def test_a_picture_fits_its_page_and_a_tiny_one_stays_small() -> None:
    for width, height in ((3000, 4000), (4000, 3000), (10, 9000), (120, 90)):
        sheet = Sheet(1, width, height, is_picture=True)
        paper = paper_for(sheet)
        spot = spot_of(sheet, paper)
        assert paper.left <= spot.x + 0.01
        assert spot.x + spot.width <= paper.right + 0.01
        assert spot.y > 54
        assert spot.y + spot.height < paper.height - 49
        assert abs(spot.width / spot.height - width / height) < 0.01 * width / height
    tiny = Sheet(1, 120, 90, is_picture=True)
    spot = spot_of(tiny, paper_for(tiny))
    assert (spot.width, spot.height) == (90, 67.5)
