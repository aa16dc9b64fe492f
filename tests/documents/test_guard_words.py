import re
import tomllib
from pathlib import Path

import digicom_desktop.documents
from digicom_desktop.paths import resources_folder
from tests.hostile.corpus import CORPUS

# What no file alone can be: not there, a folder, forbidden.
_OF_PLACES = {"guard.missing", "guard.folder", "guard.unreadable"}


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    folder = Path(next(iter(digicom_desktop.documents.__path__)))
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    raised = set(re.findall(r'"(guard\.[a-z_]+)"', source))
    text = (resources_folder() / "words" / "guard.toml").read_text(encoding="utf-8")
    assert raised == {f"guard.{name}" for name in tomllib.loads(text)["guard"]}


def test_every_refusal_has_a_hostile_file_that_gets_it() -> None:
    text = (resources_folder() / "words" / "guard.toml").read_text(encoding="utf-8")
    there = {f"guard.{name}" for name in tomllib.loads(text)["guard"]} - _OF_PLACES
    assert there <= {case.expected for case in CORPUS.values()}
