"""Which tab of the guide the person looks at, from item to item."""

from dataclasses import dataclass

OFFICIAL, PLAIN, EXAMPLES = "official", "plain", "examples"


@dataclass
class GuideChoice:
    """The tab chosen last, "" while none was; lives as long as the window."""

    tab: str = ""
