"""Where the pages of a sheet end, so that no heading stays behind at the end of one."""

_A4_SHORT, _A4_LONG = 595.3, 841.9
"""In points."""
_SAFETY = 0.97
"""Programs round the heights of rows."""


class PageRows:
    """The rows of a sheet from the top down, as they go to pages."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._stays: list[bool] = []
        self._new_pages: set[int] = set()

    def add(self, height: float, *, stays: bool) -> None:
        """One more row; a row that ``stays`` never is the last one of a page."""
        self._heights.append(height)
        self._stays.append(stays)

    def keep(self, rows: int) -> None:
        """Let the last ``rows`` rows stay on one page."""
        for row in range(len(self._stays) - rows, len(self._stays) - 1):
            self._stays[row] = True

    def begin_page(self) -> None:
        """Let a page begin with the next row."""
        self._new_pages.add(len(self._heights))

    def breaks(self, scale: int, margin: float, *, landscape: bool) -> list[int]:
        """The rows after which pages end, counted from 1; ``margin`` in points, above and below."""
        length = _A4_SHORT if landscape else _A4_LONG
        room = _SAFETY * (length - 2 * margin) * 100 / scale
        breaks: list[int] = []
        begin, used = 0, 0.0
        for row, height in enumerate(self._heights):
            if row in self._new_pages and row > begin:
                breaks.append(row)
                begin, used = row, 0.0
            elif used + height > room and row > begin:
                end = self._last_end(begin, row)
                breaks.append(end)
                begin, used = end, sum(self._heights[end:row])
            used += height
        return breaks

    def _last_end(self, begin: int, row: int) -> int:
        """The last row at which the page from ``begin`` on may end before ``row`` does not fit."""
        end = row
        while end > begin and self._stays[end - 1]:
            end -= 1
        return end if end > begin else row
