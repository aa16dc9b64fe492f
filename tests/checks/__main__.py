"""All checks and tests, in order: python -m tests.checks [ARGUMENTS FOR PYTEST ALONE]."""

import subprocess
import sys
import time
from collections.abc import Sequence

from tests.checks.source import ROOT

PYTHON = [sys.executable, "-m"]
PYTEST = [*PYTHON, "pytest"]
LINT_IMPORTS = [
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command as lint; lint()",
]
STEPS: Sequence[tuple[str, Sequence[str]]] = (
    ("format", [*PYTHON, "ruff", "format", "--check"]),
    ("lint", [*PYTHON, "ruff", "check"]),
    ("types", [*PYTHON, "mypy"]),
    ("arrows", [*LINT_IMPORTS, "--no-logo"]),
    ("translations", [*PYTHON, "tests.checks.translations"]),
    ("torture", [*PYTHON, "tests.torture"]),
    ("tests", [*PYTEST, "--numprocesses=2", "--dist=loadgroup"]),
)


def main(arguments: Sequence[str]) -> int:
    """Everything is run, so that one failure does not hide the next; 1 if anything failed."""
    if arguments:
        return _run([*PYTEST, *arguments])
    failed = []
    for name, command in STEPS:
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        status = _run(command)
        print(f"== {name}: {'FAILED' if status else 'good'}, {time.monotonic() - began:.0f} s")
        if status:
            failed.append(name)
    print(f"\nFAILED: {', '.join(failed)}" if failed else "\nAll is good.", flush=True)
    return 1 if failed else 0


def _run(command: Sequence[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
