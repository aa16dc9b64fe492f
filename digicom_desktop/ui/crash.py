"""What is shown when the program itself is wrong: a sentence, and a log to save."""

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QApplication

from digicom_desktop import __version__
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import Question
from digicom_desktop.ui.file_dialogs import ask_where_to_save


def tell_of_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An exception hook: tells the person once at a time, and goes on."""
    traceback.print_exception(kind, error, trace)
    if issubclass(kind, Exception) and not any(
        isinstance(window, CrashQuestion) for window in QApplication.topLevelWidgets()
    ):
        log = crash_log(error)
        if CrashQuestion().ask() == 1:
            _save(log)


class CrashQuestion(Question):
    """Says that the program, not the person, made a mistake."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Crash", "The program made a mistake"),
            QCoreApplication.translate(
                "Crash",
                "Something went wrong in the program, not in what you entered. What was saved is "
                "safe. You can go on; if it happens again, please close the program and send the "
                "log to whoever gave you the program. The log holds nothing of what you entered.",
            ),
            (
                (QCoreApplication.translate("Crash", "Go on"), Kind.PRIMARY),
                (QCoreApplication.translate("Crash", "Save the log…"), Kind.SECONDARY),
            ),
        )


def _save(log: str) -> None:
    title = QCoreApplication.translate("Crash", "Save the log")
    chosen = ask_where_to_save(None, title, "digicom-desktop-log.txt", "TXT (*.txt)")
    if chosen is None:
        return
    try:
        write_bytes(chosen, log.encode())
    except DigicomError as error:
        traceback.print_exception(error)


def crash_log(error: BaseException) -> str:
    """What a developer needs: versions, and where it happened.

    Neither messages of exceptions nor whole paths, because both may hold a person's texts.
    """
    head = f"DigiCom Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([head, platform.platform(), *_places(error), ""])


def _places(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield type(error).__name__ + (f" {error.id}" if isinstance(error, DigicomError) else "")
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__
