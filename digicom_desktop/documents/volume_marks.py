"""What lies on a page of a foreign PDF and is seen: stamps, seals, notes, filled fields."""

import math
from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

_INVISIBLE = 1 | 2 | 32
"""Bits of an annotation: invisible, hidden, not viewed (PDF 1.7, table 165)."""
_UNSEEN = frozenset(("/Link", "/Popup", "/Movie", "/Sound", "/FileAttachment", "/Screen", "/3D"))
_MOST = 2000

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


def resolved(of: DictionaryObject, name: str) -> Any:
    """The entry ``name``, followed where it is a reference; None where there is none."""
    return of[name] if name in of else None  # noqa: SIM401  # get() does not follow


def box_of(of: DictionaryObject, name: str) -> Box | None:
    """The rectangle ``name`` with its corners in order; None where it is none."""
    values = _floats(resolved(of, name), 4)
    if values is None:
        return None
    a, b, c, d = values
    return min(a, c), min(b, d), max(a, c), max(b, d)


def appearances(page: DictionaryObject) -> Iterator[tuple[IndirectObject, Matrix]]:
    """How each annotation looks, as a reference to a form, and what brings that to its place."""
    found = resolved(page, "/Annots")
    for item in list(found)[:_MOST] if isinstance(found, ArrayObject) else ():
        note = item.get_object()
        if not isinstance(note, DictionaryObject) or not _is_seen(note):
            continue
        look, place = _look(note), box_of(note, "/Rect")
        form = look.get_object() if look else None
        if look and place and isinstance(form, StreamObject) and (matrix := _placed(form, place)):
            yield look, matrix


def _is_seen(note: DictionaryObject) -> bool:
    flags = resolved(note, "/F")
    hidden = isinstance(flags, int) and flags & _INVISIBLE
    return not hidden and resolved(note, "/Subtype") not in _UNSEEN


def _look(note: DictionaryObject) -> IndirectObject | None:
    """The reference to the normal appearance, in the state that the annotation is in."""
    looks = resolved(note, "/AP")
    if not isinstance(looks, DictionaryObject) or "/N" not in looks:
        return None
    look = looks.raw_get("/N")
    states = look.get_object()
    if isinstance(states, DictionaryObject) and not isinstance(states, StreamObject):
        state = resolved(note, "/AS")
        look = states.raw_get(state) if state in states else None
    return look if isinstance(look, IndirectObject) else None


def _placed(form: StreamObject, place: Box) -> Matrix | None:
    """What brings the box of ``form``, turned by its matrix, to ``place`` (PDF 1.7, 12.5.5)."""
    box = box_of(form, "/BBox")
    if box is None:
        return None
    a, b, c, d, e, f = _floats(resolved(form, "/Matrix"), 6) or (1, 0, 0, 1, 0, 0)
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if not (width > 0 and height > 0):
        return None
    sx, sy = (place[2] - place[0]) / width, (place[3] - place[1]) / height
    found = (sx, 0.0, 0.0, sy, place[0] - min(xs) * sx, place[1] - min(ys) * sy)
    return found if all(math.isfinite(value) for value in found) else None


def _floats(values: object, count: int) -> tuple[float, ...] | None:
    if not isinstance(values, ArrayObject) or len(values) != count:
        return None
    try:
        return tuple(float(value) for value in values)
    except (TypeError, ValueError, OverflowError):
        return None
