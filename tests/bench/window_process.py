"""Opens one window, prints when it was painted and stable, and closes it."""

import json
import sys
import time
from pathlib import Path

STARTED = float(sys.argv[3])
times: dict[str, float] = {}


def note(name: str) -> None:
    """Remember how many milliseconds after the start of the process ``name`` happened."""
    times.setdefault(name, (time.monotonic() - STARTED) * 1000)


def note_when_waiting() -> None:
    """Note "stable" when there is nothing left to do, and end."""
    from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication

    def end() -> None:
        note("stable")
        QCoreApplication.exit(0)

    QAbstractEventDispatcher.instance().aboutToBlock.connect(end)


def bare() -> None:
    """What PySide6 itself takes."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            note("painted")
            note_when_waiting()

    application = QApplication([])
    window = Window()
    window.resize(1366, 768)
    window.show()
    application.exec()


def ours(folder: Path) -> None:
    """The program as it is started."""
    from digicom_desktop import app
    from digicom_desktop.ui.main_window import MainWindow

    class Program(app.Program):
        def make_window(self) -> MainWindow:
            window = super().make_window()
            window.painted.connect(lambda: note("painted"))
            return window

        def open_workspace(self, folder: Path) -> None:
            super().open_workspace(folder)
            note_when_waiting()

    app.Program = Program  # type: ignore[misc]
    app.main(folder, None)


def memory() -> float:
    """The most memory this process had, in MB; not known on Windows."""
    try:
        import resource
    except ImportError:
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(Path(sys.argv[2]))
    print(json.dumps({**times, "memory": memory()}))
