"""The look of window and documents: spacing, radii, type scale and colours, in one place."""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

FAMILY = "Noto Sans SC"
"""The bundled font; a system font stands in where it is missing."""

# Logical pixels on screen, points on paper.
SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
RADIUS_BAR, RADIUS_TICK, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD = 3, 3, 4, 6, 8

CHART_AREA = 0.14
"""How opaque the area of a chart is."""
CHART_DASH = (3.0, 2.5)
"""A dashed line of a chart: stroke and gap, as multiples of its width."""
CHART_DOTS = (1.0, 2.0)
"""A dotted line of a chart, in the same way."""


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
    """One theme; every value is ``#RRGGBB``.

    ``handle`` is a quiet line between ``line`` and ``ctl``; ``pressed`` the deepest accent.
    """

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

    def level(self, level: int) -> Pair:
        """Text and fill of a cell of ``level`` 0 to 4: the higher, the stronger."""
        return (
            Pair(self.text, self.surface),
            Pair(self.text, self.tint),
            Pair(self.text, self.tintline),
            Pair(self.onaccent, self.accent),
            Pair(self.onaccent, self.pressed),
        )[level]


LIGHT = Colours(
    name="light",
    bg="#F4F5F6",
    surface="#FFFFFF",
    sunken="#F8F9FA",
    hover="#EDEFF1",
    line="#DFE3E7",
    ctl="#7C858F",
    handle="#868F99",
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
    handle="#6A747E",
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

PAPER = replace(
    LIGHT,
    name="paper",
    bg=LIGHT.surface,
    handle="#B9C1CA",
    pressed="#063C43",
)
"""The light theme on white paper; rules as quiet and level 4 as deep as black and white asks."""
