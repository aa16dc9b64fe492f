"""Every text can be read and every mark be seen on every ground it stands on."""

import itertools
import re

import pytest

from digicom_desktop.design import DARK, LIGHT, PAPER, Colours, Pair, Tone
from digicom_desktop.ui.style_sheet import style_sheet

THEMES = (LIGHT, DARK, PAPER)
GROUNDS = ("bg", "surface", "sunken", "hover", "tint")
TEXTS = ("text", "text2", "text3", "accent", "pressed")
READABLE, VISIBLE = 4.5, 3.0
"""WCAG 2: of a text of any size, of a mark that is no text."""

in_every_theme = pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of ``#RRGGBB``."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _texts(colours: Colours) -> list[str]:
    return [getattr(colours, name) for name in TEXTS] + [colours.tone(tone).text for tone in Tone]


def _grounds(colours: Colours) -> list[str]:
    """What texts stand on; the grey fill is that of whatever is disabled."""
    return [getattr(colours, name) for name in GROUNDS] + [colours.grey.fill]


def _unreadable(pairs: list[Pair]) -> list[str]:
    ratios = [(pair, contrast(pair.text, pair.fill)) for pair in pairs]
    return [f"{p.text} on {p.fill}: {ratio:.2f}" for p, ratio in ratios if ratio < READABLE]


def _pairs_of(sheet: str) -> list[Pair]:
    """Text and ground of every rule of a style sheet that names both."""
    found = []
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        looks = dict(re.findall(r"([a-z-]+): *(#[0-9A-F]{6})", rule))
        for text, ground in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if text in looks and ground in looks:
                found.append(Pair(looks[text], looks[ground]))
    return found


def test_the_ratio_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@in_every_theme
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    pairs = itertools.product(_texts(colours), _grounds(colours))
    assert _unreadable([Pair(text, ground) for text, ground in pairs]) == []


@in_every_theme
def test_every_text_can_be_read_on_the_fill_made_for_it(colours: Colours) -> None:
    fills = [colours.tone(tone) for tone in Tone] + [colours.level(level) for level in range(5)]
    # A banner says its sentence in plain text on the fill of its tone, with quiet links in it.
    banners = [
        Pair(getattr(colours, text), colours.tone(tone).fill)
        for text, tone in itertools.product(("text", "text2", "text3", "accent"), Tone)
    ]
    on_accent = [Pair(colours.onaccent, ground) for ground in (colours.accent, colours.pressed)]
    # While a button is pressed its ground is a line's colour.
    pushed = [Pair(text, colours.line) for text in (colours.text, colours.red.text)]
    assert _unreadable([*fills, *banners, *on_accent, *pushed]) == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
def test_every_rule_of_the_style_sheet_can_be_read(colours: Colours) -> None:
    pairs = _pairs_of(style_sheet(colours))
    assert len(pairs) >= 12
    assert _unreadable(pairs) == []


@in_every_theme
def test_marks_and_edges_of_controls_can_be_seen(colours: Colours) -> None:
    marks = [colours.ctl, colours.accent, *(colours.tone(tone).text for tone in Tone)]
    for mark, ground in itertools.product(marks, _grounds(colours)):
        assert contrast(mark, ground) >= VISIBLE, (mark, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
def test_the_handle_of_a_scroll_bar_can_be_seen(colours: Colours) -> None:
    for ground in (colours.bg, colours.surface, colours.sunken):
        assert contrast(colours.handle, ground) >= VISIBLE, ground
        assert contrast(colours.text3, ground) > contrast(colours.handle, ground)


def test_on_paper_the_levels_differ_in_black_and_white() -> None:
    fills = [PAPER.level(level).fill for level in range(5)]
    for lower, higher in itertools.pairwise(fills):
        assert luminance(lower) > luminance(higher)
        assert contrast(lower, higher) >= 1.15
