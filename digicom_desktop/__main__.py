"""python -m digicom_desktop: the window, or a command without one."""

import gc
import sys
from pathlib import Path

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError

_OPENED = (".digicom", ".digicom-all", ".xlsx")
"""Files that a double click opens."""


def main() -> int:
    """Do what the command line asks for; the exit status."""
    if getattr(sys, "frozen", False):
        # In a frozen program a child process begins here, too.
        from multiprocessing import freeze_support

        freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # None in a frozen program without a console; a Windows console may not be UTF-8.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    window = _window_options(sys.argv[1:])
    return _open_window(*window) if window is not None else _do_command()


def _do_command() -> int:
    from digicom_desktop import cli

    try:
        options = cli.parse(sys.argv[1:])
    except (SystemExit, AttributeError):
        if sys.stderr is not None:
            raise
        # The program with a window of Windows: whoever dropped a file on it sees no complaint.
        return _refuse_window(None, DigicomError("window.arguments"))
    if options.command is not None:
        return cli.run(options)
    if options.self_test:
        return _try_all(options.language, as_json=options.json)
    return _open_window(options.data_dir, options.language)


def _window_options(
    arguments: list[str],
) -> tuple[Path | None, Language | None, Path | None] | None:
    """Folder, language and file of a window, None where the whole line must be understood.

    The window is there sooner without the command line's own libraries.
    """
    folder: Path | None = None
    language: Language | None = None
    file: Path | None = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data-dir" and (value := next(rest, "")).strip():
            folder = Path(value)
        elif argument == "--language" and (value := next(rest, "")) in set(Language):
            language = Language(value)
        elif file is None and argument.lower().endswith(_OPENED) and argument[0] != "-":
            file = Path(argument)
        else:
            return None
    return folder, language, file


def _try_all(language: Language | None, *, as_json: bool) -> int:
    try:
        from digicom_desktop.self_test.run import main as try_all
    except ImportError as error:
        _refuse(language, _missing_part(error))
        return 1
    return try_all(language or Language.ZH, as_json=as_json)


def _open_window(data_dir: Path | None, language: Language | None, file: Path | None = None) -> int:
    # Nothing that the start makes is garbage; looking for some would only delay the first paint.
    # ``app`` goes on collecting once the window is there.
    gc.disable()
    try:
        from digicom_desktop.app import main as open_window
    except ImportError as error:
        return _refuse_window(language, _missing_part(error))
    try:
        return open_window(data_dir, language, file)
    except DigicomError as error:
        return _refuse_window(language, error)


def _refuse_window(language: Language | None, error: DigicomError) -> int:
    from digicom_desktop.installation import tell_desktop

    tell_desktop(_refuse(language, error))
    return 1


def _missing_part(error: ImportError) -> DigicomError:
    """Which part of the system is missing; any other failure is a mistake of ours."""
    name = error.name or ""
    # What loads a library in a frozen program has other names for it.
    is_library = not isinstance(error, ModuleNotFoundError) and "digicom_desktop" not in name
    if not is_library and not name.startswith("PySide6"):
        raise error
    from digicom_desktop.installation import missing_packages

    if missing := missing_packages():
        return DigicomError("window.missing_packages", packages=" ".join(missing))
    return DigicomError("window.no_libraries", detail=str(error))


def _refuse(language: Language | None, error: DigicomError) -> str:
    """Says why there is no window; the sentence."""
    from digicom_desktop.library import Library
    from digicom_desktop.paths import resources_folder

    sentence = Library(resources_folder()).words(language or Language.ZH).error(error)
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return sentence


if __name__ == "__main__":
    sys.exit(main())
