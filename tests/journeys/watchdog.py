"""Watches the event loop: a journey fails on anything that keeps it from going round for 100 ms."""

import faulthandler
import math
import os
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer

LIMIT = 0.1
"""Seconds of the GUI thread's own time on the processor: what others took does not count.

Where more wants to run than there are processors, the caches are shared too and every second is
worth less: the limit grows with the load, to at most twice as much.
"""
SLEEP_LIMIT = 1.0
"""Seconds by the clock, for a call that waits instead of computing; a busy machine has its share
in these, so they are many."""
_EVERY = 0.004
_NO_BEAT = -1
_ROOT = Path(__file__).resolve().parents[2]
_TESTS = str(_ROOT / "tests")
_WINDOW = tuple(str(_ROOT / "digicom_desktop" / name) for name in ("ui", "app.py"))
_FRAME = re.compile(r'  File "(.*)", (line \d+ in .*)')
Frames = tuple[tuple[str, str], ...]
"""File, and line with function, of each frame; the innermost first."""


@dataclass
class Block:
    """A call that kept the loop waiting; ``stacks`` are those that were seen, with their counts."""

    seconds: float
    stacks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        stack = self.stacks.most_common(1)[0][0] if self.stacks else "(nothing was seen)\n"
        return f"The event loop stood still for {self.seconds * 1000:.0f} ms in\n{stack}"


class Watchdog:
    """Looks at the GUI thread every 4 ms, from a thread of its own.

    A heartbeat in the loop tells when that has gone round. Between two beats the time counts as
    long as the thread stays in one call that a test makes into Qt or the window, whatever that
    calls in turn; so a test lets the loop go round after each step. What a test computes itself,
    with pypdf or by comparing, keeps nobody waiting.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._gui = threading.get_ident()
        self._beats = 0
        self._last_beat, self._longest = _processor(self._gui), 0.0
        self._paused = False
        self._over = threading.Event()
        self._heart = QTimer(interval=5)
        self._heart.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begins to watch."""
        self._heart.start()
        self._thread.start()

    def stop(self) -> None:
        """Ends; ``blocks`` is complete then."""
        self._over.set()
        self._thread.join()
        self._heart.stop()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Looks away while something goes on that is no answer to a person."""
        self._paused = True
        try:
            yield
        finally:
            self._paused = False

    def _beat(self) -> None:
        now = _processor(self._gui)
        self._longest = max(self._longest, now - self._last_beat)
        self._last_beat = now
        self._beats += 1

    def _pulse(self, used: float) -> tuple[int, float]:
        """How many beats there were, and the most time used between two since the last look."""
        longest, self._longest = max(self._longest, used - self._last_beat), 0.0
        return self._beats, longest

    def _watch(self) -> None:
        watch = _Watch(self._gui)
        while not self._over.wait(_EVERY):
            self._keep(watch.look(self._pulse))
        self._keep(watch.look(lambda _: (_NO_BEAT, math.inf)))  # what goes on has come to its end
        watch.close()

    def _keep(self, block: Block | None) -> None:
        if block is not None and not self._paused and block.seconds > LIMIT * _crowding():
            self.blocks.append(block)


class _Watch:
    """What was seen of the call that the GUI thread is in; times in seconds."""

    def __init__(self, thread: int) -> None:
        self._thread = thread
        self._call: Frames = ()
        self._reader = _Reader(thread)
        self._beats = _NO_BEAT
        self._used = self._began_used = _processor(thread)
        self._began = time.monotonic()
        self._stacks: Counter[str] = Counter()

    def look(self, pulse: Callable[[float], tuple[int, float]]) -> Block | None:
        """Looks once; the block that has just come to its end, if it was one."""
        frames = self._reader.frames()
        used, now = _processor(self._thread), time.monotonic()
        beats, longest = pulse(used)
        call = _call(frames)
        # A call into C may hold the interpreter, so that nobody looks while it lasts. It is known
        # by what it used since the last look, if the loop has not gone round all the same while
        # this thread had no processor.
        unseen = used - self._used
        unseen = unseen if beats == self._beats else min(unseen, longest)
        last, self._used = self._used, used
        if call and call == self._call and beats == self._beats:
            self._stacks[_stack(frames)] += 1
            return None
        block = None
        if unseen > LIMIT and (call or self._call):
            stacks = self._stacks or Counter([_stack(frames)])
            block = Block(unseen, stacks)
        elif self._call:
            block = self._ended(last - self._began_used, now - self._began)
        self._call, self._beats = call, beats
        self._began, self._began_used = now, used
        self._stacks = Counter([_stack(frames)] if call else [])
        return block

    def close(self) -> None:
        """Gives back what it holds."""
        self._reader.close()

    def _ended(self, used: float, passed: float) -> Block | None:
        if used > LIMIT:
            return Block(used, self._stacks)
        return Block(passed, self._stacks) if passed > SLEEP_LIMIT else None


def _crowding() -> float:
    """How many want to run for each processor, 1 to 2."""
    if not hasattr(os, "getloadavg"):
        return 1.0
    return min(2.0, max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)))


def _processor(thread: int) -> float:
    """How long ``thread`` has had a processor; by the clock where nobody counts that."""
    if hasattr(time, "pthread_getcpuclockid"):
        return time.clock_gettime(time.pthread_getcpuclockid(thread))
    return time.monotonic()


def _call(frames: Frames) -> Frames:
    """What the GUI thread does for a person: a call that a test makes, and whence; else nothing."""
    mine = next((place for place, (file, _) in enumerate(frames) if file.startswith(_TESTS)), None)
    if mine is None:
        return ()
    # Qt itself has no frames: it works for whoever called it last.
    may_be_qt = mine == 0 or "pytestqt" in frames[0][0]
    sees_window = any(file.startswith(_WINDOW) for file, _ in frames[:mine])
    return frames[mine:] if sees_window or may_be_qt else ()


def _stack(frames: Frames) -> str:
    """The frames of ours, as a traceback shows them."""
    ours = [f"{file}:{line}" for file, line in frames if file.startswith(str(_ROOT))]
    return "".join(f"  {place.removeprefix(str(_ROOT) + '/')}\n" for place in reversed(ours))


class _Reader:
    """Reads the stack of another thread without holding any of its frames.

    A frame that is held keeps what stands in it alive, such as a painter whose widget is gone.
    """

    def __init__(self, thread: int) -> None:
        self._head = f"Thread 0x{thread:016x} (most recent call first):\n"
        self._out, self._in = os.pipe()

    def frames(self) -> Frames:
        """Files and lines with functions, the innermost first."""
        faulthandler.dump_traceback(self._in, all_threads=True)
        text = os.read(self._out, 1 << 16).decode(errors="replace")
        _, _, after = text.partition(self._head)
        lines = after.partition("\n\n")[0].splitlines()
        found = (_FRAME.match(line) for line in lines)
        return tuple((match[1], match[2]) for match in found if match)

    def close(self) -> None:
        """Gives back what it holds."""
        os.close(self._in)
        os.close(self._out)
