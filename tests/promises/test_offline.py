"""The program speaks to nobody: a whole journey where there is no network, watched from outside."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.promises.stage import ROOT

WATCH = """
import json, subprocess, sys
from pathlib import Path
done = subprocess.run(sys.argv[1:], capture_output=True, encoding="utf-8")
net = Path("/proc/self/net")
print(json.dumps({
    "status": done.returncode, "said": done.stdout, "problem": done.stderr,
    **{name: (net / name).read_text() for name in ("dev", "snmp", "snmp6")},
}))
"""
"""Runs a command in its own network, and prints what that network has seen."""

LISTEN = """
import os, sys
log = os.open(os.environ["SOCKETS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
os.write(log, b"begun\\n")
def hear(event, arguments):
    if event == "socket.__new__":
        os.write(log, b"family %d\\n" % arguments[1])
sys.addaudithook(hear)
"""
"""As sitecustomize it writes down every socket that a Python makes, and every Python."""

ASK = """
import socket
for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET, "127.0.0.1")):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(family, kind) as endpoint:
            try:
                endpoint.connect((address, 9))
            except OSError:
                pass
"""
# What a network that nobody speaks to never counts.
_COUNTED = {
    "Ip": ("InReceives", "OutRequests", "OutNoRoutes"),
    "Icmp": ("InMsgs", "OutMsgs"),
    "Tcp": ("ActiveOpens", "PassiveOpens", "InSegs", "OutSegs"),
    "Udp": ("InDatagrams", "NoPorts", "OutDatagrams"),
}
_COUNTED_6 = ("Ip6InReceives", "Ip6OutRequests", "Ip6OutNoRoutes", "Udp6OutDatagrams")


def namespace() -> list[str]:
    """How a command is started in a network of its own, without any interface that is up."""
    for flags in ("-rn", "-n"):
        command = ["unshare", flags]
        if shutil.which("unshare") and subprocess.run([*command, "true"]).returncode == 0:
            return command
    pytest.skip("no network of one's own can be made here")


def watched(folder: Path, *command: str) -> tuple[dict[str, Any], list[str]]:
    """What became of ``command`` in a network without interfaces, and the sockets it made."""
    (folder / "sitecustomize.py").write_text(LISTEN, encoding="utf-8")
    sockets = folder / "sockets"
    environment = os.environ | {"PYTHONPATH": str(folder), "SOCKETS": str(sockets)}  # no OFFLINE
    done = subprocess.run(
        [*namespace(), sys.executable, "-I", "-c", WATCH, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=True,
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen, sockets.read_text(encoding="ascii").splitlines()


def counted(seen: dict[str, Any]) -> int:
    """How often anybody tried to send something, or something came."""
    lines = [line.split() for line in seen["snmp"].splitlines()]
    found = 0
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        by_name = dict(zip(names[1:], map(int, values[1:]), strict=True))
        found += sum(by_name[name] for name in _COUNTED.get(names[0].rstrip(":"), ()))
    six = dict(line.split() for line in seen["snmp6"].splitlines())
    return found + sum(int(six[name]) for name in _COUNTED_6)


def interfaces(seen: dict[str, Any]) -> set[str]:
    return {line.partition(":")[0].strip() for line in seen["dev"].splitlines()[2:]}


@pytest.mark.skipif(sys.platform != "linux", reason="networks of one's own are Linux'")
def test_a_whole_journey_without_any_network_works_and_asks_for_none(tmp_path: Path) -> None:
    """Window, saving, evidence, all four exports, bringing in and checking: the self-test."""
    program = [sys.executable, "-m", "digicom_desktop", "--self-test", "--json"]
    seen, sockets = watched(tmp_path, *program)
    assert seen["status"] == 0, seen["said"] + seen["problem"]
    said = json.loads(seen["said"])
    assert said["passed"]
    assert {"window", "fill_in", "package", "volume", "bring_in", "check"} <= {
        step["id"] for step in said["steps"]
    }
    assert interfaces(seen) == {"lo"}
    assert counted(seen) == 0
    assert sockets.count("begun") >= 2, "the process for files of others was heard, too"
    assert set(sockets) <= {"begun", "family 1"}


@pytest.mark.skipif(sys.platform != "linux", reason="networks of one's own are Linux'")
def test_whoever_asks_for_a_network_there_is_seen(tmp_path: Path) -> None:
    seen, sockets = watched(tmp_path, sys.executable, "-c", ASK)
    assert seen["status"] == 0, seen["problem"]
    assert counted(seen) >= 2
    assert sockets.count("family 2") == 4
