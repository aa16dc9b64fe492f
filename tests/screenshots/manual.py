"""python -m tests.screenshots.manual [NAME…]: takes the pictures of the manual anew.

After the texts of the window have been translated: ``python installer/translations.py``.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from tests.screenshots.__main__ import main as take

WHOLE = ("home", "item", "template", "import", "restore")
PAGES = ("company", "profile", "evidence", "review", "export", "exported", "checked")
"""Of these only the page is shown, without strip and rail."""
_SIZE = (1093, 614)
_PAGE = (249, 49, *_SIZE)
_SHORT = {Language.ZH: "zh", Language.EN: "en"}


def main(names: list[str]) -> int:
    """Take the pictures called ``names``, or all of them; the exit status."""
    wanted = [name for name in (*WHOLE, *PAGES) if not names or name in names]
    folder = resources_folder() / "manual" / "pictures"
    with TemporaryDirectory() as place:
        asked = [f"{name}-{short}-light-100" for name in wanted for short in _SHORT.values()]
        size = f"{_SIZE[0]}x{_SIZE[1]}"
        status = take([place, *asked, "--small", "--size", size, "--scale", "100"])
        for name in wanted:
            for language, short in _SHORT.items():
                picture = Image.open(Path(place) / f"{name}-{short}-light-100.png")
                shown = picture.crop(_PAGE) if name in PAGES else picture
                shown.save(folder / f"{name}-{language}.png", optimize=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
