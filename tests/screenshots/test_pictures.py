"""The pictures of README can be made again."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.checks.source import ROOT
from tests.screenshots.palette import with_palette


def test_a_picture_that_is_asked_for_by_name_is_made(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.screenshots",
        "--small",
        str(tmp_path),
        "results-zh-light-100",
        "settings-en-dark-150",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    pages = tmp_path / "results-zh-light-100.png"
    dialog = tmp_path / "settings-en-dark-150.png"
    assert sorted(tmp_path.iterdir()) == [pages, dialog]
    with Image.open(pages) as picture:
        assert picture.size == (1366, 768)
    with Image.open(dialog) as picture:
        assert picture.size[0] >= 660
    assert pages.stat().st_size < 150_000


def test_a_rare_colour_keeps_its_place_among_many_shades() -> None:
    picture = Image.new("RGB", (64, 64))
    shades = [(place % 256, place % 256, 40 + place % 7) for place in range(64 * 64)]
    picture.putdata([(179, 38, 30), *shades[1:]])
    result = with_palette(picture).convert("RGB")
    assert result.getpixel((0, 0)) == (179, 38, 30)
