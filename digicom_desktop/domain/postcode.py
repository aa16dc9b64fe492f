"""Postcodes of China, Hong Kong and Macao: what is wrong as typed."""

import re

from digicom_desktop.domain.judgement import Judgement, error
from digicom_desktop.domain.text import narrowed

LENGTH = 6
# On the mainland the first two digits are those of the province; the last of them is 86.
_MAINLAND = re.compile("(?:0[1-9]|[1-7][0-9]|8[0-6])[0-9]{4}")
_ELSEWHERE = ("999077", "999078")
"""Hong Kong and Macao."""


def normal_postcode(text: str) -> str:
    """``text`` in half width and without blanks."""
    return "".join(narrowed(text).split())


def postcode_judgement(text: str) -> Judgement | None:
    """What is wrong with the postcode typed as ``text``; None if nothing, or for a blank text."""
    code = normal_postcode(text)
    if not code or code in _ELSEWHERE or _MAINLAND.fullmatch(code):
        return None
    if not re.fullmatch("[0-9]+", code):
        return error("company.postcode.character", needed=LENGTH)
    if len(code) != LENGTH:
        return error("company.postcode.length", length=len(code), needed=LENGTH)
    return error("company.postcode.unknown", postcode=code)
