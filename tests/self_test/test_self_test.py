"""The self-test passes where the program works, and says what is wrong where it does not."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.self_test.steps import Step, Steps, expect

ROOT = Path(__file__).resolve().parents[2]
WORDS = Library(resources_folder()).words(Language.EN)


def self_test(*options: str) -> subprocess.CompletedProcess[str]:
    """Runs it in a process of its own, as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "digicom_desktop", "--self-test", *options],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )


def test_the_program_passes_its_own_test(own_home: Path) -> None:
    done = self_test()
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1].startswith("自检通过")
    assert all("毫秒" in line for line in lines[:-1])
    assert done.stderr == ""
    assert list(own_home.iterdir()) == []  # the person's own data is somewhere else


def test_it_speaks_english_and_json() -> None:
    done = self_test("--language", "en", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    assert said["passed"]
    steps = {step["id"] for step in said["steps"]}
    assert {"window", "fill_in", "reopen", "volume", "bring_in", "check", "offline"} <= steps


def _nothing() -> None:
    pass


def _refuse() -> None:
    raise DigicomError("self_test.not_so", what="icon 16")


def _break() -> None:
    raise KeyError("what somebody typed")


@pytest.mark.parametrize(
    ("do", "problem"),
    [
        (_refuse, "Not as it should be (icon 16)"),
        (_break, "The program failed: KeyError test_self_"),
    ],
)
def test_the_first_step_that_fails_is_the_last_one(do: object, problem: str) -> None:
    assert callable(do)
    told: list[Step] = []
    steps = Steps(WORDS, told.append)
    for step in (_nothing, do, _nothing):
        steps.run("look", step)
    assert steps.has_failed
    assert [bool(step.problem) for step in told] == [False, True]
    assert problem in told[1].problem
    assert "typed" not in told[1].problem


def test_an_expectation_names_what_is_not_so() -> None:
    expect(True, "sun")
    with pytest.raises(DigicomError, match="moon"):
        expect(False, "moon")


def test_every_step_has_its_words() -> None:
    text = (ROOT / "digicom_desktop" / "self_test" / "run.py").read_text(encoding="utf-8")
    ids = set(re.findall(r'steps\.run\(\s*"(\w+)"', text))
    assert len(ids) > 10
    assert {f"self_test.step.{id}" for id in ids} <= WORDS.sentences.keys()


NETWORK = """
import socket
from digicom_desktop.errors import DigicomError
from digicom_desktop.self_test.network import NetworkWatch
watch = NetworkWatch()
watch.require_silence()
with socket.socket({family}) as endpoint:
    endpoint.bind({address})
try:
    watch.require_silence()
except DigicomError as error:
    print(error.values["what"])
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no local sockets of this kind")
@pytest.mark.parametrize(
    ("family", "address", "noticed"),
    [
        ("socket.AF_INET", '("127.0.0.1", 0)', "socket.bind"),
        ("socket.AF_UNIX", "{folder!r} + '/s'", ""),
    ],
)
def test_what_speaks_to_a_network_is_noticed(
    tmp_path: Path, family: str, address: str, noticed: str
) -> None:
    code = NETWORK.format(family=family, address=address.format(folder=str(tmp_path)))
    environment = {name: os.environ[name] for name in os.environ if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == noticed
