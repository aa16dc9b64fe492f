"""Opens one window, prints when it was painted and stable, and closes it."""

import json
import sys
import time
from collections.abc import Callable

STARTED = float(sys.argv[3])
times: dict[str, float] = {}


def note(name: str) -> None:
    """Remember how many milliseconds after the start of the process ``name`` happened."""
    times.setdefault(name, (time.monotonic() - STARTED) * 1000)


def end_when_waiting(is_ready: Callable[[], bool]) -> None:
    """Note "stable" when nothing is left to do for a window that ``is_ready``, and end."""
    from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication

    def end() -> None:
        if "painted" in times and is_ready():
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

    application = QApplication([])
    window = Window()
    window.resize(1366, 768)
    window.show()
    end_when_waiting(lambda: True)
    application.exec()


def ours(folder: str) -> None:
    """The program, started by its own main function, and watched from where its loop begins."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow

    from digicom_desktop.__main__ import main

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                note("painted")
            return False

    watch = Watch()
    go_on = QApplication.exec

    def execute(application: QApplication) -> int:
        window = next(w for w in application.topLevelWidgets() if isinstance(w, QMainWindow))
        window.installEventFilter(watch)
        end_when_waiting(lambda: hasattr(window, "_workspace"))
        return go_on()

    QApplication.exec = execute  # type: ignore[assignment, method-assign]
    sys.argv[1:] = ["--data-dir", folder]
    main()


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
        ours(sys.argv[2])
    print(json.dumps({**times, "memory": memory()}))
