"""Design tokens: spacing, radii, type scale and colours, light and dark."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

FAMILY = "Noto Sans SC"
"""The bundled font; a system font stands in where it is missing."""

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
PAGE_TOP, PAGE_SIDE = SPACE_16, SPACE_24
CARD_VERTICAL, CARD_HORIZONTAL = SPACE_12, SPACE_16

RADIUS_TICK, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD = 3, 4, 6, 8

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


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One step of the type scale; ``size`` and ``line`` in logical pixels."""

    size: int
    line: int
    bold: bool = False


TYPE_SCALE = MappingProxyType(
    {
        "score": TypeStyle(40, 46, bold=True),
        "score2": TypeStyle(28, 46),
        "code": TypeStyle(24, 32, bold=True),
        "page": TypeStyle(20, 28, bold=True),
        "question": TypeStyle(18, 28, bold=True),
        "panel": TypeStyle(16, 24, bold=True),
        "section": TypeStyle(14, 22, bold=True),
        "body": TypeStyle(14, 22),
        "strong": TypeStyle(13, 20, bold=True),
        "compact": TypeStyle(13, 20),
        "caption": TypeStyle(12, 18),
        "mark": TypeStyle(11, 14, bold=True),
    }
)
"""Names of the type scale, as ``PlainLabel(text, "caption")`` takes them."""


class Tone(StrEnum):
    """What a chip, banner or mark means; always said by a word beside the colour too."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    GREEN = "green"
    GREY = "grey"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Pair:
    """Text on a fill."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme; every value is ``#RRGGBB``."""

    name: str
    bg: str
    surface: str
    sunken: str
    hover: str
    line: str
    ctl: str
    handle: str
    text: str
    text2: str
    text3: str
    accent: str
    pressed: str
    onaccent: str
    tint: str
    tintline: str
    red: Pair
    amber: Pair
    blue: Pair
    green: Pair
    grey: Pair

    def tone(self, tone: Tone) -> Pair:
        """Text and fill of ``tone``."""
        return {
            Tone.RED: self.red,
            Tone.AMBER: self.amber,
            Tone.BLUE: self.blue,
            Tone.GREEN: self.green,
            Tone.GREY: self.grey,
            Tone.ACCENT: Pair(self.accent, self.tint),
        }[tone]


LIGHT = Colours(
    name="light",
    bg="#F4F5F6",
    surface="#FFFFFF",
    sunken="#F8F9FA",
    hover="#EDEFF1",
    line="#DFE3E7",
    ctl="#7C858F",
    handle="#B1B8BF",
    text="#1A1F24",
    text2="#4A535E",
    text3="#626B76",
    accent="#0B6570",
    pressed="#084F58",
    onaccent="#FFFFFF",
    tint="#E4F1F2",
    tintline="#8FC3C8",
    red=Pair("#B3261E", "#FCEBEA"),
    amber=Pair("#855000", "#FCF2DF"),
    blue=Pair("#2556A8", "#E8EFFA"),
    green=Pair("#1E7040", "#E6F4EA"),
    grey=Pair("#525B66", "#ECEEF0"),
)

DARK = Colours(
    name="dark",
    bg="#15181B",
    surface="#1D2125",
    sunken="#191C20",
    hover="#282D33",
    line="#333A41",
    ctl="#79838E",
    handle="#4A525B",
    text="#E9ECEF",
    text2="#B9C1CA",
    text3="#98A2AD",
    accent="#62C4CE",
    pressed="#84D6DE",
    onaccent="#06282C",
    tint="#17363A",
    tintline="#2F6F77",
    red=Pair("#FF9A91", "#40211F"),
    amber=Pair("#EDBA62", "#3A2D16"),
    blue=Pair("#9BBDF7", "#1F2D47"),
    green=Pair("#82D09B", "#1B3625"),
    grey=Pair("#B4BCC6", "#2A3036"),
)
