"""Industries of GB/T 4754-2017: sections A-T and their two-digit divisions."""

from dataclasses import dataclass

from digicom_desktop.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class IndustryDivision:
    """A division (大类); ``code`` has two digits ("52").

    ``words`` are what owners call such a trade (网店, web shop): for the search alone.
    """

    code: str
    name: LocalizedText
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndustrySection:
    """A section (门类); ``code`` is a letter ("F")."""

    code: str
    name: LocalizedText
    divisions: tuple[IndustryDivision, ...]


@dataclass(frozen=True, slots=True)
class Industries:
    """All sections in the order of the standard. Unknown codes give None, not an error."""

    sections: tuple[IndustrySection, ...]

    def section(self, code: str) -> IndustrySection | None:
        """The section with the letter ``code``."""
        return next((section for section in self.sections if section.code == code), None)

    def section_of(self, division: str) -> IndustrySection | None:
        """The section that the division with the code ``division`` belongs to."""
        return next(
            (s for s in self.sections if any(d.code == division for d in s.divisions)), None
        )

    def division(self, code: str) -> IndustryDivision | None:
        """The division with the two digits ``code``."""
        section = self.section_of(code)
        return next((d for d in section.divisions if d.code == code), None) if section else None
