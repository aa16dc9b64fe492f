"""What only a window has, heights, widths and waits, beside the design that it shares."""

from digicom_desktop.design import (
    CHART_AREA as CHART_AREA,
    CHART_DASH as CHART_DASH,
    CHART_DOTS as CHART_DOTS,
    DARK as DARK,
    FAMILY as FAMILY,
    LIGHT as LIGHT,
    RADIUS_BAR as RADIUS_BAR,
    RADIUS_CARD as RADIUS_CARD,
    RADIUS_CHIP as RADIUS_CHIP,
    RADIUS_CONTROL as RADIUS_CONTROL,
    RADIUS_TICK as RADIUS_TICK,
    SPACE_4 as SPACE_4,
    SPACE_8 as SPACE_8,
    SPACE_12 as SPACE_12,
    SPACE_16 as SPACE_16,
    SPACE_24 as SPACE_24,
    SPACE_32 as SPACE_32,
    TYPE_SCALE as TYPE_SCALE,
    Colours as Colours,
    Pair as Pair,
    Tone as Tone,
    TypeStyle as TypeStyle,
)

PAGE_TOP, PAGE_SIDE = SPACE_16, SPACE_24
CARD_VERTICAL, CARD_HORIZONTAL = SPACE_12, SPACE_16

CONTROL_HEIGHT = 32
ITEM_ROW_HEIGHT = 30
CHIP_HEIGHT = 22
HEAD_HEIGHT = 36
HOME_ROW_HEIGHT = 72
STRIP_HEIGHT = 48
TABS_HEIGHT = 40
BAR_HEIGHT = 52

ICON_SIZE = 16
ICON_INLINE = 14
ICON_STROKE = 1.4

RAIL_WIDTH = 248
SCROLL_BAR = 12
GUIDE_WIDTH = 320
CONTENT_WIDTH = 860
WINDOW_SIZE = (1366, 768)
WINDOW_MINIMUM = (1093, 614)
FRAME_HEIGHT = 40
"""What a system at most adds to a window above and below."""
GUIDE_FROM = 1280
"""From this window width on the guide is open unless the person closed it."""

WRITE_DELAY = 600
"""How long a field waits after the last key before it tells its text, in milliseconds."""
