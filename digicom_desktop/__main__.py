"""python -m digicom_desktop: the window, or a command without one."""

import sys

from digicom_desktop import cli
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder


def main() -> int:
    """Do what the command line asks for; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # None in a frozen program without a console; a Windows console may not be UTF-8.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = cli.parse(sys.argv[1:])
    if options.command is not None:
        return cli.run(options)
    try:
        from digicom_desktop.app import main as open_window
    except ImportError as error:
        if error.name is not None and not error.name.startswith("PySide6"):
            raise
        return _refuse(options.language, str(error))
    return open_window(options)


def _refuse(language: Language | None, detail: str) -> int:
    """Says which part of the system a window would need."""
    words = Library(resources_folder()).words(language or Language.ZH)
    sys.stderr.write(words.say("window.no_libraries", detail=detail) + "\n")
    return cli.PROBLEM


if __name__ == "__main__":
    sys.exit(main())
