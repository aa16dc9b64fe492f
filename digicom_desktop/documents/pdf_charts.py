"""Draws the shapes of chart_geometry on a page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from digicom_desktop.design import (
    CHART_AREA,
    CHART_DASH,
    CHART_DOTS,
    PAPER,
    SPACE_4,
    SPACE_8,
    SPACE_12,
)
from digicom_desktop.documents.pdf_blocks import Drawn
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    CONTROL,
    LINE,
    RULE,
    TEXT,
    TEXT2,
    TEXT3,
    TRACK,
    WHITE,
    WIDTH,
    Style,
)
from digicom_desktop.domain.chart_geometry import (
    Axis,
    Cell,
    Group,
    bars,
    radar,
    strip,
    strip_height,
)
from digicom_desktop.domain.chart_shapes import (
    LEVELS,
    Box,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Role,
    Shape,
)
from digicom_desktop.domain.document_parts import Part
from digicom_desktop.domain.report import CharacteristicView, DirectionView, ItemView

_LABELS: Mapping[Role, Style] = MappingProxyType(
    {
        Role.NAME: Style(8, 11, color=TEXT2),
        Role.SCORE: Style(8.5, 11, bold=True),
        Role.SCORE_SECOND: Style(8, 11, color=TEXT3),
        Role.NOTE: Style(7.5, 11, color=TEXT3),
        Role.SCALE: Style(6.5, 8, color=TEXT3),
        **{
            role: Style(9, 11, bold=True, color=PAPER.level(level).text)
            for level, role in enumerate(LEVELS)
        },
        Role.NOT_APPLICABLE: Style(9, 11, color=TEXT3),
    }
)
_FILLS: Mapping[Role, str] = MappingProxyType(
    {
        Role.TRACK: TRACK,
        Role.BAR: ACCENT,
        **{role: PAPER.level(level).fill for level, role in enumerate(LEVELS)},
        Role.NOT_APPLICABLE: TRACK,
        Role.UNANSWERED: WHITE,
    }
)
_FRAMES: Mapping[Role, str] = MappingProxyType({Role.LEVEL_0: CONTROL, Role.UNANSWERED: RULE})
_THIN = 1.2
_DASH = (CHART_DASH[0] * _THIN, CHART_DASH[1] * _THIN)
_DOTS = (CHART_DOTS[0] * _THIN, CHART_DOTS[1] * _THIN)
_LINE_HEIGHT = 11.0
_RADAR_HEIGHT = 240.0
_BAR_ROW = 19.0
_STRIP_COLUMNS = 3


def radar_chart(setting: Setting, directions: Sequence[DirectionView]) -> Drawn:
    """The directions on a wheel, with a legend under it."""
    previous = setting.report.previous
    before = {} if previous is None else previous.directions
    axes = [
        replace(_axis(setting, d, thin=d.is_thin), previous=before.get(d.id)) for d in directions
    ]
    shapes = radar(axes, WIDTH, _RADAR_HEIGHT, _LINE_HEIGHT)

    def paint(pen: Pen, x: float, y: float) -> None:
        _draw(setting, pen, shapes, x, y)
        _legend(setting, pen, x, y + _RADAR_HEIGHT + SPACE_8)

    return Drawn(_RADAR_HEIGHT + 20, paint, before=SPACE_4)


def bar_chart(setting: Setting, characteristics: Sequence[CharacteristicView]) -> Drawn:
    """The characteristics as bars."""
    axes = [_axis(setting, c) for c in characteristics]
    names = max(setting.type.width(a.name, _LABELS[Role.NAME]) for a in axes)
    shapes = bars(axes, WIDTH, _BAR_ROW, names + SPACE_12, 74)
    return _chart(setting, shapes, _BAR_ROW * len(axes))


def strip_chart(setting: Setting, directions: Sequence[DirectionView]) -> Drawn:
    """All items; each cell links to its item."""
    groups = [Group(d.id, d.name, tuple(_cell(item) for item in d.items)) for d in directions]
    shapes = strip(groups, WIDTH, _LINE_HEIGHT, _STRIP_COLUMNS)
    return _chart(setting, shapes, strip_height(len(groups), _LINE_HEIGHT, _STRIP_COLUMNS))


def _chart(setting: Setting, shapes: Sequence[Shape], height: float) -> Drawn:
    return Drawn(height, lambda pen, x, y: _draw(setting, pen, shapes, x, y), before=SPACE_8)


def _axis(
    setting: Setting, view: DirectionView | CharacteristicView, *, thin: bool = False
) -> Axis:
    return Axis(
        key=view.id,
        name=view.name,
        supported=view.supported.value,
        declared=view.claimed.value,
        supported_text=view.supported.shown,
        declared_text=view.claimed.shown,
        missing=setting.say("not_applicable"),
        note=setting.say("summary.thin") if thin else "",
    )


def _cell(item: ItemView) -> Cell:
    is_held_back = item.claimed is not None and item.claimed != item.supported
    return Cell(
        item.id,
        item.supported,
        item.claimed if is_held_back else None,
        item.state != "not_applicable",
    )


def _legend(setting: Setting, pen: Pen, x: float, y: float) -> None:
    style = _LABELS[Role.NOTE]
    roles = [Role.SUPPORTED, Role.DECLARED]
    texts = [setting.say(f"summary.legend_{role}") for role in roles]
    if setting.report.previous is not None:
        roles.append(Role.PREVIOUS)
        texts.append(setting.say("summary.legend_previous", year=setting.report.previous.year))
    widths = [setting.type.width(text, style) for text in texts]
    x += (WIDTH - sum(widths) - len(roles) * 28 - (len(roles) - 1) * 20) / 2
    for text, width, role in zip(texts, widths, roles, strict=True):
        _stroke(pen, [(x, y), (x + 22, y)], role)
        if role is Role.SUPPORTED:
            pen.dot((x + 11, y), 1.8, ACCENT, ACCENT)
        setting.type.paragraph(text, style, width + 1).draw(pen, x + 28, y - 5.5)
        x += 28 + width + 20


def _draw(setting: Setting, pen: Pen, shapes: Sequence[Shape], x: float, y: float) -> None:
    for shape in shapes:
        match shape:
            case Polygon(points, Role.SUPPORTED_AREA):
                pen.path(_moved(points, x, y), fill=ACCENT, opacity=CHART_AREA)
            case Polygon(points, role) | Line(points, role):
                _stroke(pen, _moved(points, x, y), role, closed=isinstance(shape, Polygon))
            case Dot(center):
                pen.dot((x + center.x, y + center.y), 2.2, ACCENT, ACCENT)
            case Box():
                _box(setting, pen, shape, x, y)
            case Label():
                _label(setting, pen, shape, x, y)


def _moved(points: Sequence[Point], x: float, y: float) -> list[tuple[float, float]]:
    return [(x + point.x, y + point.y) for point in points]


def _stroke(
    pen: Pen, points: Sequence[tuple[float, float]], role: Role, *, closed: bool = False
) -> None:
    if role is Role.SUPPORTED:
        pen.path(points, stroke=ACCENT, width=1.6, closed=closed)
    elif role is Role.DECLARED:
        pen.path(points, stroke=TEXT3, width=_THIN, dash=_DASH, closed=closed)
    elif role is Role.PREVIOUS:
        pen.path(points, stroke=TEXT2, width=_THIN, dash=_DOTS, closed=closed)
    elif role is Role.TICK:
        pen.path(points, stroke=TEXT, width=1.5, closed=closed)
    else:
        color = RULE if role is Role.RIM else LINE
        pen.path(points, stroke=color, width=0.6, closed=closed)


def _box(setting: Setting, pen: Pen, box: Box, x: float, y: float) -> None:
    pen.box(x + box.x, y + box.y, box.width, box.height, _FILLS[box.role])
    if box.role in _FRAMES:
        pen.frame(x + box.x, y + box.y, box.width, box.height, _FRAMES[box.role])
    if Part.ITEMS in setting.parts and box.role not in (Role.TRACK, Role.BAR):
        pen.link(f"item-{box.key}", x + box.x, y + box.y, box.width, box.height)


def _label(setting: Setting, pen: Pen, label: Label, x: float, y: float) -> None:
    style = _LABELS[label.role]
    width = setting.type.width(label.text, style)
    left = {"start": 0.0, "middle": width / 2, "end": width}[label.align]
    line = setting.type.paragraph(label.text, style, width + 1)
    line.draw(pen, x + label.x - left, y + label.y - style.leading / 2)
