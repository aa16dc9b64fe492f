"""python -m digicom_desktop: the window, or a command without one."""

import sys

from digicom_desktop import cli


def main() -> int:
    """Do what the command line asks for; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # None in a frozen program without a console; a Windows console may not be UTF-8.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = cli.parse(sys.argv[1:])
    if options.command is not None:
        return cli.run(options)
    from digicom_desktop.app import main as open_window

    return open_window(options)


if __name__ == "__main__":
    sys.exit(main())
