"""A picture with a palette: flat colours stay exact, only edges of letters are shaded."""

from collections import Counter
from collections.abc import Iterable

from PIL import Image

Colour = tuple[int, ...]

_COLOURS = 256
_FLAT = 32
"""So many of the most frequent colours are those of grounds, lines and texts."""
_APART = 60
"""How far the others must be apart (squared): else shades of grey would leave no place for red."""


def with_palette(picture: Image.Image) -> Image.Image:
    """``picture`` (RGB) with at most 256 colours, rare ones that look different among them."""
    parts = picture.tobytes()
    pixels = list(zip(parts[0::3], parts[1::3], parts[2::3], strict=True))
    colours = [colour for colour, _ in Counter[Colour](pixels).most_common()]
    chosen = _choose(colours)
    places = {colour: _nearest(colour, chosen) for colour in colours}
    result = Image.new("P", picture.size)
    result.putpalette([part for colour in chosen for part in colour])
    result.putdata([places[pixel] for pixel in pixels])
    return result


def _choose(colours: Iterable[Colour]) -> list[Colour]:
    chosen: list[Colour] = []
    for colour in colours:
        if len(chosen) < _FLAT or min(_distance(colour, other) for other in chosen) > _APART:
            chosen.append(colour)
        if len(chosen) == _COLOURS:
            break
    return chosen


def _nearest(colour: Colour, chosen: list[Colour]) -> int:
    return min(range(len(chosen)), key=lambda place: _distance(colour, chosen[place]))


def _distance(first: Colour, second: Colour) -> int:
    return sum((one - other) ** 2 for one, other in zip(first, second, strict=True))
