"""Where a line of Chinese and Latin text may end."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

# GB/T 15834: a closing mark never starts a line, an opening one never ends it.
NO_START = frozenset(
    "!),.:;?]}%°·’”…‥—～、。〉》」』】〕〗〞︰︱︳﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？］｜｝～％℃‰々ー／×÷"
)
NO_END = frozenset("([{‘“〈《「『【〔〖〝﹙﹛﹝（［｛￥＄￡$£€¥#＃@＠№×÷")
_PAIRS = frozenset(("……", "——"))
_JOINERS = frozenset("_/.'’\"&+@:%-=#~,;?!<>\\|*^°·–")
# A point too much from adding up fractions must not cost a character.
_TOLERANCE = 0.01


def break_lines(
    text: str, widths: Sequence[float], room: float, indent: float = 0
) -> list[tuple[int, int]]:
    """``text`` as lines, each a (start, end) of indices, blanks at the ends left out.

    ``widths`` holds the advance of each character, ``room`` the width of a line, ``indent`` what
    the first line lacks; all in points. Lines are cut short rather than squeezed (推出).
    """
    ends = [0.0, *accumulate(widths)]
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        reach = ends[start] + room - (0 if lines else indent) + _TOLERANCE
        fits = max(bisect_right(ends, reach) - 1, start + 1)
        end = length if fits >= length else _last_break(text, start, fits)
        lines.append((start, _without_blanks(text, start, end)))
        start = _after_blanks(text, end)
    return lines


def can_break(text: str, end: int) -> bool:
    """Whether a line may end before the character at ``end`` (not the first)."""
    last, first = _without_blanks(text, 0, end) - 1, _after_blanks(text, end)
    if first == len(text):
        return True
    before, after = text[last], text[first]
    if _clings(before, after):
        return False
    if first - last > 1 or not (_is_of_word(before) and _is_of_word(after)):
        return True
    return before in "-–/" and after.isalpha()


def _last_break(text: str, start: int, fits: int) -> int:
    for end in range(fits, start, -1):
        if can_break(text, end):
            return end
    # One word wider than a line is cut, but still not before a closing mark.
    loose = (n for n in range(fits, start, -1) if not _clings(text[n - 1], text[n]))
    return next(loose, fits)


def _clings(before: str, after: str) -> bool:
    """Whether a mark ties two characters together."""
    return after in NO_START or before in NO_END or before + after in _PAIRS


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def _after_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _is_of_word(character: str) -> bool:
    if character in _JOINERS:
        return True
    is_letter = unicodedata.category(character)[0] in "LNM"
    return is_letter and unicodedata.east_asian_width(character) not in "WF"
